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

/**
 * Best place of the phrase anywhere in `text`, likewise. A piece of it stands there unharmed, so only what lies around
 * its pieces is compared.
 */
export function matchAnywhere(
  phrase: Phrase,
  text: string,
  tail: (end: number) => number = noTail,
): Match | null {
  const starts = likelyStarts(phrase, text);
  const length = phrase.letters.length + phrase.tolerance;
  let best: Match | null = null;
  for (let index = 0; index < starts.length; ) {
    const from = Math.max(0, starts[index]! - phrase.tolerance);
    let to = starts[index]! + length;
    while (++index < starts.length && starts[index]! - phrase.tolerance <= to) to = starts[index]! + length;
    const match = scan(
      phrase,
      text.slice(from, to),
      false,
      tail === noTail ? noTail : (end) => tail(from + end),
    );
    if (match && (best === null || match.errors < best.errors))
      best = { errors: match.errors, end: from + match.end };
  }
  return best;
}

const noTail = () => 0;
const NOWHERE: readonly number[] = [];

/** Whether every phrase of a wording occurs somewhere in `text`. */
export function occurs(phrases: readonly Phrase[], text: string): boolean {
  return phrases.every((phrase) => matchAnywhere(phrase, text) !== null);
}

/** Where the phrase would begin, going by its pieces that stand in `text`; rising. */
function likelyStarts({ pieces, starts }: Phrase, text: string): readonly number[] {
  let found: number[] | null = null;
  for (let piece = 0; piece < pieces.length; piece++) {
    for (let at = text.indexOf(pieces[piece]!); at >= 0; at = text.indexOf(pieces[piece]!, at + 1)) {
      if (found === null) found = [];
      found.push(at - starts[piece]!);
    }
  }
  return found === null ? NOWHERE : found.sort((a, b) => a - b);
}

/** A cheap no for most places where a phrase may begin: misread letters move an unharmed piece by no more than themselves. */
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

/** One row for all comparisons: a thick dossier makes a hundred thousand, one at a time. */
let scratch = new Uint16Array(64);

/** Levenshtein distance of two short strings; given up, as one more than `most`, once it is sure to be larger. */
export function editDistance(a: string, b: string, most = a.length + b.length): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (scratch.length <= b.length) scratch = new Uint16Array(2 * b.length);
  const row = scratch;
  for (let j = 0; j <= b.length; j++) row[j] = j;
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
