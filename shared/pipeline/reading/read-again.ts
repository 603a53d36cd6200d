/** Reads once more, line by line, what the engine doubted in the page as a whole. */
import { chooseCardReading } from '../../domain/choose-card-reading.ts';
import type { Box } from '../../domain/geometry.ts';
import { lineOfWords, shareRow } from '../../domain/line-segments.ts';
import type { Line, Word } from '../../domain/page-text.ts';
import { siftWords } from '../../domain/sift-words.ts';
import { showsCardPrint } from '../../domain/vietnamese/restore-card-wordings.ts';
import type { GreyPicture } from '../../imaging/picture.ts';
import { findTextLines } from '../../imaging/text-lines.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';
import { readLines } from './read-lines.ts';

const SURE_WORD = 80;
/** Of a line's width, in words that were read with confidence. */
const WELL_READ_SHARE = 0.65;
/** A page with more doubtful lines than this is no page of text. */
const MOST_LINES = 60;
/** Surer by this factor, for two models have two scales: at 1.05 it harmed one character for 14 mended, at 1.4 one for 65. */
const LEAST_GAIN = 1.4;

/**
 * Gives `lines` of `picture` with doubtful ones replaced where the second reading is surer. With `asEnglish` an identity
 * card's English print and machine-readable zone are read as English too.
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
  const doubtful = choose(isDoubtful, lines);
  let result = [...lines];
  if (doubtful.length > MOST_LINES) return result;
  if (doubtful.length > 0) {
    const read = await readLines(engine, picture, found, doubtful, 'vi', timeoutMs / 2);
    for (const [i, words] of read) {
      const again = siftWords([lineOfWords(words)])[0];
      const before = wordsIn(found.boxes[i]!, result);
      if (again && countSureness(again.words) > countSureness(before) * LEAST_GAIN)
        result = replaceWords(result, before, again.words);
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
  let covered = 0;
  for (const word of words) {
    if (word.confidence < SURE_WORD) continue;
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

function liesIn(word: Box, box: Box): boolean {
  const centre = word.x + word.width / 2;
  return shareRow(word, box) > 0.5 && centre > box.x && centre < box.x + box.width;
}

function replaceWords(lines: readonly Line[], before: readonly Word[], after: readonly Word[]): Line[] {
  const others = lines.flatMap((line) => {
    const words = line.words.filter((word) => !before.includes(word));
    return words.length === line.words.length ? [line] : words.length > 0 ? [lineOfWords(words)] : [];
  });
  return [...others, lineOfWords(after)];
}

function countSureness(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length * Math.max(0, word.confidence - 40), 0);
}
