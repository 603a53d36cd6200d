/** Tells whether a page ends its paper: somebody signs there, or the text ends well above the foot. */
import { compilePhrases, matchAtStart, type Phrase } from './approximate-match.ts';
import type { PageLine } from './page-lines.ts';
import { FAMILY_NAMES } from './vietnamese/names.ts';

/** What stands under the place for a signature (Decree 30/2020/NĐ-CP, annex I; the forms of citizens), and nowhere else. */
const HINTS = [
  'ghi rõ họ tên',
  'ghi rõ họ, chữ đệm, tên',
  'ký và ghi họ tên',
  'ký tên',
  'ký, đóng dấu',
].flatMap(compilePhrases);
/** Who signs: over the signature, at the head of a row; within one it is a mention. */
const ROLES = [
  'người yêu cầu',
  'người viết đơn',
  'người làm đơn',
  'người khai',
  'người cam đoan',
  'người ủy quyền',
  'người đo vẽ',
  'người đề nghị',
  'người nộp đơn',
  'người lập',
  'nơi nhận',
  'chủ hộ kinh doanh',
  'đại diện bên',
  'chủ tịch',
  'phó chủ tịch',
  'KT. chủ tịch',
  'giám đốc',
  'phó giám đốc',
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
  return lines.some(
    (line) =>
      isSigner(line.text) ||
      ROLES.some((phrase) => standsAt(line, 0, phrase)) ||
      HINTS.some((phrase) => [0, ...line.wordEnds].some((start) => standsAt(line, start, phrase))),
  );
}

function isSigner(text: string): boolean {
  return SIGNER.test(text) || (SIGNER_IN_CAPITALS.test(text) && FAMILIES.has(text.split(' ')[0]!));
}

/** Cleaner than elsewhere: `Tôi cam đoan` is near to `người cam đoan`. */
function standsAt({ squeezed }: PageLine, start: number, phrase: Phrase): boolean {
  const errors = matchAtStart(phrase, squeezed.slice(start))?.errors;
  return errors !== undefined && errors * MISREAD <= phrase.letters.length;
}

export function endsPaper(lines: readonly PageLine[]): boolean {
  const last = Math.max(
    0,
    ...lines.filter((line) => !MARGIN_FIGURES.test(line.text)).map((line) => line.bottom),
  );
  return last < FULL_PAGE || showsSignature(lines);
}
