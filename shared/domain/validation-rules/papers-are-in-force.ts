/** A paper that says until when it is valid must be so on the day of reception; identity cards have a rule of their own. */
import { forPeople } from '../codes/calendar-date.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { dayOn } from '../paper-metadata.ts';
import { identityCard } from '../paper-types/identity-card.ts';
import { metadataNamesOf } from '../paper-types/index.ts';

const SURE = 90;

export function papersAreInForce({ papers, manifest, today }: DossierReview): Finding[] {
  const receivedOn = /^\d{4}-\d{2}-\d{2}$/.test(manifest.receivedOn ?? '') ? manifest.receivedOn! : today;
  return papers.flatMap(({ type, paper, pages }): Finding[] => {
    const end = dayOn(paper.fields, metadataNamesOf(type), 'validUntil');
    if (type === identityCard.type || end === null) return [];
    if (end.field.confidence < SURE || end.day >= receivedOn) return [];
    const page = pages.find(({ facts }) => facts.pageId === end.field.pageId) ?? pages[0]!;
    return [
      {
        code: 'EXPIRED_PAPER',
        severity: 'warning',
        pageId: page.facts.pageId,
        docType: type,
        message: `Trang ${page.number}: “${paper.name}” hết hiệu lực ngày ${forPeople(end.day)}, trước ngày nhận hồ sơ. Đề nghị người nộp thay giấy còn hiệu lực.`,
        detail: { expiresOn: end.day, receivedOn },
      },
    ];
  });
}
