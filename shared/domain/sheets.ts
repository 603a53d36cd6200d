/** Recognises the sheets around papers: covers and separators by code or, where that fails, by print; envelopes. */
import { compilePhrases, occurs } from './approximate-match.ts';
import { findDossierCodes, parseDossierCode } from './codes/dossier-code.ts';
import { hasS10Shape, normalizePostalItemId } from './codes/postal-item-id.ts';
import { claimsToBeSheet, parseSheetCode, type SheetCode } from './codes/separator-code.ts';
import { compileHeading, findHeading, type Heading, headingLines } from './heading-match.ts';
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

const compileAll = (wordings: readonly string[]) => wordings.map(compilePhrases);

const COVER_HEADINGS = ['tờ bìa hồ sơ', 'bìa hồ sơ', 'tờ bìa'].map(compileHeading);
const COVER_LABELS = compileAll(['mã hồ sơ', 'thủ tục', 'người nộp', 'bưu cục', 'số bưu gửi']);
const ENOUGH_COVER_LABELS = 4;
const SEPARATOR_HEADINGS = ['tờ phân cách', 'trang phân cách', 'tờ ngăn cách', 'phân cách giấy tờ'].map(
  compileHeading,
);
const SEPARATOR_ADVICE = compileAll(['đặt tờ này trước giấy tờ tương ứng', 'không viết lên mã vạch']);
const ENVELOPE_SIGNS = [
  compileAll(['người gửi', 'bên gửi', 'nơi gửi']),
  compileAll(['người nhận', 'bên nhận', 'nơi đến']),
  compileAll(['bưu điện', 'vnpost', 'bưu cục', 'chuyển phát nhanh']),
  compileAll(['bưu chính công ích', 'hồ sơ hành chính công']),
];
const ENOUGH_ENVELOPE_SIGNS = 3;
const PRINTED_ITEM = /\b[A-Z]{2}\s?(?:\d\s?){9}VN\b/;
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

  // A claim that fails on a full page is a sticker on a paper, not a sheet.
  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  if (words > MOST_WORDS) return null;
  const text = lines.map((line) => line.squeezed).join('');
  if (hasHeading(COVER_HEADINGS, lines) || count(COVER_LABELS, text) >= ENOUGH_COVER_LABELS) {
    return coverSheet(null, lines, codes);
  }
  if (hasHeading(SEPARATOR_HEADINGS, lines) || claims.length > 0 || count(SEPARATOR_ADVICE, text) > 0) {
    return separatorSheet(null, lines);
  }
  return readEnvelope(lines, text, codes);
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

/** An envelope names sender, recipient and the post, or carries an item number and one of these. */
function readEnvelope(lines: readonly PageLine[], text: string, codes: readonly ReadCode[]): Sheet | null {
  const coded = codes.map((code) => normalizePostalItemId(code.value)).find(hasS10Shape) ?? null;
  const signs =
    ENVELOPE_SIGNS.filter((wordings) => count(wordings, text) > 0).length +
    (lines.some((line) => PRINTED_ITEM.test(line.text)) ? 1 : 0);
  const isLabel = coded !== null && (signs >= 1 || lines.length < 4);
  return isLabel || signs >= ENOUGH_ENVELOPE_SIGNS ? { type: 'ENVELOPE', postalItemId: coded } : null;
}

function hasHeading(headings: readonly Heading[], lines: readonly PageLine[]): boolean {
  const candidates = headingLines(lines);
  return headings.some((heading) => findHeading(heading, lines, candidates) !== null);
}

function count(wordings: ReturnType<typeof compileAll>, text: string): number {
  return wordings.filter((phrases) => occurs(phrases, text)).length;
}
