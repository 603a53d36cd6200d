/** Takes out of an e-mail address what recognition saw in its curl: `hoa(@mail.vn`, `hoa@®mail.vn`, `hoa(Ømail.vn`. */
import type { Line, Word } from '../page-text.ts';

const MISREAD = /^([\w.+-]+)(?:[(®©]?@[)®©]?|\([ØO0])([\w-]+(?:\.[\w-]+)+[.,;]?)$/;

/** The words stay where they are and keep what was read. */
export function settleEmail(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const words = line.words.map(settle);
    return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
  });
}

function settle(word: Word): Word {
  const text = word.text.replace(MISREAD, '$1@$2');
  if (text === word.text) return word;
  return { ...word, text, original: word.original ?? word.text, repair: 'code' };
}
