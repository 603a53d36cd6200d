/** An identity card must be valid on the day on which the dossier was received. */
import { forPeople } from '../codes/calendar-date.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { readIdentityCard } from '../identity-card-facts.ts';
import { identityCard } from '../paper-types/identity-card.ts';

export function identityCardIsInForce({ papers, manifest, today }: DossierReview): Finding[] {
  const receivedOn = /^\d{4}-\d{2}-\d{2}$/.test(manifest.receivedOn ?? '') ? manifest.receivedOn! : today;
  return papers
    .filter(({ type }) => type === identityCard.type)
    .flatMap(({ pages }): Finding[] => {
      const { expiry } = readIdentityCard(pages);
      if (expiry === null || expiry.date >= receivedOn) return [];
      return [
        {
          code: 'EXPIRED_ID',
          severity: 'warning',
          pageId: expiry.page.facts.pageId,
          docType: identityCard.type,
          message: `Trang ${expiry.page.number}: căn cước hết hạn ngày ${forPeople(expiry.date)}, trước ngày nhận hồ sơ. Đề nghị người nộp dùng giấy tờ còn hạn.`,
          detail: { expiresOn: expiry.date, receivedOn },
        },
      ];
    });
}
