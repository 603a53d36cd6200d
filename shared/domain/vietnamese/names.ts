/** Where a line names a person: marks of given names are nobody's to guess. */
import { baseLetters } from './letters.ts';
import { isKnownPair } from './mark-model.ts';
import { LIMIT, NUMBER, type Token } from './tokens.ts';

/** Family names that begin nearly every name of the country; the rarer ones are found by the words before them. */
const FAMILY_NAMES =
  `Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Lâm Mai Đoàn
  Trịnh Đào Lương Cao Tô Hà Châu Tạ Thái Phùng Lưu Tăng Quách Kiều Diệp Triệu Vương La Từ Tôn Thạch Sơn Kim Danh
  Nghiêm Viên Tiêu Nông Hứa Chu Bạch Cù Lục Mạc Ninh Nhan Tống Thân Lại Khổng Doãn Âu Bế Đàm Đồng Giáp Hàn Lò Sầm
  Sùng Vàng Giàng Thào Cầm Quàng Lường Tòng Ma Hầu Vi Phó Phí Tào Ung Vưu Khưu Trà Mã Ông Đới Cung Quan Liêu Thi`
    .split(/\s+/)
    .map((name) => ({ name, base: baseLetters(name) }));

const BASES = new Set(FAMILY_NAMES.map(({ base }) => base));

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
  for (let start = 0; start < tokens.length; start++) {
    const dress = dressOf(tokens[start]!.text);
    if (!isWord(tokens[start]!) || dress === 'small') continue;
    let end = start + 1;
    while (end < tokens.length && end - start < MAX_NAME_LENGTH && fits(tokens[end]!, dress)) end += 1;
    const labelled = labelBefore(tokens, start);
    if (!isName(tokens.slice(start, end), labelled)) continue;
    names.push({ start, end, labelled });
    start = end - 1;
  }
  return names;
}

function isName([first, second]: readonly Token[], labelled: boolean): boolean {
  const hasFamilyName = BASES.has(baseLetters(first!.text));
  if (second && hasFamilyName && MIDDLE_NAMES.has(baseLetters(second.text))) return true;
  // `HỒ SƠ`, `CAO ĐẲNG`: words that law and forms know as a pair.
  if (second && isKnownPair(first!.key, second.key)) return false;
  return labelled || (second !== undefined && hasFamilyName);
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

/** Family names whose letters are no word of their own with other marks. */
const UNMISTAKABLE = new Set(['nguyen', 'tran', 'huynh']);
/** Borne by nine in ten; no two of them have the same letters. */
const COMMON = FAMILY_NAMES.slice(0, 17);
const MIDDLE_NAMES = new Set(['van', 'thi']);

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
