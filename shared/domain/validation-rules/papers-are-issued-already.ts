/** No paper can have been issued on a day that is still to come. */
import { forPeople } from '../codes/calendar-date.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { dayOn } from '../paper-metadata.ts';
import { metadataNamesOf } from '../paper-types/index.ts';

/** A date that was read with doubt proves nothing. */
const SURE = 90;

export function papersAreIssuedAlready({ papers, today }: DossierReview): Finding[] {
  return papers.flatMap(({ type, paper, pages }): Finding[] => {
    const issued = dayOn(paper.fields, metadataNamesOf(type), 'issuedOn');
    if (issued === null || issued.field.confidence < SURE || issued.day <= today) return [];
    const page = pages.find(({ facts }) => facts.pageId === issued.field.pageId) ?? pages[0]!;
    return [
      {
        code: 'ISSUED_IN_FUTURE',
        severity: 'warning',
        pageId: page.facts.pageId,
        docType: type,
        message: `Trang ${page.number}: “${paper.name}” ghi ngày ${forPeople(issued.day)}, chưa tới. Đối chiếu với bản giấy.`,
        detail: { field: issued.field.name, issuedOn: issued.day },
      },
    ];
  });
}
