/** Where a line names a person: marks of given names are nobody's to guess. */
import { baseLetters } from './letters.ts';
import { isKnownPair, syllablesWithLetters } from './mark-model.ts';
import { parseSyllable, syllableKey } from './syllable.ts';
import { LIMIT, NUMBER, type Token } from './tokens.ts';

/** Family names that begin nearly every name of the country; the rarer ones are found by the words before them. */
export const FAMILY_NAMES: readonly { readonly name: string; readonly base: string }[] =
  `Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Lâm Mai Đoàn
  Trịnh Đào Lương Cao Tô Hà Châu Tạ Thái Phùng Lưu Tăng Quách Kiều Diệp Triệu Vương La Từ Tôn Thạch Sơn Kim Danh
  Nghiêm Viên Tiêu Nông Hứa Chu Bạch Cù Lục Mạc Ninh Nhan Tống Thân Lại Khổng Doãn Âu Bế Đàm Đồng Giáp Hàn Lò Sầm
  Sùng Vàng Giàng Thào Cầm Quàng Lường Tòng Ma Hầu Vi Phó Phí Tào Ung Vưu Khưu Trà Mã Ông Đới Cung Quan Liêu Thi`
    .split(/\s+/)
    .map((name) => ({ name, base: baseLetters(name) }));

const BASES = new Set(FAMILY_NAMES.map(({ base }) => base));
const FAMILY_KEYS = new Set(FAMILY_NAMES.map(({ name }) => syllableKey(parseSyllable(name)!)));
const FREQUENT = new Set(FAMILY_NAMES.slice(0, 32).map(({ base }) => base));

/** Family names whose letters are no word of their own with other marks. */
const UNMISTAKABLE = new Set(['nguyen', 'tran', 'huynh']);
/** Borne by nine in ten; no two of them have the same letters. */
const COMMON = FAMILY_NAMES.slice(0, 17);
const MIDDLE_NAMES = new Set(['van', 'thi']);

/** Words after which a name stands: ông, bà, anh, chị, tên, cháu, con, chồng, vợ, em. */
const BEFORE_NAMES = new Set([
  'ông0',
  'ba1',
  'anh0',
  'chi5',
  'tên0',
  'chau2',
  'chông1',
  'vơ5',
  'me5',
  'cha0',
]);
const MAX_NAME_LENGTH = 6;

export type Dress = 'small' | 'title' | 'capitals';

export function dressOf(text: string): Dress {
  if (text === text.toLowerCase()) return 'small';
  return text.length > 1 && text === text.toUpperCase() ? 'capitals' : 'title';
}

export interface Name {
  /** Tokens from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** A word before it says that a name comes: `Ông`, `Họ và tên:`. */
  readonly labelled: boolean;
}

/** Names of persons, as far as capitals, family names and labels tell. */
export function findNames(tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  let runStart = 0;
  for (let start = 0; start < tokens.length; start++) {
    const dress = dressOf(tokens[start]!.text);
    if (!isWord(tokens[start]!) || dress === 'small') continue;
    if (start > 0 && !fits(tokens[start - 1]!, dress)) runStart = start;
    let end = start + 1;
    while (end < tokens.length && end - start < MAX_NAME_LENGTH && fits(tokens[end]!, dress)) end += 1;
    const labelled = labelBefore(tokens, start);
    if (
      !isName(tokens.slice(start, end), {
        labelled,
        before: start === runStart ? undefined : tokens[start - 1],
      })
    )
      continue;
    names.push({ start, end, labelled });
    start = end - 1;
  }
  return names;
}

function isName(
  [first, second]: readonly Token[],
  { labelled, before }: { labelled: boolean; before: Token | undefined },
): boolean {
  const headsRun = before === undefined;
  const base = baseLetters(first!.text);
  const isFamily = BASES.has(base);
  if (second && isFamily && MIDDLE_NAMES.has(baseLetters(second.text))) {
    if (headsRun || labelled || UNMISTAKABLE.has(base)) return true;
  }
  if (labelled && isCommon(base) && FAMILY_KEYS.has(first!.key)) return true;
  // `HỒ SƠ`, `CAO ĐẲNG`: words that law and forms know as a pair.
  if (second && isKnownPair(first!.key, second.key)) return false;
  if (labelled) return true;
  if (second === undefined || !isFamily) return false;
  // `HỘ KINH DOANH PHẠM THÚY`: amid capitals only what is read as a common family name and goes with nothing.
  if (!headsRun) {
    const reads = FREQUENT.has(base) && FAMILY_KEYS.has(first!.key);
    return UNMISTAKABLE.has(base) || (reads && !isKnownPair(before.key, first!.key));
  }
  // `QUÁN LÝ` may be a misread pair of words; no family name so rare is worth a heading.
  return FREQUENT.has(base) || !isPairWithOtherMarks(first!, second);
}

function isCommon(base: string): boolean {
  return COMMON.some((family) => family.base === base);
}

function isPairWithOtherMarks(first: Token, second: Token): boolean {
  const followers = syllablesWithLetters(baseLetters(second.text));
  return syllablesWithLetters(baseLetters(first.text)).some((left) =>
    followers.some((right) => isKnownPair(left, right)),
  );
}

function labelBefore(tokens: readonly Token[], start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - 3; at--) {
    const { key, text } = tokens[at]!;
    if (key === LIMIT || key === NUMBER) continue;
    return (BEFORE_NAMES.has(key) && dressOf(text) !== 'capitals') || text.toLowerCase() === 'name';
  }
  return false;
}

function fits(token: Token, dress: Dress): boolean {
  // One letter is both: `Y`, `A`.
  return isWord(token) && (dressOf(token.text) === dress || token.text.length === 1);
}

function isWord({ text, key }: Token): boolean {
  return text !== '' && key !== NUMBER;
}

/** The family name that stands at the head of this name, if it was read as something that is none: `NGUYÊN VĂN`. */
export function familyNameAt(tokens: readonly Token[], { start, end, labelled }: Name): string | undefined {
  const base = baseLetters(tokens[start]!.text);
  const family = COMMON.find((common) => common.base === base);
  // `Bà Lệ Thủy` is called by her given name.
  if (family === undefined || end - start < 3) return undefined;
  const middle = baseLetters(tokens[start + 1]!.text);
  const isSure = labelled || (UNMISTAKABLE.has(base) && MIDDLE_NAMES.has(middle));
  return isSure ? family.name.toLowerCase() : undefined;
}
