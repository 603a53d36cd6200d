/** Finds lines of text by their letters alone, where an engine's page layout was confused by drawings around them. */
import type { Box } from '../domain/geometry.ts';
import { boxAround, shareRow } from '../domain/reading/line-segments.ts';
import { type Component, type Labelling, labelComponents } from './components.ts';
import { mayBeLetter } from './letters.ts';
import type { GreyPicture } from './picture.ts';
import { findInkLevel, inkMask } from './threshold.ts';

const MM_PER_INCH = 25.4;
const TALLEST_LETTER_MM = 9;
const FEWEST_LETTERS = 3;
/** How far from the ink's level towards white the strokes of small print still count. */
const PALE_SHARE = 0.4;
/** In heights of its letters, of a line with tails and slant. */
const TALLEST_LINE = 2;
/** Of a pale line's width: less in dark pieces, and it is these that are broken. */
const BROKEN_SHARE = 0.9;
/** White between letters of one line, in heights of the line: words and small tabs, no columns. */
const WIDEST_GAP_HEIGHTS = 1.4;
/** Marks belong to the letter below them more often than to the one above. */
const MARK_ABOVE_WEIGHT = 0.6;

export interface TextLines {
  /** Around letters, without the marks above and below them. */
  readonly boxes: readonly Box[];
  /** For every pixel the line whose ink it is, or -1. */
  readonly lineOf: Int32Array;
}

/** Small pale print breaks at the level of the ink around it: it is looked for once more, nearer to white. */
export function findTextLines(picture: GreyPicture, dpi: number): TextLines {
  const ink = findInkLevel(picture);
  const dark = findLinesAt(picture, ink, dpi);
  const pale = findLinesAt(picture, ink + (255 - ink) * PALE_SHARE, dpi, isEven);
  const broken = new Set<number>();
  const whole = pale.boxes.flatMap((box, i) => {
    const pieces = dark.boxes.flatMap((piece, at) => (meets(piece, box) ? [at] : []));
    const width = pieces.reduce((sum, at) => sum + dark.boxes[at]!.width, 0);
    if (width >= box.width * BROKEN_SHARE) return [];
    for (const at of pieces) broken.add(at);
    return [i];
  });
  return join(
    dark,
    new Set(dark.boxes.flatMap((_, at) => (broken.has(at) ? [] : [at]))),
    pale,
    new Set(whole),
    picture.widthPx,
  );
}

/** True for pieces on one row that overlap. */
function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && shareRow(a, b) > 0.5;
}

/** The chosen lines of both. Letters of the first stay its own; other ink that both have goes to the second's. */
function join(
  a: TextLines,
  chosenOfA: ReadonlySet<number>,
  b: TextLines,
  chosenOfB: ReadonlySet<number>,
  widthPx: number,
): TextLines {
  const ofA = [...chosenOfA];
  const ofB = [...chosenOfB];
  const newA = new Map(ofA.map((line, i) => [line, i]));
  const newB = new Map(ofB.map((line, i) => [line, ofA.length + i]));
  const isLetter = (line: number, pixel: number) => {
    const { y, height } = a.boxes[line]!;
    const row = Math.floor(pixel / widthPx);
    return row >= y && row < y + height;
  };
  const lineOf = a.lineOf.map((lineOfA, pixel) => {
    const first = newA.get(lineOfA) ?? -1;
    const second = newB.get(b.lineOf[pixel]!) ?? -1;
    return second < 0 || (first >= 0 && isLetter(lineOfA, pixel)) ? first : second;
  });
  return { boxes: [...ofA.map((line) => a.boxes[line]!), ...ofB.map((line) => b.boxes[line]!)], lineOf };
}

/** Nearer to white, drawings run into lines and make one of several. */
function isEven(line: readonly Letter[]): boolean {
  const heights = line.map((letter) => letter.height).sort((a, b) => a - b);
  return boxAround(line).height <= heights[heights.length >> 1]! * TALLEST_LINE;
}

function findLinesAt(
  picture: GreyPicture,
  level: number,
  dpi: number,
  isSound: (line: readonly Letter[]) => boolean = () => true,
): TextLines {
  const labelling = labelComponents(inkMask(picture, level), picture.widthPx, picture.heightPx);
  const tallest = (TALLEST_LETTER_MM * dpi) / MM_PER_INCH;
  const letters = labelling.components
    .map((component, index) => ({ ...component, index }))
    .filter((component) => component.height <= tallest && mayBeLetter(component, dpi))
    .sort((a, b) => a.x - b.x);
  const lines: Letter[][] = [];
  for (const letter of letters) {
    const line = findLine(lines, letter);
    if (line) line.push(letter);
    else lines.push([letter]);
  }
  const kept = lines.filter((line) => line.length >= FEWEST_LETTERS && isSound(line));
  return { boxes: kept.map(boxAround), lineOf: assignInk(labelling, kept, dpi) };
}

type Letter = Component & { readonly index: number };

function findLine(lines: readonly Letter[][], letter: Letter): Letter[] | null {
  let best: Letter[] | null = null;
  let most = 0.4;
  for (const line of lines) {
    // The last letters alone: a line may be curved, and a comma says little of its height.
    const end = boxAround(line.slice(-4));
    const share = shareRow(end, letter);
    const gap = letter.x - (end.x + end.width);
    const isNear = gap < end.height * WIDEST_GAP_HEIGHTS && letter.height < end.height * 2.5;
    if (isNear && share > most) {
      most = share;
      best = line;
    }
  }
  return best;
}

/** Accents, dots and commas go to the line that is nearest; everything else drawn goes to none. */
function assignInk({ components, labels }: Labelling, lines: readonly Letter[][], dpi: number): Int32Array {
  const lineOfComponent = new Int32Array(components.length).fill(-1);
  const boxes = lines.map(boxAround);
  lines.forEach((line, i) => {
    for (const letter of line) lineOfComponent[letter.index] = i;
  });
  const largestMark = (3 * dpi) / MM_PER_INCH;
  components.forEach((component, index) => {
    if (lineOfComponent[index]! >= 0 || Math.max(component.width, component.height) > largestMark) return;
    let nearest = largestMark;
    boxes.forEach((box, i) => {
      if (component.x > box.x + box.width + box.height || component.x + component.width < box.x - box.height)
        return;
      const above = (box.y - component.y - component.height) * MARK_ABOVE_WEIGHT;
      const away = Math.max(above, component.y - (box.y + box.height), 0);
      if (away < nearest && away < box.height) {
        nearest = away;
        lineOfComponent[index] = i;
      }
    });
  });
  const lineOf = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    lineOf[i] = label < 0 ? -1 : lineOfComponent[label]!;
  }
  return lineOf;
}
