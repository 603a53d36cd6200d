/** Knows where a number has to stand, so that a thin 1 there is no speck: `tháng 11`, `khoản 1 Điều 3`, `Chương I`. */
import type { Word } from '../page-text.ts';

const OF_DAY = /^(?:ngày|tháng)$/iu;
/** Parts of a law (Nghị định 30/2020/NĐ-CP, annex I); words of prose too, so that the figure must be half sure at least. */
const OF_LAW = /^(?:điều|khoản|chương)$/iu;
const LEAST_SURE = 35;
/** What engines make of thin figures: 1 is read as any upright stroke. */
const THIN_FIGURES = /^[\dIlJÏÍ|!\][]{1,3}[.:;,]?$/u;
const STROKES = /^[1IlJÏÍ|!\][]{1,2}$/u;
/** Of the height of the word before. */
const AS_HIGH = 0.6;

/** True of figures close behind such a word, and of the second stroke of a day's or a month's that an engine parted. */
export function isDueFigure(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1];
  if (!before || !THIN_FIGURES.test(word.text)) return false;
  const gapPx = word.box.x - before.box.x - before.box.width;
  if (gapPx > before.box.height || word.box.height < AS_HIGH * before.box.height) return false;
  if (OF_LAW.test(before.text)) return word.confidence >= LEAST_SURE;
  const isSecond = STROKES.test(word.text) && STROKES.test(before.text);
  return OF_DAY.test(isSecond ? (words[at - 2]?.text ?? '') : before.text);
}
