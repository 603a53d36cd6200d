/** The receipt among the papers must name this dossier: otherwise the scan hangs on the wrong one (`đúng hồ sơ`). */
import { findDossierCodes, isSameDossier } from '../codes/dossier-code.ts';
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { receptionReceipt } from '../paper-types/reception-receipt.ts';
import { isOtherNumber } from '../people-on-papers.ts';

export function receiptNamesThisDossier({ papers, dossierCode }: DossierReview): Finding[] {
  if (dossierCode === null) return [];
  return papers
    .filter(({ type }) => type === receptionReceipt.type)
    .flatMap((receipt): Finding[] => {
      const other = otherCodeOn(receipt, dossierCode);
      if (other === null) return [];
      return [
        {
          code: 'DOSSIER_CODE_MISMATCH',
          severity: 'error',
          pageId: other.page.facts.pageId,
          docType: receipt.type,
          message: `Trang ${other.page.number}: giấy tiếp nhận ghi mã hồ sơ ${other.code}, khác với ${dossierCode}. Kiểm tra xem có quét nhầm hồ sơ không.`,
          detail: { found: other.code, expected: dossierCode },
        },
      ];
    });
}

/** A bar code proves itself; print only where no misreading explains the difference. */
function otherCodeOn({ pages, paper }: ReviewedPaper, expected: string) {
  const coded = pages.flatMap((page) =>
    (page.facts.text?.codes ?? []).flatMap(({ value }) =>
      findDossierCodes(value).map(({ code }) => ({ page, code })),
    ),
  );
  if (coded.length > 0) return coded.some(({ code }) => isSameDossier(code, expected)) ? null : coded[0]!;
  const field = paper.fields.find(({ name }) => name === 'maHoSo');
  if (!field || isSameDossier(field.value, expected) || !isOtherNumber(field, expected)) return null;
  return { page: pages.find(({ facts }) => facts.pageId === field.pageId) ?? pages[0]!, code: field.value };
}
