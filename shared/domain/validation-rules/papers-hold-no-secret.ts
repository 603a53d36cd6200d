/** Papers with state secrets are never digitised: their scan is withdrawn and a named person takes the paper. */
import { type DossierReview, pageNames } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function papersHoldNoSecret({ papers }: DossierReview): Finding[] {
  return papers
    .filter(({ paper }) => paper.skip === 'state-secret')
    .map(({ pages }) => ({
      code: 'SECRET_PAPER',
      severity: 'error',
      pageId: pages[0]!.facts.pageId,
      message: `${pageNames(pages)} thuộc giấy tờ có dấu chỉ độ mật nên không được số hóa; bản quét đã đưa vào khu cách ly. Giao bản giấy cho người phụ trách bảo mật.`,
      detail: { pages: pages.length },
    }));
}
