/** Reads the lone figures in a page's margins, which an engine drops or doubts as specks when it reads the whole page. */
import type { Box } from '../../domain/geometry.ts';
import type { Line, Word } from '../../domain/page-text.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { findMarginFigures } from '../../imaging/margin-figures.ts';
import { blankGrey, cropGrey, type GreyPicture } from '../../imaging/picture.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';

const NUMBER = /^-?\d{1,3}-?$|^\d{1,2}\/\d{1,2}$/;
const ALPHABET = '0123456789/-';
const SURE = 70;
/** A number of the page's own reading that need not be read once more. */
const CERTAIN = 90;
/** Read at all: whether rightly, a row of the same figures tells. */
const DOUBTFUL = 5;
const FRINGE_PX = 4;
const MARGIN_PX = 30;
const ROW = { copies: 4, gapPx: 40 } as const;

export interface NumberedLines {
  /** Those given, with each number on a line of its own in the place of what was read there. */
  readonly lines: readonly Line[];
  readonly numbers: readonly Word[];
}

/** At most one number for each margin. Boxes are in pixels of `picture`. */
export async function readPageNumbers(
  engine: OcrEngine,
  picture: GreyPicture,
  dpi: number,
  lines: readonly Line[],
  timeoutMs: number,
): Promise<NumberedLines> {
  const numbers: Word[] = [];
  for (const box of findMarginFigures(picture, dpi)) {
    const known = numberReadAt(box, lines);
    const isCertain = known !== null && known.confidence >= CERTAIN;
    const again = isCertain ? null : await readNumber(engine, picture, dpi, box, timeoutMs / 2);
    const number = again ?? known;
    if (number) numbers.push(number);
  }
  if (numbers.length === 0) return { lines, numbers };
  const others = lines.flatMap((line) => {
    const words = line.words.filter((word) => !numbers.some(({ box }) => meet(word.box, box)));
    return words.length === line.words.length ? [line] : words.length > 0 ? [lineOfWords(words)] : [];
  });
  return { lines: [...others, ...numbers.map((word) => lineOfWords([word]))], numbers };
}

/** What the page's own reading has there, where that is a number read surely enough. */
function numberReadAt(box: Box, lines: readonly Line[]): Word | null {
  const words = lines.flatMap((line) => line.words).filter((word) => meet(word.box, box));
  const text = words.map((word) => word.text).join('');
  const confidence = Math.min(...words.map((word) => word.confidence));
  return NUMBER.test(text) && confidence >= SURE ? { text, box, confidence } : null;
}

async function readNumber(
  engine: OcrEngine,
  picture: GreyPicture,
  dpi: number,
  box: Box,
  timeoutMs: number,
): Promise<Word | null> {
  const cut = cropGrey(picture, {
    x: box.x - FRINGE_PX,
    y: box.y - FRINGE_PX,
    width: box.width + 2 * FRINGE_PX,
    height: box.height + 2 * FRINGE_PX,
  });
  const read = (copies: number) =>
    engine.recognize({
      picture: setInRow(cut, copies),
      dpi,
      layout: 'single-line',
      timeoutMs: timeoutMs / 2,
      alphabet: ALPHABET,
    });
  const [word] = (await read(1)).lines.flatMap((line) => line.words);
  if (!word || !NUMBER.test(word.text) || word.confidence < DOUBTFUL) return null;
  if (word.confidence >= SURE) return { ...word, box };
  const again = (await read(ROW.copies)).lines.flatMap((line) => line.words).map(({ text }) => text);
  const isSame = again.length > 0 && new Set(again.join('')).size === new Set(word.text).size;
  return isSame && again.join('').startsWith(word.text) ? { ...word, box, confidence: SURE } : null;
}

/** The same figures side by side, on white: a row is a line of text to an engine, a lone figure may be a speck. */
function setInRow(cut: GreyPicture, copies: number): GreyPicture {
  const pitchPx = cut.widthPx + ROW.gapPx;
  const sheet = blankGrey(copies * pitchPx - ROW.gapPx + 2 * MARGIN_PX, cut.heightPx + 2 * MARGIN_PX);
  for (let copy = 0; copy < copies; copy++) {
    for (let y = 0; y < cut.heightPx; y++) {
      const row = cut.data.subarray(y * cut.widthPx, (y + 1) * cut.widthPx);
      sheet.data.set(row, (MARGIN_PX + y) * sheet.widthPx + MARGIN_PX + copy * pitchPx);
    }
  }
  return sheet;
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
