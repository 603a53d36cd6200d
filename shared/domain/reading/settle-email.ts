/** Takes out of an e-mail address what recognition saw in its curl: `hoa(@mail.vn`, `hoa@®mail.vn`, `hoa(Ømail.vn`. */
import type { Line } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

const MISREAD = /^([\w.+-]+)(?:[(®©]?@[)®©]?|\([ØO0])([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}[.,;]?)$/i;

/** The words stay where they are and keep what was read. */
export function settleEmail(lines: readonly Line[]): Line[] {
  return mapWords(lines, (word) => respell(word, word.text.replace(MISREAD, '$1@$2')));
}
