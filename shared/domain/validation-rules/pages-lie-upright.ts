/** Pages should lie upright in the scan; those that do not are turned for the reader. */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function pagesLieUpright({ pages }: DossierReview): Finding[] {
  return pages.flatMap(({ number, facts, signs }): Finding[] => {
    const rotationDeg = facts.text?.rotationDeg ?? 0;
    // How a page lies is told by its print: without any it is a guess.
    if (rotationDeg === 0 || !signs.isLegible) return [];
    const how = rotationDeg === 180 ? 'ngược đầu' : 'nằm ngang';
    return [
      {
        code: 'ROTATED_PAGE',
        severity: 'info',
        pageId: facts.pageId,
        message: `Trang ${number} được quét ${how}, đã tự xoay lại. Kiểm tra chiều trang khi xem.`,
        detail: { rotationDeg },
      },
    ];
  });
}
