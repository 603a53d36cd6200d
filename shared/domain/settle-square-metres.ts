/** Reads the raised two of square metres, which recognition takes for another small mark: `(m?)`, `120,5 m°`. */
import type { Line, Word } from './page-text.ts';

const IN_BRACKETS = /^\(m[?°ˆ^*’'"”]\)$/;
const BEHIND_FIGURES = /^m[?°ˆ^*’'"”:](?=[.,;)]?$)/;
const JOINED = /(?<=^\d[\d.]*(?:,\d+)?)m[?°ˆ^*’"”](?=[.,;)]?$)/;
const FIGURES = /^\d[\d.]*(?:,\d+)?$/;

/** The words stay where they are and keep what was read; a two that was read as such is left as it is. */
export function settleSquareMetres(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const words = line.words.map((word, i) => settle(word, line.words[i - 1]));
    return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
  });
}

function settle(word: Word, before: Word | undefined): Word {
  const pattern = FIGURES.test(before?.text ?? '') ? BEHIND_FIGURES : JOINED;
  const text = IN_BRACKETS.test(word.text) ? '(m²)' : word.text.replace(pattern, 'm²');
  return text === word.text ? word : { ...word, text, original: word.original ?? word.text, repair: 'code' };
}
