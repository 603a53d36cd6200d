/** Reads once more, line by line, what the engine doubted in the page as a whole. */
import type { Box } from '../domain/geometry.ts';
import { lineOfWords, shareRow } from '../domain/line-segments.ts';
import type { Line, Word } from '../domain/page-text.ts';
import { mapLines } from '../domain/reading-order.ts';
import { siftWords } from '../domain/sift-words.ts';
import type { GreyPicture } from '../imaging/picture.ts';
import { findTextLines } from '../imaging/text-lines.ts';
import { typesetLines } from '../imaging/typeset.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';

const SURE_WORD = 80;
/** Of a line's width, in words that were read with confidence. */
const WELL_READ_SHARE = 0.65;
/** A page with more doubtful lines than this is no page of text. */
const MOST_LINES = 60;
const TYPESET_DPI = 300;
const LEAST_GAIN = 1.05;

/** Gives `lines` of `picture` with doubtful ones replaced where the second reading is surer. */
export async function readDoubtfulAgain(
  engine: OcrEngine,
  picture: GreyPicture,
  dpi: number,
  lines: readonly Line[],
  timeoutMs: number,
): Promise<Line[]> {
  const found = findTextLines(picture, dpi);
  const doubtful = found.boxes.flatMap((box, i) =>
    measureWellRead(box, lines) < WELL_READ_SHARE ? [i] : [],
  );
  if (doubtful.length === 0 || doubtful.length > MOST_LINES) return [...lines];
  const sheet = typesetLines(picture, found, doubtful);
  const answer = await engine.recognize({
    picture: sheet.picture,
    dpi: TYPESET_DPI,
    layout: 'single-block',
    timeoutMs,
  });
  let result = [...lines];
  for (const row of sheet.rows) {
    const words = answer.lines
      .flatMap((line) => line.words)
      .filter(({ box }) => box.y + box.height / 2 >= row.topPx && box.y + box.height / 2 < row.bottomPx);
    if (words.length === 0) continue;
    const read = siftWords(mapLines([lineOfWords(words)], row.toPage));
    if (read[0]) result = replaceWhereSurer(result, read[0], found.boxes[row.line]!);
  }
  return result;
}

/** Share of the width of `box` under words that were read with confidence. */
function measureWellRead(box: Box, lines: readonly Line[]): number {
  let covered = 0;
  for (const word of wordsIn(box, lines)) {
    if (word.confidence < SURE_WORD) continue;
    const right = Math.min(box.x + box.width, word.box.x + word.box.width);
    covered += Math.max(0, right - Math.max(box.x, word.box.x));
  }
  return covered / box.width;
}

function wordsIn(box: Box, lines: readonly Line[]): Word[] {
  return lines.flatMap((line) => line.words).filter((word) => liesIn(word.box, box));
}

function liesIn(word: Box, box: Box): boolean {
  const centre = word.x + word.width / 2;
  return shareRow(word, box) > 0.5 && centre > box.x && centre < box.x + box.width;
}

function replaceWhereSurer(lines: readonly Line[], again: Line, box: Box): Line[] {
  const before = wordsIn(box, lines);
  if (countSureness(again.words) <= countSureness(before) * LEAST_GAIN) return [...lines];
  const others = lines.flatMap((line) => {
    const words = line.words.filter((word) => !before.includes(word));
    return words.length === line.words.length ? [line] : words.length > 0 ? [lineOfWords(words)] : [];
  });
  return [...others, again];
}

function countSureness(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length * Math.max(0, word.confidence - 40), 0);
}
