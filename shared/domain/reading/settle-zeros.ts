/** Puts zeros where recognition read the letter O amid figures: `O1/O6/2026`, `O96165000059`. */
import type { Line, Word } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

/** Figures and the letter, in groups as days, amounts and numbers have; nothing else is touched. */
const AMID_FIGURES = /^(\P{L}*?)([\dOo]+(?:[/.,-][\dOo]+)*)(\P{L}*)$/u;
/** Of the characters of a number, so many are figures. */
const LEAST_FIGURES = 0.5;
const FEWEST_FIGURES = 2;

/** The words stay where they are and keep what was read. */
export function settleZeros(lines: readonly Line[]): Line[] {
  return mapWords(lines, settleZero);
}

function settleZero(word: Word): Word {
  const match = AMID_FIGURES.exec(word.text);
  if (!match || !/[Oo]/.test(match[2]!)) return word;
  const figures = match[2]!.match(/\d/g)?.length ?? 0;
  const letters = match[2]!.match(/[Oo]/g)!.length;
  if (figures < FEWEST_FIGURES || figures < (figures + letters) * LEAST_FIGURES) return word;
  return respell(word, match[1] + match[2]!.replace(/[Oo]/g, '0') + match[3]);
}
