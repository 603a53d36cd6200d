/** Separator sheets between the papers must be printed for this dossier. */
import { isSameDossier } from '../codes/dossier-code.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function sheetsNameThisDossier({ pages, dossierCode }: DossierReview): Finding[] {
  if (dossierCode === null) return [];
  return pages.flatMap(({ number, facts, signs }): Finding[] => {
    const other = signs.sheet?.type === 'SEPARATOR' ? signs.sheet.code?.dossierCode : undefined;
    if (other === undefined || isSameDossier(other, dossierCode)) return [];
    return [
      {
        code: 'SEPARATOR_OTHER_DOSSIER',
        severity: 'error',
        pageId: facts.pageId,
        message: `Tờ phân cách ở trang ${number} thuộc hồ sơ ${other}, không phải ${dossierCode}. Kiểm tra giấy tờ sau tờ này thuộc hồ sơ nào.`,
        detail: { found: other, expected: dossierCode },
      },
    ];
  });
}
