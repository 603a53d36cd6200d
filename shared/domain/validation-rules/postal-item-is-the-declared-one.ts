/** The postal item number on the papers must be the declared one, and that one must be well formed. */
import { hasS10Shape, isS10, normalizePostalItemId } from '../codes/postal-item-id.ts';
import type { DossierReview, ReviewedPage } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** One finding per number that is wrong, at the first page that shows it. */
export function postalItemIsTheDeclaredOne({ pages, manifest, dossierCode }: DossierReview): Finding[] {
  const declared = manifest.postalItemId ? normalizePostalItemId(manifest.postalItemId) : null;
  const findings = new Map<string, Finding>();
  for (const page of pages) {
    const found = itemOn(page, dossierCode);
    if (found === null || findings.has(found)) continue;
    if (declared !== null && found !== declared) findings.set(found, otherItem(page, found, declared));
    else if (isMisprinted(found)) findings.set(found, wrongCheckDigit(found, page));
  }
  const isAccountedFor = findings.size > 0;
  return declared !== null && isMisprinted(declared) && !isAccountedFor
    ? [wrongCheckDigit(declared, null)]
    : [...findings.values()];
}

/** A number of S10 shape proves itself wrong; a province's own numbers cannot. */
function isMisprinted(itemId: string): boolean {
  return hasS10Shape(itemId) && !isS10(itemId);
}

/** A sheet of another dossier rightly names another item. */
function itemOn({ signs: { sheet } }: ReviewedPage, dossierCode: string | null): string | null {
  if (sheet === null) return null;
  if (sheet.type === 'ENVELOPE') return sheet.postalItemId;
  const isOfAnother = dossierCode !== null && (sheet.code?.dossierCode ?? dossierCode) !== dossierCode;
  return isOfAnother ? null : (sheet.code?.postalItemId ?? null);
}

function otherItem({ number, facts }: ReviewedPage, found: string, expected: string): Finding {
  return {
    code: 'ITEM_ID_INVALID',
    severity: 'warning',
    pageId: facts.pageId,
    message: `Số bưu gửi ở trang ${number} là ${found}, khác với số đã khai ${expected}. Kiểm tra lại số bưu gửi.`,
    detail: { found, expected },
  };
}

function wrongCheckDigit(found: string, page: ReviewedPage | null): Finding {
  return {
    code: 'ITEM_ID_INVALID',
    severity: 'warning',
    ...(page === null ? {} : { pageId: page.facts.pageId }),
    message: `Số bưu gửi ${found}${page === null ? '' : ` ở trang ${page.number}`} sai chữ số kiểm tra. Nhập lại theo nhãn trên bưu gửi.`,
    detail: { found },
  };
}
