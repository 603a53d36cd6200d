/** A blank page carries nothing: it is left out of the papers, and said so. */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function pagesAreNotBlank({ pages }: DossierReview): Finding[] {
  return pages
    .filter((page) => page.pageType === 'BLANK')
    .map(({ number, facts }) => ({
      code: 'BLANK_PAGE',
      severity: 'info',
      pageId: facts.pageId,
      message: `Trang ${number} trắng, không đưa vào giấy tờ nào. Xem lại nếu trang này có nội dung.`,
    }));
}
