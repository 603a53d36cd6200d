/** Reads once more, line by line, what the engine doubted in the page as a whole. */

import type { Box } from '../../domain/geometry.ts';
import type { Line, Word } from '../../domain/page-text.ts';
import { chooseCardReading } from '../../domain/reading/choose-card-reading.ts';
import { chooseReading } from '../../domain/reading/choose-reading.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { siftWords } from '../../domain/reading/sift-words.ts';
import { showsCardPrint } from '../../domain/vietnamese/restore-card-wordings.ts';
import type { GreyPicture } from '../../imaging/picture.ts';
import { findTextLines } from '../../imaging/text-lines.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';
import { readLines } from './read-lines.ts';

const SURE_WORD = 90;
/** Of a line's width, in words. */
const WELL_READ_SHARE = 0.65;
const SAME_ROW = 0.4;
/** A page with more doubtful lines than this is no page of text. */
const MOST_LINES = 80;

/**
 * Gives `lines` of `picture` with words replaced where the second reading is surer. With `asEnglish` an identity card's
 * English print and machine-readable zone are read as English too.
 */
export async function readDoubtfulAgain(
  engine: OcrEngine,
  picture: GreyPicture,
  dpi: number,
  lines: readonly Line[],
  { timeoutMs, asEnglish }: { readonly timeoutMs: number; readonly asEnglish: boolean },
): Promise<Line[]> {
  const found = findTextLines(picture, dpi);
  const choose = (isWanted: (words: readonly Word[], box: Box) => boolean, among: readonly Line[]) =>
    found.boxes.flatMap((box, i) => (isWanted(wordsIn(box, among), box) ? [i] : []));
  // Figures of a machine-readable zone are chosen by its check digits, below.
  const doubtful = choose((words, box) => isDoubtful(words, box) && !(asEnglish && isOfZone(words)), lines);
  let result = [...lines];
  if (doubtful.length > MOST_LINES) return result;
  if (doubtful.length > 0) {
    const read = await readLines(engine, picture, found, doubtful, 'vi', timeoutMs / 2);
    for (const [i, words] of read) {
      const again = siftWords([lineOfWords(words)])[0]?.words ?? [];
      for (const { before, after } of chooseReading(wordsIn(found.boxes[i]!, result), again))
        result = replaceWords(result, before, after);
    }
  }
  if (!asEnglish || !showsCardPrint(result)) return result;
  const foreign = choose((words, box) => isDoubtful(words, box) || isOfZone(words), result);
  if (foreign.length === 0 || foreign.length > MOST_LINES) return result;
  const read = await readLines(engine, picture, found, foreign, 'en', timeoutMs / 2);
  for (const [i, words] of read) {
    const before = wordsIn(found.boxes[i]!, result);
    const chosen = chooseCardReading(before, words);
    if (chosen) result = replaceWords(result, before, chosen);
  }
  return result;
}

function isDoubtful(words: readonly Word[], box: Box): boolean {
  if (words.some((word) => word.confidence < SURE_WORD)) return true;
  let covered = 0;
  for (const word of words) {
    const right = Math.min(box.x + box.width, word.box.x + word.box.width);
    covered += Math.max(0, right - Math.max(box.x, word.box.x));
  }
  return covered / box.width < WELL_READ_SHARE;
}

function isOfZone(words: readonly Word[]): boolean {
  return words.some((word) => /<<|«/.test(word.text));
}

function wordsIn(box: Box, lines: readonly Line[]): Word[] {
  return lines.flatMap((line) => line.words).filter((word) => liesIn(word.box, box));
}

/** Of the taller's height: what was read across two lines lies in neither. */
function liesIn(word: Box, box: Box): boolean {
  const common = Math.min(word.y + word.height, box.y + box.height) - Math.max(word.y, box.y);
  const centre = word.x + word.width / 2;
  return (
    common >= SAME_ROW * Math.max(word.height, box.height) && centre > box.x && centre < box.x + box.width
  );
}

/** In the place of the first of those replaced, if they stood on one line; else on a line of its own. */
function replaceWords(lines: readonly Line[], before: readonly Word[], after: readonly Word[]): Line[] {
  const touched = lines.filter((line) => line.words.some((word) => before.includes(word)));
  const replaced = lines.flatMap((line) => {
    if (!touched.includes(line)) return [line];
    const words = line.words.flatMap((word) => {
      if (!before.includes(word)) return [word];
      return word === before[0] && touched.length === 1 ? after : [];
    });
    return words.length > 0 ? [lineOfWords(words)] : [];
  });
  return touched.length === 1 ? replaced : [...replaced, lineOfWords(after)];
}
