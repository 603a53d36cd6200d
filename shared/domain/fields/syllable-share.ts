/** Whether words can be Vietnamese: recognition that invents letters seldom invents a syllable. */
import { parseSyllable } from '../vietnamese/syllable.ts';

/** Marks around it count as its own. */
export function isSyllable(word: string): boolean {
  return parseSyllable(bareWord(word)) !== undefined;
}

/** Share of the words of letters that can be syllables; 1 for a text without any. */
export function syllableShare(words: readonly string[]): number {
  const spoken = words.map(bareWord).filter((word) => /\p{L}/u.test(word) && !isAbbreviation(word));
  return spoken.length === 0 ? 1 : spoken.filter(isSyllable).length / spoken.length;
}

function bareWord(word: string): string {
  return word.replace(/^[^A-Za-zÀ-ỹ\d]+|[^A-Za-zÀ-ỹ\d]+$/gu, '');
}

/** `QLHC`, `TP`, `10B`, `C.1cm`, `V/v`: no syllable, and no fault. */
function isAbbreviation(word: string): boolean {
  return /^[\p{Lu}\d.]{1,4}$/u.test(word) || /\d|^\p{Lu}\//u.test(word);
}
