/** Names of people: two to six capitalised words, the first a family name. */
import { foldTones } from '../../fold.ts';
import { dressLike } from '../spelling.ts';
import { isSyllable } from '../syllable-share.ts';
import { type Token, trimValue } from '../tokens.ts';
import type { Grammar } from './reading.ts';

/** Without marks: families of all regions, and of the larger minorities. */
const FAMILIES = new Set(
  (
    'NGUYEN TRAN LE PHAM HOANG HUYNH PHAN VU VO DANG BUI DO HO NGO DUONG LY AN ANH AO AU BA BACH BAN BANG BANH BE BIEN ' +
    'BO CA CAM CAN CAO CAT CHAU CHE CHIEM CHU CHUC CHUNG CHUONG CO CONG CU CUNG DAI DAM DAN DANH DAO DAU DIEM DIEN DIEP ' +
    'DIEU DINH DOAN DON DONG DU DUC GIA GIAN GIANG GIAP HA HAN HAU HE HO HOA HONG HUA HUNG HUYEN KA KHA KHAU KHIEU KHONG ' +
    'KHU KHUAT KHUC KIEN KIEU KIM KSOR LA LAC LAI LAM LANG LAO LAU LENG LI LIEN LIEU LO LOC LOI LONG LU LUC LUONG LUU MA ' +
    'MAC MACH MAI MAN MAO MAU MEN MONG MUA MY NGHIEM NGHIEP NGUY NHAM NHAN NHU NIE NINH NONG ONG PHAC PHI PHO PHU PHUC ' +
    'PHUNG PHUONG QUACH QUAN QUANG QUE QUYEN QUYNH SA SAM SAN SON SU SUNG TA TAI TAN TANG TAO TAT TAY THACH THAI THAM ' +
    'THAN THANG THANH THAO THAP THE THIEN THIEU THOI THONG THU THUAN THUONG THUY TIEN TIEU TIN TO TON TONG TRA TRAC ' +
    'TRAN TRANG TRI TRIEU TRINH TRU TRUONG TU TUAN TUNG TUONG UAN UNG UONG VAN VANG VI VIEN VIET VINH VONG VU VUONG VUU ' +
    'VY XA XEO Y YEN'
  ).split(' '),
);

/** The frequent ones with their marks: no family is called otherwise with the same letters. */
const MARKED = new Map(
  (
    'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Lâm Trịnh Đào Lương Cao Tô ' +
    'Hà Châu Tạ Thái Phùng Lưu Tăng Quách Kiều Diệp Triệu Vương Tống Tôn Thạch Trịnh Nghiêm Nông Hứa Mạc Lục Khổng ' +
    'Giáp Sầm Đồng Bành Chung Bạch'
  )
    .split(' ')
    .map((family) => [foldTones(family), family]),
);

const HONORIFIC = /^(ông|bà|anh|chị|em|cháu|ông\/bà|ông\(bà\)|ông,)[:,.]?$/iu;
const MOST_WORDS = 6;
/** A name that stops at a word which is none, without a comma, may go on in it. */
const BROKEN = 0.7;

/** Letters as printed; a word with a figure or a blot in it is kept for others to repair, and doubted. */
export const personName: Grammar = (tokens) => {
  const start = tokens.findIndex(({ text }) => !HONORIFIC.test(text) && /\p{L}/u.test(text));
  const taken: Token[] = [];
  for (const token of tokens.slice(Math.max(0, start), start + MOST_WORDS + 1)) {
    const word = trimValue(token.text);
    if (!isNameWord(word, taken)) break;
    taken.push(token);
    if (/[,;.:)]$/.test(token.text)) break;
  }
  const words = taken.map(({ text }) => trimValue(text));
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  const isSpelled = words.every(isSyllable);
  const isFamily = FAMILIES.has(foldTones(words[0]!));
  const fit = words.some((word) => /[^\p{L}'-]/u.test(word))
    ? 0.2
    : isSpelled && isFamily
      ? 1
      : isFamily
        ? 0.6
        : 0.4;
  const end = tokens.indexOf(taken.at(-1)!) + 1;
  const isBroken = end < tokens.length && !/[,;.:)]$/.test(taken.at(-1)!.text);
  const value = [familyOf(words[0]!), ...words.slice(1)].join(' ').normalize('NFC');
  return { value, tokens: taken, fit: isBroken ? fit * BROKEN : fit };
};

/** `NGUYỄN` for `NGUYÊN`; with D and Đ kept apart. */
function familyOf(word: string): string {
  const family = MARKED.get(foldTones(word));
  return family !== undefined && /^đ/i.test(word) === family.startsWith('Đ') ? dressLike(word, family) : word;
}

function isNameWord(word: string, before: readonly Token[]): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || letters * 2 < word.length || !/^[\p{Lu}\d]/u.test(word)) return false;
  const isCapitals = before.length > 0 && before.every(({ text }) => isUpper(trimValue(text)));
  return (
    !isCapitals ||
    before.every(({ text }) => trimValue(text).length < 2) ||
    isUpper(word) ||
    before.length < 1
  );
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase();
}

/** Whether a line can be a name and nothing else. */
export function isPersonName(tokens: readonly Token[]): boolean {
  const name = personName(tokens);
  return name !== null && name.tokens.length === tokens.length && name.fit >= 0.4;
}
