/** Whether two pages are the same sheet scanned twice, and not two filled forms of one template. */
import { editDistance } from './approximate-match.ts';
import { foldTones } from './fold.ts';
import type { PageFacts } from './page.ts';
import type { PageText } from './page-text.ts';

/** Bits of the 64-bit fingerprint in which two scans of one sheet may differ. */
const MOST_BITS_APART = 14;
/** The same for pages without any text, which nothing else confirms. */
const MOST_BITS_APART_UNREAD = 4;
/** Share of words that two readings of one sheet have in common. */
const COMMON_WORDS = 0.6;
/** Words read with confidence on either page that the other page has nothing like. */
const SURE = 80;
const MOST_CONTRADICTIONS = 0.01;
/** Hexadecimal digits that fit in the 32 bits of one comparison. */
const DIGITS_AT_ONCE = 8;

/** Number of differing bits of two hexadecimal fingerprints; all of them where the lengths differ. */
export function bitsApart(a: string, b: string): number {
  if (a.length !== b.length) return 4 * Math.max(a.length, b.length);
  let bits = 0;
  for (let from = 0; from < a.length; from += DIGITS_AT_ONCE) {
    const to = from + DIGITS_AT_ONCE;
    let difference = Number.parseInt(a.slice(from, to), 16) ^ Number.parseInt(b.slice(from, to), 16);
    for (; difference !== 0; difference &= difference - 1) bits++;
  }
  return bits;
}

export function isSameSheet(a: PageFacts, b: PageFacts): boolean {
  const apart = bitsApart(a.quality.fingerprint, b.quality.fingerprint);
  if (apart > MOST_BITS_APART || a.text === null || b.text === null) return false;
  const [wordsA, wordsB] = [folded(a.text), folded(b.text)];
  if (wordsA.all.length === 0 || wordsB.all.length === 0) {
    return wordsA.all.length === wordsB.all.length && apart <= MOST_BITS_APART_UNREAD;
  }
  if (commonShare(wordsA.all, wordsB.all) < COMMON_WORDS) return false;
  // Two forms of one template share its words, but what fills them stands against each other on both pages;
  // a second reading of the same sheet only leaves words out or misreads a letter.
  const share = MOST_CONTRADICTIONS * Math.min(wordsA.all.length, wordsB.all.length);
  const [most, more] = [Math.max(1, share), Math.max(2, share)];
  // One way alone is not enough: a form filled by hand may be read without one sure word of what fills it.
  return (
    (isBorneOut(wordsA.sure, wordsB.all, most) && isBorneOut(wordsB.sure, wordsA.all, more)) ||
    (isBorneOut(wordsB.sure, wordsA.all, most) && isBorneOut(wordsA.sure, wordsB.all, more))
  );
}

/** Folding a page takes far longer than comparing it, and in a thick dossier each page meets many. */
const foldedPages = new WeakMap<PageText, FoldedPage>();

interface FoldedPage {
  /** Words of two letters and more, dates and grouped figures as one. */
  readonly all: readonly string[];
  readonly sure: readonly string[];
}

function folded(page: PageText): FoldedPage {
  const known = foldedPages.get(page);
  if (known) return known;
  const words = page.lines
    .flatMap((line) => line.words)
    .flatMap(({ text, confidence }) =>
      foldTones(text.replace(/(?<=\d)[/.,-](?=\d)/g, ''))
        .split(' ')
        .filter((word) => word.length > 1)
        .map((word) => ({ word, isSure: confidence >= SURE })),
    );
  const fold = {
    all: words.map(({ word }) => word),
    sure: words.filter(({ isSure }) => isSure).map(({ word }) => word),
  };
  foldedPages.set(page, fold);
  return fold;
}

/** Share of the longer list that has a partner of its own in the other. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < COMMON_WORDS * longer) return 0;
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let pairs = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    pairs++;
  }
  return pairs / longer;
}

/** Whether the other page has nothing like them for `most` of the words at most. */
function isBorneOut(words: readonly string[], others: readonly string[], most: number): boolean {
  const known = new Set(others);
  const distinct = [...known];
  let unlike = 0;
  for (const word of words) {
    if (word.length < 3 || known.has(word) || distinct.some((other) => isMisreading(word, other))) continue;
    if (++unlike > most) return false;
  }
  return true;
}

/** A number is misread in a digit of six at most, a word in a letter of three. */
function isMisreading(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  const most = Math.floor(a.length / (/\d/.test(a) ? 6 : 3));
  return most > 0 && editDistance(a, b, most) <= most;
}
