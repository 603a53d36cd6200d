/** Takes out what an engine made of specks, seals and drawings, by the confidence that it had itself. */
import type { Line, Word } from '../page-text.ts';
import { parseSyllable } from '../vietnamese/syllable.ts';
import { isDueFigure } from './due-figures.ts';
import { lineOfWords } from './line-segments.ts';
import { findRowNumbers } from './row-numbers.ts';

/** No word of a line above this: of such lines one word in forty was on the paper. */
const DOUBTFUL_LINE = 60;
/** A lone letter, or a mark that is neither letter nor figure, is a speck unless the engine is sure. */
const SURE_OF_MARK = 80;
const SURE_OF_LITTLE = 85;
const LITTLE = 3;
const SURE_NEIGHBOUR = 90;
const AS_HIGH = 0.7;

/** Remains of rules and leaders at the ends of a word, and specks before it, where no such mark can stand. */
const DRAWN_ENDS =
  /^(?:[_|¦~¬]+|[.…·]{3,}|['‘’]?[.,;:]+(?=\p{L}|\p{N})|['‘’](?=\p{L}))|(?:[_|¦~¬]+|[.…·]{3,})$/gu;
/** A machine-readable zone is no language, so the engine doubts what it reads well. */
const MACHINE_READABLE = /^(?=.*<<)[\p{L}\p{N}<]{16,}$/u;
/** Nor is the address of a web page. */
const WEB_ADDRESS = /[\w-]{3,}\.(?:gov|com|org|net|edu|vn)(?:[./]|$)/iu;
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;

/** A line of nothing but scraps of one or two letters is a drawing's more often than not. */
const SURE_OF_SCRAPS = 95;
const SURE_OF_EACH = 85;
const SCRAP = 2;
const PLAIN_SCRAP = /^[\p{L}\p{N}](?:[.,]?[\p{L}\p{N}])?[.,:;)]?$/u;
const FIGURES = /^\p{N}{1,2}[.)]?$/u;

/** Lines in order without those that are scraps of a drawing, a seal or a finger's print; `sure` words always stay. */
export function siftScraps(lines: readonly Line[], sure: ReadonlySet<Word>): Line[] {
  return lines.filter(({ words }) => words.some((word) => sure.has(word)) || !areScraps(words));
}

function areScraps(words: readonly Word[]): boolean {
  const longest = Math.max(...words.map(({ text }) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0));
  if (longest > SCRAP) return false;
  if (Math.max(...words.map((word) => word.confidence)) < SURE_OF_SCRAPS) return true;
  if (words.some(({ text, confidence }) => !PLAIN_SCRAP.test(text) || confidence < SURE_OF_EACH)) return true;
  return longest === 1 && !words.every(({ text }) => FIGURES.test(text));
}

/** Lines without their doubtful words; lines of which nothing is left are gone. */
export function siftWords(lines: readonly Line[]): Line[] {
  const trimmed = lines.map((line) => ({ ...line, words: line.words.map(trimDrawnEnds) }));
  const rowNumbers = findRowNumbers(trimmed);
  return trimmed.flatMap((line) => {
    const words = line.words.filter(
      (word, at, all) =>
        isCredible(word) ||
        rowNumbers.has(word) ||
        isWordOfOneLetter(word, all[at - 1], all[at + 1]) ||
        isDueFigure(all, at),
    );
    return words.length > 0 && isLineCredible(words) ? [lineOfWords(words)] : [];
  });
}

function trimDrawnEnds(word: Word): Word {
  const text = word.text.replace(DRAWN_ENDS, '');
  return text === word.text ? word : { ...word, text };
}

function isCredible(word: Word): boolean {
  if (word.text === '') return false;
  const isMark = word.text.length === 1 || !LETTER_OR_FIGURE.test(word.text);
  return !isMark || word.confidence >= SURE_OF_MARK;
}

/** `Y` of `Y tế`: as high as the words on both sides of it, which are sure and near. Strokes are read as I and l. */
function isWordOfOneLetter({ text, box }: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (!/^[\p{L}--[IilL]]$/v.test(text) || parseSyllable(text) === undefined) return false;
  if (before === undefined || after === undefined) return false;
  const gapPx = Math.max(box.x - before.box.x - before.box.width, after.box.x - box.x - box.width);
  return [before, after].every(
    (other) =>
      other.confidence >= SURE_NEIGHBOUR &&
      box.height >= AS_HIGH * other.box.height &&
      gapPx <= other.box.height,
  );
}

function isLineCredible(words: readonly Word[]): boolean {
  if (words.some(({ text }) => MACHINE_READABLE.test(text) || WEB_ADDRESS.test(text))) return true;
  const surest = Math.max(...words.map((word) => word.confidence));
  const length = words.reduce((sum, word) => sum + word.text.length, 0);
  return surest >= (length <= LITTLE ? SURE_OF_LITTLE : DOUBTFUL_LINE);
}
