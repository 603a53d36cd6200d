/** Puts a known spelling in the place of a read one: its marks and letters, the paper's capitals. */
import { editDistance } from '../approximate-match.ts';
import { foldTones } from '../fold.ts';

/** `ĐẶNG` for `Đặng` where the paper has capitals; small letters stay small. */
export function dressLike(read: string, known: string): string {
  if (isCapitals(read)) return known.toLocaleUpperCase('vi');
  const readWords = read.split(' ');
  const knownWords = known.split(' ');
  if (readWords.length !== knownWords.length) return known;
  return knownWords.map((word, index) => dressWord(readWords[index]!, word)).join(' ');
}

function dressWord(read: string, known: string): string {
  const [first = ''] = read.replace(/^[^\p{L}]+/u, '');
  if (read.length > 1 && isCapitals(read)) return known.toLocaleUpperCase('vi');
  const isSmall = first !== '' && first === first.toLocaleLowerCase('vi');
  const isKnownTitle = !isCapitals(known) || known.length === 1;
  if (!isKnownTitle) return known;
  return isSmall ? known.toLocaleLowerCase('vi') : known.charAt(0).toLocaleUpperCase('vi') + known.slice(1);
}

function isCapitals(text: string): boolean {
  return (
    /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi')
  );
}

/** Same letters and figures, whatever their marks. */
export function isSameLetters(a: string, b: string): boolean {
  return foldTones(a) === foldTones(b);
}

/** Share of letters in which the two differ, 0-1; figures count as letters. */
export function difference(a: string, b: string): number {
  const [left, right] = [foldTones(a).replace(/ /g, ''), foldTones(b).replace(/ /g, '')];
  return editDistance(left, right) / Math.max(1, left.length, right.length);
}

/** Letters and figures as `difference` counts them. */
export function lettersIn(text: string): number {
  return foldTones(text).replace(/ /g, '').length;
}

/** What two texts of so many letters differ in at least: cheap to know. */
export function leastDifference(left: number, right: number): number {
  return Math.abs(left - right) / Math.max(1, left, right);
}

/** The figures in a text, in order: house numbers must agree before two addresses may be one. */
export function figuresIn(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}
