/** Tells whether a page ends its paper: somebody signs there, or the text ends well above the foot. */
import { compilePhrases, matchAtStart, type Phrase } from './approximate-match.ts';
import type { PageLine } from './page-lines.ts';
import { FAMILY_NAMES } from './vietnamese/names.ts';

/** What stands over or under signatures (Decree 30/2020/NĐ-CP, annex I; the forms of citizens). */
const SIGNATURES = [
  'ghi rõ họ tên',
  'ghi rõ họ, chữ đệm, tên',
  'ký và ghi họ tên',
  'ký tên',
  'ký, đóng dấu',
  'người yêu cầu',
  'người viết đơn',
  'người làm đơn',
  'người khai',
  'người cam đoan',
  'người ủy quyền',
  'nơi nhận',
  'chủ hộ kinh doanh',
  'đại diện bên',
  'người đo vẽ',
  'người đề nghị',
  'người nộp đơn',
  'người lập',
  'chủ tịch',
  'giám đốc',
].flatMap(compilePhrases);
/** One letter in so many may be misread. */
const MISREAD = 6;
/** Share of the page's height: text that ends above it leaves room for more. */
const FULL_PAGE = 0.6;
const MARGIN_FIGURES = /^[\W\d]*$/;
/** A name alone on its row, as under a signature; in capitals it is one if it begins with a family's. */
const SIGNER = /^\p{Lu}\p{Ll}*(\s\p{Lu}\p{Ll}*){1,5}$/u;
const SIGNER_IN_CAPITALS = /^\p{Lu}+(\s\p{Lu}+){1,5}$/u;
const FAMILIES: ReadonlySet<string> = new Set(FAMILY_NAMES.map(({ name }) => name.toLocaleUpperCase('vi')));

/** Whether somebody signs on the page, as far as its print says. */
export function showsSignature(lines: readonly PageLine[]): boolean {
  return lines.some((line) => isSigner(line.text) || SIGNATURES.some((phrase) => standsOn(line, phrase)));
}

function isSigner(text: string): boolean {
  return SIGNER.test(text) || (SIGNER_IN_CAPITALS.test(text) && FAMILIES.has(text.split(' ')[0]!));
}

/** From the start of a word on, and cleaner than elsewhere: `Tôi cam đoan` is near to `người cam đoan`. */
function standsOn({ squeezed, wordEnds }: PageLine, phrase: Phrase): boolean {
  return [0, ...wordEnds].some((start) => {
    const errors = matchAtStart(phrase, squeezed.slice(start))?.errors;
    return errors !== undefined && errors * MISREAD <= phrase.letters.length;
  });
}

export function endsPaper(lines: readonly PageLine[]): boolean {
  const last = Math.max(
    0,
    ...lines.filter((line) => !MARGIN_FIGURES.test(line.text)).map((line) => line.bottom),
  );
  return last < FULL_PAGE || showsSignature(lines);
}
