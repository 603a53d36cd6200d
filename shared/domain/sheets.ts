/** Recognises the sheets around papers: covers and separators by code or, where that fails, by print; envelopes. */
import { compilePhrases, occurs } from './approximate-match.ts';
import { findDossierCodes, parseDossierCode } from './codes/dossier-code.ts';
import { hasS10Shape, normalizePostalItemId } from './codes/postal-item-id.ts';
import { claimsToBeSheet, parseSheetCode, type SheetCode } from './codes/separator-code.ts';
import { compileHeading, findHeading, headingLines } from './heading-match.ts';
import type { PageLine } from './page-lines.ts';
import type { ReadCode } from './page-text.ts';

export type Sheet =
  | { readonly type: 'COVER'; readonly code: SheetCode | null; readonly dossierCode: CodeOnSheet | null }
  | { readonly type: 'SEPARATOR'; readonly code: SheetCode | null; readonly printedName: string | null }
  | { readonly type: 'ENVELOPE'; readonly postalItemId: string | null };

export interface CodeOnSheet {
  readonly code: string;
  /** `print` is recognized text: good enough where nothing else is known, never against another code. */
  readonly source: 'code' | 'print';
}

const COVER_HEADINGS = ['tờ bìa hồ sơ', 'bìa hồ sơ', 'tờ bìa'].map(compileHeading);
const SEPARATOR_HEADINGS = ['tờ phân cách', 'trang phân cách', 'tờ ngăn cách', 'phân cách giấy tờ'].map(
  compileHeading,
);
const SEPARATOR_ADVICE = ['đặt tờ này trước giấy tờ tương ứng', 'không viết lên mã vạch'].map(compilePhrases);
const ENVELOPE_SIGNS = [
  ['người gửi', 'bên gửi', 'from sender'],
  ['người nhận', 'bên nhận', 'kính gửi'],
  ['bưu điện', 'bưu gửi', 'bưu chính', 'vnpost', 'bưu cục', 'chuyển phát'],
].map((wordings) => wordings.map(compilePhrases));
/** Sheets say little; a paper that quotes one is longer. */
const MOST_WORDS = 110;
/** `02. Giấy chứng sinh`: the paper that the separator announces. */
const PRINTED_NAME = /^\s*[\dOIl]{1,2}\s*[.,:)]\s*(\p{L}.{3,})$/u;

/** Null for a page that is no sheet, as far as its codes and print say. */
export function readSheet(lines: readonly PageLine[], codes: readonly ReadCode[]): Sheet | null {
  const claims = codes.filter((code) => claimsToBeSheet(code.value));
  const sheetCode = claims.map((claim) => parseSheetCode(claim.value)).find((code) => code !== null) ?? null;
  if (sheetCode?.sheet === 'COVER') return coverSheet(sheetCode, lines, codes);
  if (sheetCode?.sheet === 'SEPARATOR') return separatorSheet(sheetCode, lines);

  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  if (words > MOST_WORDS) return claims.length > 0 ? separatorSheet(null, lines) : null;
  if (hasHeading(COVER_HEADINGS, lines)) return coverSheet(null, lines, codes);
  if (hasHeading(SEPARATOR_HEADINGS, lines) || claims.length > 0 || gives(SEPARATOR_ADVICE, lines)) {
    return separatorSheet(null, lines);
  }
  return readEnvelope(lines, codes);
}

function coverSheet(code: SheetCode | null, lines: readonly PageLine[], codes: readonly ReadCode[]): Sheet {
  const coded =
    code?.dossierCode ??
    codes.map((each) => parseDossierCode(each.value)).find((each) => each !== null)?.code;
  if (coded !== undefined) return { type: 'COVER', code, dossierCode: { code: coded, source: 'code' } };
  const [printed] = findDossierCodes(lines.map((line) => line.text).join('\n'));
  return { type: 'COVER', code, dossierCode: printed ? { code: printed.code, source: 'print' } : null };
}

function separatorSheet(code: SheetCode | null, lines: readonly PageLine[]): Sheet {
  const printed = lines.map((line) => PRINTED_NAME.exec(line.text)?.[1]).find((name) => name !== undefined);
  return { type: 'SEPARATOR', code, printedName: printed ?? null };
}

/** An envelope names sender, recipient and the post, or carries an item number and two of these. */
function readEnvelope(lines: readonly PageLine[], codes: readonly ReadCode[]): Sheet | null {
  const coded = codes.map((code) => normalizePostalItemId(code.value)).find(hasS10Shape) ?? null;
  const text = lines.map((line) => line.squeezed).join('');
  const signs = ENVELOPE_SIGNS.filter((wordings) => wordings.some((phrases) => occurs(phrases, text))).length;
  return signs === 3 || (coded !== null && signs >= 1) || (coded !== null && lines.length < 4)
    ? { type: 'ENVELOPE', postalItemId: coded }
    : null;
}

function hasHeading(
  headings: readonly ReturnType<typeof compileHeading>[],
  lines: readonly PageLine[],
): boolean {
  const candidates = headingLines(lines);
  return headings.some((heading) => findHeading(heading, lines, candidates) !== null);
}

function gives(advice: readonly ReturnType<typeof compilePhrases>[], lines: readonly PageLine[]): boolean {
  const text = lines.map((line) => line.squeezed).join('');
  return advice.some((phrases) => occurs(phrases, text));
}
