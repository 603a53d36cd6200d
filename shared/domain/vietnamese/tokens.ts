/** Cuts the words of a line into syllables, numbers and limits, alike for counting texts and for reading pages. */
import { parseSyllable, syllableKey } from './syllable.ts';

/** Stands for a number, a date, a code: anything that carries a digit. */
export const NUMBER = '#';
/** Stands between sentences, before and behind a text. */
export const LIMIT = '|';
/** Stands for letters that are no syllable: abbreviations, foreign words, misread ones. */
export const OTHER = '?';

export interface Token {
  /** Key of a possible syllable, `NUMBER`, `OTHER` or `LIMIT`. */
  readonly key: string;
  /** Letters of the word that the token stands for; empty for a limit. */
  readonly text: string;
  /** Index of the word and of the first letter in it. */
  readonly word: number;
  readonly at: number;
}

/** Mail and web addresses, file names, machine-readable lines; marks that no letter takes up. */
const CODE = /[@\\<>=_#%&]|\p{M}|:\/\/|^[\x21-\x7e]*[a-z]\.[a-z][\x21-\x7e]*$/iu;
const PART = /\p{L}+|[.;:!?()[\]{}"“”«»…|]+/gu;

export function tokenize(words: readonly string[]): Token[] {
  const tokens: Token[] = [];
  const limit = (word: number, at: number) => {
    if (tokens.at(-1)?.key !== LIMIT) tokens.push({ key: LIMIT, text: '', word, at });
  };
  words.forEach((text, word) => {
    if (/\p{N}/u.test(text)) {
      tokens.push({ key: NUMBER, text, word, at: 0 });
      return;
    }
    if (CODE.test(text)) {
      limit(word, 0);
      return;
    }
    for (const part of text.matchAll(PART)) {
      if (!/^\p{L}/u.test(part[0])) {
        limit(word, part.index);
        continue;
      }
      const syllable = parseSyllable(part[0]);
      tokens.push({
        key: syllable ? syllableKey(syllable) : OTHER,
        text: part[0],
        word,
        at: part.index,
      });
    }
  });
  return tokens;
}
