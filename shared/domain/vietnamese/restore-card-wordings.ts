/** Restores what every identity card prints where recognition misread its small type; what the card says is left alone. */
import { editDistance } from '../approximate-match.ts';
import { isMachineReadableLine } from '../codes/machine-readable-zone.ts';
import { squeeze } from '../fold.ts';
import type { Box } from '../geometry.ts';
import { boxAround, lineOfWords } from '../line-segments.ts';
import { isMostlyCapitals } from '../page-lines.ts';
import type { Line, Word } from '../page-text.ts';
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
interface Piece {
  readonly word: Word;
  readonly text: string;
  readonly box: Box;
}

interface Found {
  readonly wording: Wording;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly misread: number;
  readonly box: Box;
}

/** Lines in the same order; a restored word keeps as `original` what was read in its place. */
export function restoreCardWordings(lines: readonly Line[]): Line[] {
  const pieces = lines.map((line) => line.words.flatMap(takeApart));
  const tight = choose(wordings.flatMap((wording) => findAll(wording, pieces, limitOf(wording))));
  const signs = new Set(tight.filter((f) => f.misread <= SIGN_MISREAD).map((f) => f.wording.text));
  const hasZone = lines.some((line) => isMachineReadableLine(line.words.map((word) => word.text).join('')));
  if (signs.size + (hasZone ? 2 : 0) < FEWEST_SIGNS) return [...lines];
  let found = tight;
  // One wording that is found where it was expected vouches for the next.
  for (let round = 0; round < 2; round++) found = choose([...found, ...findExpected(found, pieces)]);
  return lines.map((line, at) => {
    const here = found.filter((f) => f.line === at && !isAsPrinted(f, pieces[at]!));
    return here.length === 0 ? line : rewrite(pieces[at]!, here);
  });
}

function limitOf({ squeezed }: Wording): number {
  return squeezed.length < SHORT ? MISREAD_SHORT : MISREAD;
}

function takeApart(word: Word): Piece[] {
  const parts = word.text.split(/(?<=\p{L}[:.]*)(?=\p{N})|(?<=\p{L}[:.])(?=\p{L})/u);
  let start = 0;
  return parts.map((text) => {
    const width = (word.box.width * text.length) / word.text.length;
    const box = { ...word.box, x: word.box.x + (word.box.width * start) / word.text.length, width };
    start += text.length;
    return { word, text, box };
  });
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
    if (!overlaps) chosen.push(next);
  }
  return chosen;
}

function isAsPrinted({ wording, from, to }: Found, pieces: readonly Piece[]): boolean {
  return textOf(pieces.slice(from, to + 1)) === wording.text;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join(' ');
}

function rewrite(pieces: readonly Piece[], found: readonly Found[]): Line {
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const here = found.find((f) => f.from === at);
    if (here) {
      words.push(...setWords(here, pieces.slice(here.from, here.to + 1)));
      at = here.to;
      continue;
    }
    const { word, text, box } = pieces[at]!;
    // What was glued to a wording stays glued where no wording parts it.
    const isRest = at > 0 && pieces[at - 1]!.word === word && words.at(-1)?.repair === undefined;
    if (isRest) words[words.length - 1] = joinPieces(words.at(-1)!, text, box);
    else words.push(text === word.text ? word : { ...word, text, box });
  }
  return lineOfWords(words);
}

function joinPieces(word: Word, text: string, box: Box): Word {
  return { ...word, text: word.text + text, box: boxAround([word.box, box]) };
}

/** Word for word where as many were read, else spread over the place by their length. */
function setWords({ wording, misread, box }: Found, read: readonly Piece[]): Word[] {
  const texts = wording.text.split(' ');
  const confidence = Math.round(100 * (1 - misread));
  if (texts.length === read.length) {
    return texts.map((text, i) => {
      const { word, text: original, box: own } = read[i]!;
      return original === text && original === word.text
        ? word
        : { text, box: own, confidence, original, repair: 'phrase' };
    });
  }
  const pitch = box.width / wording.text.length;
  let start = 0;
  return texts.map((text): Word => {
    const own = { ...box, x: box.x + start * pitch, width: text.length * pitch };
    start += text.length + 1;
    return { text, box: own, confidence, original: textOf(read), repair: 'phrase' };
  });
}
