/** Finds a printed phrase in recognized text although some of its letters were misread (Myers 1999, bit-parallel). */
import { squeeze } from './fold.ts';

/** Bits of a JavaScript integer that a pattern can use. */
const MAX_LENGTH = 31;

export interface Phrase {
  /** Squeezed, at most 31 characters. */
  readonly letters: string;
  /** Bit row of each character code: where in the phrase it stands. */
  readonly rows: Int32Array;
  /** Misread characters at which it still counts as the phrase. */
  readonly tolerance: number;
  /** One more than misread characters are tolerated: one of them stands unharmed in whatever counts as the phrase. */
  readonly pieces: readonly string[];
  /** Where each piece begins. */
  readonly starts: readonly number[];
}

export interface Match {
  readonly errors: number;
  /** Index behind the last matched character. */
  readonly end: number;
}

/** Long wordings become several phrases that follow one another, cut between words. */
export function compilePhrases(wording: string): Phrase[] {
  const pieces: string[] = [];
  for (const word of wording.split(/\s+/).map(squeeze)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + word.length <= MAX_LENGTH)
      pieces[pieces.length - 1] = last + word;
    else if (word !== '') pieces.push(word.slice(0, MAX_LENGTH));
  }
  return pieces.map(compile);
}

function compile(letters: string): Phrase {
  const rows = new Int32Array(128);
  for (let index = 0; index < letters.length; index++) rows[letters.charCodeAt(index)]! |= 1 << index;
  // Tone marks and blanks, where most errors are, are folded away already; short words have near neighbours, and
  // in long wordings all errors together may be the one word that makes the difference.
  const tolerance = Math.min(
    5,
    Math.floor(letters.length / (letters.length < 6 ? 6 : letters.length < 12 ? 5 : 4)),
  );
  const starts = Array.from({ length: tolerance + 1 }, (_, piece) =>
    Math.floor((piece * letters.length) / (tolerance + 1)),
  );
  const pieces = starts.map((start, piece) => letters.slice(start, starts[piece + 1]));
  return { letters, rows, tolerance, pieces, starts };
}

/**
 * Best place of the phrase at the very start of `text`; every character skipped before it is an error, and so
 * is what `tail` counts for an end, e.g. letters left over of the last word.
 */
export function matchAtStart(
  phrase: Phrase,
  text: string,
  tail: (end: number) => number = noTail,
): Match | null {
  return scan(phrase, text.slice(0, phrase.letters.length + phrase.tolerance), true, tail);
}

/** Best place of the phrase anywhere in `text`, likewise. */
export function matchAnywhere(
  phrase: Phrase,
  text: string,
  tail: (end: number) => number = noTail,
): Match | null {
  return couldOccur(phrase, text) ? scan(phrase, text, false, tail) : null;
}

const noTail = () => 0;

/** Whether every phrase of a wording occurs somewhere in `text`. */
export function occurs(phrases: readonly Phrase[], text: string): boolean {
  return phrases.every((phrase) => matchAnywhere(phrase, text) !== null);
}

/** A cheap no for most. */
export function couldOccur({ pieces }: Phrase, text: string): boolean {
  for (const piece of pieces) if (text.includes(piece)) return true;
  return false;
}

/** Likewise for a phrase that is to begin at `from`: misread letters move an unharmed piece by no more than themselves. */
export function couldStart({ pieces, starts, tolerance }: Phrase, text: string, from: number): boolean {
  for (let piece = 0; piece < pieces.length; piece++) {
    const start = from + starts[piece]!;
    for (let at = Math.max(from, start - tolerance); at <= start + tolerance; at++) {
      if (text.startsWith(pieces[piece]!, at)) return true;
    }
  }
  return false;
}

function scan(
  { letters, rows, tolerance }: Phrase,
  text: string,
  fromStart: boolean,
  tail: (end: number) => number,
): Match | null {
  const lastRow = 1 << (letters.length - 1);
  let increases = -1;
  let decreases = 0;
  let errors = letters.length;
  let best: Match | null = null;
  for (let index = 0; index < text.length; index++) {
    const equal = rows[text.charCodeAt(index)]!;
    const vertical = equal | decreases;
    const horizontal = (((equal & increases) + increases) ^ increases) | equal;
    let up = decreases | ~(horizontal | increases);
    let down = increases & horizontal;
    if (up & lastRow) errors++;
    else if (down & lastRow) errors--;
    up = (up << 1) | (fromStart ? 1 : 0);
    down <<= 1;
    increases = down | ~(vertical | up);
    decreases = up & vertical;
    if (errors > (best?.errors ?? tolerance)) continue;
    const total = errors + tail(index + 1);
    if (total <= tolerance && (best === null || total < best.errors))
      best = { errors: total, end: index + 1 };
  }
  return best;
}

/** Levenshtein distance of two short strings; given up, as one more than `most`, once it is sure to be larger. */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let diagonal = i - 1;
    let left = i;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      const replaced = letter === b.charCodeAt(j - 1) ? diagonal : diagonal + 1;
      left = Math.min(replaced, above + 1, left + 1);
      diagonal = above;
      row[j] = left;
      if (left < least) least = left;
    }
    if (least > most) return most + 1;
  }
  return row[b.length]!;
}
