/** Finds where an identity card's fixed print stands in what was read of it, however badly. */
import { editDistance } from '../approximate-match.ts';
import { isMachineReadableLine } from '../codes/machine-readable-zone.ts';
import { squeeze } from '../fold.ts';
import type { Box } from '../geometry.ts';
import { isMostlyCapitals } from '../page-lines.ts';
import type { Word } from '../page-text.ts';
import { boxAround, shareRow } from '../reading/line-segments.ts';
import { CARD_WORDINGS, type CardWording } from './card-wordings.ts';

/** Share of the letters that may be misread: of any wording, and of one under a wording that was read. */
const MISREAD = 0.34;
const MISREAD_WHERE_EXPECTED = 0.62;
/** Of short wordings only this share, and a loose match is not thought of. */
const MISREAD_SHORT = 0.25;
const SHORT = 10;
/** So many wordings, read nearly without fault, make a card; a machine-readable line counts for two. */
const FEWEST_SIGNS = 4;
const NUMBER = /^\d{9,12}$/;
const SIGN_MISREAD = 0.15;
/** Lines of such print follow one another at this many heights of their letters. */
const LINE_PITCH = { least: 0.3, most: 1.7 };

const wordings = CARD_WORDINGS.map((wording) => ({
  ...wording,
  squeezed: squeeze(wording.text),
  isCapitals: isMostlyCapitals(wording.text),
}));
type Wording = CardWording & { readonly squeezed: string; readonly isCapitals: boolean };

/** A word, or the part of one before or after a colon or figure that was glued to it. */
export interface Piece {
  readonly word: Word;
  readonly text: string;
  readonly box: Box;
}

export interface Found {
  readonly wording: Wording;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly misread: number;
  readonly box: Box;
}

/** Places of fixed print in lines taken apart; none on what is no card. */
export function findCardWordings(pieces: readonly Piece[][]): Found[] {
  const tight = choose(wordings.flatMap((wording) => findAll(wording, pieces, limitOf(wording))));
  const signs = new Set(tight.filter((f) => f.misread <= SIGN_MISREAD).map((f) => f.wording.text));
  const hasZone = pieces.some((line) => isMachineReadableLine(line.map((piece) => piece.text).join('')));
  if (signs.size + (hasZone ? 2 : 0) < FEWEST_SIGNS) return [];
  let found = tight;
  // One wording that is found where it was expected vouches for the next.
  for (let round = 0; round < 2; round++) found = choose([...found, ...findExpected(found, pieces)]);
  return found;
}

function limitOf({ squeezed }: Wording): number {
  return squeezed.length < SHORT ? MISREAD_SHORT : MISREAD;
}

/** The best place in each line. */
function findAll(wording: Wording, pieces: readonly Piece[][], limit: number): Found[] {
  return pieces.flatMap((line, at) => findIn(wording, line, at, limit) ?? []);
}

function findIn(wording: Wording, line: readonly Piece[], at: number, limit: number): Found | null {
  const { squeezed } = wording;
  const squeezes = line.map((piece) => squeeze(piece.text));
  let best: Found | null = null;
  for (let from = 0; from < line.length; from++) {
    let letters = '';
    for (let to = from; to < line.length; to++) {
      letters += squeezes[to]!;
      if (letters.length > squeezed.length * (1 + limit)) break;
      if (letters.length < squeezed.length * (1 - limit)) continue;
      const misread = editDistance(letters, squeezed) / squeezed.length;
      if (isMostlyCapitals(textOf(line.slice(from, to + 1))) !== wording.isCapitals) continue;
      if (misread > limit || (best && misread >= best.misread)) continue;
      // A short one has look-alikes anywhere; behind it stands the number.
      if (squeezed.length < SHORT && !NUMBER.test(line[to + 1]?.text ?? '')) continue;
      const box = boxAround(line.slice(from, to + 1).map((piece) => piece.box));
      best = { wording, line: at, from, to, misread, box };
    }
  }
  return best;
}

/** Wordings that were not found yet, right under one that stands above them on the card. */
function findExpected(found: readonly Found[], pieces: readonly Piece[][]): Found[] {
  return wordings.flatMap((wording) => {
    if (wording.squeezed.length < SHORT) return [];
    return (wording.under ?? []).flatMap(([text, linesUp]) => {
      const above = found.filter((f) => f.wording.text === text);
      const isUnder = (f: Found) => above.some((other) => standsUnder(f.box, other.box, linesUp));
      if (above.length === 0 || found.some((f) => f.wording === wording && isUnder(f))) return [];
      return findAll(wording, pieces, MISREAD_WHERE_EXPECTED).filter(isUnder);
    });
  });
}

function standsUnder(box: Box, above: Box, lines: number): boolean {
  const down = box.y + box.height / 2 - (above.y + above.height / 2);
  const overlap = Math.min(box.x + box.width, above.x + above.width) - Math.max(box.x, above.x);
  const height = Math.max(box.height, above.height);
  return (
    down > LINE_PITCH.least * height &&
    down < LINE_PITCH.most * lines * height &&
    overlap > 0.5 * Math.min(box.width, above.width)
  );
}

/** Best first, longer wordings before their own beginnings; nothing is taken twice. */
function choose(found: readonly Found[]): Found[] {
  const chosen: Found[] = [];
  const worth = (f: Found) => f.wording.squeezed.length * (1 - 2 * f.misread);
  for (const next of found.toSorted((a, b) => worth(b) - worth(a))) {
    const overlaps = chosen.some((f) => f.line === next.line && f.from <= next.to && f.to >= next.from);
    const isTwice = chosen.some((f) => f.wording === next.wording && isSamePlace(f.box, next.box));
    if (!overlaps && !isTwice) chosen.push(next);
  }
  return chosen;
}

/** Pieces of one print; two cards side by side are further apart. */
function isSamePlace(a: Box, b: Box): boolean {
  return shareRow(a, b) > 0.3 && Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < Math.max(a.width, b.width);
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join(' ');
}
