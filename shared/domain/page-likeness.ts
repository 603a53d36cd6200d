/** Whether two pages are the same sheet scanned twice, and not two filled forms of one template. */
import { foldTones } from './fold.ts';
import type { PageFacts } from './page.ts';
import { plainText } from './page-text.ts';

/** Bits of the 64-bit fingerprint in which two scans of one sheet may differ. */
const MOST_BITS_APART = 14;
/** The same for pages without any text, which nothing else confirms. */
const MOST_BITS_APART_UNREAD = 4;
/** Shares of words and of numbers that two readings of one sheet have in common. */
const COMMON_WORDS = 0.6;
const COMMON_WORDS_ALONE = 0.85;
const COMMON_NUMBERS = 0.7;

/** Number of differing bits of two hexadecimal fingerprints; all of them where the lengths differ. */
export function bitsApart(a: string, b: string): number {
  if (a.length !== b.length) return 4 * Math.max(a.length, b.length);
  let bits = 0;
  for (let index = 0; index < a.length; index++) {
    let difference = Number.parseInt(a[index]!, 16) ^ Number.parseInt(b[index]!, 16);
    for (; difference > 0; difference >>= 1) bits += difference & 1;
  }
  return bits;
}

export function isSameSheet(a: PageFacts, b: PageFacts): boolean {
  const apart = bitsApart(a.quality.fingerprint, b.quality.fingerprint);
  if (apart > MOST_BITS_APART || a.text === null || b.text === null) return false;
  const [textA, textB] = [foldTones(plainText(a.text)), foldTones(plainText(b.text))];
  if (textA === '' || textB === '') return textA === textB && apart <= MOST_BITS_APART_UNREAD;
  const words = commonShare(textA.split(' '), textB.split(' '));
  if (words < COMMON_WORDS) return false;
  // The template's words are common to all its forms; numbers, dates and ids are what fills them.
  const [numbersA, numbersB] = [numbersIn(plainText(a.text)), numbersIn(plainText(b.text))];
  if (numbersA.length === 0 || numbersB.length === 0) return words >= COMMON_WORDS_ALONE;
  return commonShare(numbersA, numbersB, isAlmostEqual) >= COMMON_NUMBERS;
}

/** Dates and grouped figures as one run of at least four digits. */
function numbersIn(text: string): string[] {
  return (text.replace(/(?<=\d)[/.,\s-](?=\d)/g, '').match(/\d{4,}/g) ?? []).slice(0, 60);
}

/** Share of the longer list that finds a partner of its own in the other. */
function commonShare(
  a: readonly string[],
  b: readonly string[],
  isPair?: (x: string, y: string) => boolean,
): number {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let pairs = 0;
  for (const word of a) {
    const partner = left.has(word) ? word : isPair && [...left.keys()].find((other) => isPair(word, other));
    if (partner === undefined) continue;
    pairs++;
    const rest = left.get(partner)! - 1;
    if (rest === 0) left.delete(partner);
    else left.set(partner, rest);
  }
  return pairs / Math.max(a.length, b.length);
}

/** Digit runs of one length that differ in at most one digit of six. */
function isAlmostEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) differences++;
  return differences <= Math.floor(a.length / 6);
}
