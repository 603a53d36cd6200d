/** Reads the raised two of square metres, which recognition takes for another small mark: `(m?)`, `120,5 m°`. */
import type { Line, Word } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

const METRES_AND_MARK = /^(?:(\(|\d[\d.]*(?:,\d+)?)m[?°ˆ^*’'"”]|m[?°ˆ^*’'"”:])([.,;)]?)$/;
const FIGURES = /^\d[\d.]*(?:,\d+)?$/;

/** The words stay where they are and keep what was read; a two that was read as such is left as it is. */
export function settleSquareMetres(lines: readonly Line[]): Line[] {
  return mapWords(lines, (word, at, words) => settle(word, words[at - 1]));
}

/** In brackets as a table's head has it, else behind figures only: `m:` alone may be any label. */
function settle(word: Word, before: Word | undefined): Word {
  const [matched, opening = '', closing = ''] = METRES_AND_MARK.exec(word.text) ?? [];
  const isArea = opening === '(' ? closing === ')' : FIGURES.test(opening || (before?.text ?? ''));
  return matched !== undefined && isArea ? respell(word, `${opening}m²${closing}`) : word;
}
