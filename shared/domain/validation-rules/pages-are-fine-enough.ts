/** Pages must be scanned finely enough; below 150 dpi small print and stamps are lost. */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** Official copies want 200 dpi (Decree 30/2020/NĐ-CP); under this the text suffers. */
const LEAST_DPI = 150;

export function pagesAreFineEnough({ pages }: DossierReview): Finding[] {
  return pages.flatMap(({ number, facts, signs }): Finding[] => {
    const dpi = facts.quality.effectiveDpi;
    if (dpi === null || dpi >= LEAST_DPI || signs.isBlank || signs.sheet !== null) return [];
    return [
      {
        code: 'LOW_DPI',
        severity: 'warning',
        pageId: facts.pageId,
        message: `Trang ${number} chỉ có độ phân giải ${Math.round(dpi)} dpi. Quét lại ở 200 dpi trở lên.`,
        detail: { dpi: Math.round(dpi) },
      },
    ];
  });
}
