/** What is only shown, photocopied or known already is not digitised (Circular 01/2023/TT-VPCP, article 4). */
import { SKIP_REASONS } from '../decide-digitizing.ts';
import { type DossierReview, pageNames } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** Secrets have a rule of their own. */
export function papersMayBeDigitized({ papers }: DossierReview): Finding[] {
  return papers.flatMap(({ type, paper, pages }): Finding[] => {
    const { skip, name } = paper;
    if (skip === undefined || skip === 'state-secret') return [];
    return [
      {
        code: 'NOT_TO_DIGITIZE',
        severity: 'warning',
        pageId: pages[0]!.facts.pageId,
        docType: type,
        message: `${pageNames(pages)}: “${name}” là ${SKIP_REASONS[skip]}, không phải số hóa. Sửa lại phần khai hình thức nếu khai nhầm.`,
        detail: { reason: skip },
      },
    ];
  });
}
