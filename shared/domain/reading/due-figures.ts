/** Knows where a number has to stand, so that a thin 1 there is no speck: `tháng 11`, `khoản 1 Điều 3`, `Chương I`. */
import type { Word } from '../page-text.ts';

/** Before the figures of a day, and before the parts of a law (Nghị định 30/2020/NĐ-CP, annex I). */
const NUMBERED = /^(?:ngày|tháng|điều|khoản|chương|mục)$/iu;
/** What engines make of thin figures: 1 is read as any upright stroke. */
const THIN_FIGURES = /^[\dIlJÏÍ|!\][]{1,3}[.:;,]?$/u;
/** Of the height of the word before. */
const AS_HIGH = 0.6;

/** True of figures close behind such a word, and of the second of two that an engine parted. */
export function isDueFigure(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1];
  if (!before || !THIN_FIGURES.test(word.text)) return false;
  const gapPx = word.box.x - before.box.x - before.box.width;
  if (gapPx > before.box.height || word.box.height < AS_HIGH * before.box.height) return false;
  return NUMBERED.test(before.text) || isDueFigure(words, at - 1);
}
