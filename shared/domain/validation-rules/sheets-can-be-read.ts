/** The code on every cover and separator sheet must be readable and sound. */
import type { DossierReview, ReviewedPage } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function sheetsCanBeRead({ pages }: DossierReview): Finding[] {
  return pages.filter(isUnreadable).map(({ number, facts, signs }) => ({
    code: 'SEPARATOR_UNREADABLE',
    severity: 'warning',
    pageId: facts.pageId,
    message:
      signs.sheet?.type === 'COVER'
        ? `Không đọc được mã trên tờ bìa ở trang ${number}. Kiểm tra mã hồ sơ và in lại tờ bìa.`
        : `Không đọc được mã trên tờ phân cách ở trang ${number}. Kiểm tra loại giấy tờ sau tờ này và in lại tờ phân cách.`,
  }));
}

/** A cover also says its dossier by a bar code: with that, nothing is lost. */
function isUnreadable({ signs: { sheet } }: ReviewedPage): boolean {
  if (sheet?.type === 'SEPARATOR') return sheet.code === null;
  return sheet?.type === 'COVER' && sheet.code === null && sheet.dossierCode?.source !== 'code';
}
