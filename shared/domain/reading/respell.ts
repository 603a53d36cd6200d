/** How a repair is noted on a word: what was read is kept, and why it was changed is said. */
import type { Line, Word } from '../page-text.ts';

type Reason = NonNullable<Word['repair']>;

/** The word itself where `text` is what it says already. */
export function respell(word: Word, text: string, repair: Reason = 'code'): Word {
  return text === word.text ? word : { ...word, text, original: word.original ?? word.text, repair };
}

/** Cuts a word in two behind its first `length` characters, in proportion to its width. */
export function partWord(word: Word, length: number, repair: Reason): [Word, Word] {
  const { x, width } = word.box;
  const headPx = (width * length) / word.text.length;
  const part = (text: string, left: number, widthPx: number): Word => ({
    ...respell(word, text, repair),
    box: { ...word.box, x: left, width: widthPx },
  });
  return [
    part(word.text.slice(0, length), x, headPx),
    part(word.text.slice(length), x + headPx, width - headPx),
  ];
}

/** Word for word, each in its place; lines of which no word changes are left as they are. */
export function mapWords(
  lines: readonly Line[],
  change: (word: Word, at: number, words: readonly Word[]) => Word,
): Line[] {
  return lines.map((line) => {
    const words = line.words.map(change);
    return words.some((word, at) => word !== line.words[at]) ? { ...line, words } : line;
  });
}
