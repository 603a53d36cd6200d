/** Reads numbers of documents by their grammar: `4 0/2025/NĐ-CP`, `1743/QĐ- BGTVT`, `51/2025/71-BCA`. */
import type { Line, Word } from '../page-text.ts';
import { lineOfWords } from './line-segments.ts';
import { mapWords, respell } from './respell.ts';

const FIGURES = /^\d{1,2}$/;
const MOST_FIGURES = 3;
/** Number, year where the document is a law or under one, kind and issuer (Nghị định 30/2020/NĐ-CP, annexes I and III). */
const NUMBERED = /^\d{1,4}\/(?:(?:19|20)\d{2}\/)?\p{Lu}/u;
const OPEN = /^\d{1,5}\/(?:(?:19|20)\d{2}\/)?\p{Lu}[\p{Lu}\p{Ll}]{0,4}-$/u;
const ISSUER = /^\p{Lu}{2}/u;
/** Numbers of laws end in that of the term of the National Assembly. */
const OPEN_LAW = /^\d{1,4}\/(?:19|20)\d{2}\/QH$/;
const TERM = /^\d{1,2}\p{P}*$/u;
/** A kind of document has no figures; of ministries' circulars, by far the most, both letters are read as such. */
const CIRCULAR =
  /(?<=^\d{1,4}\/(?:19|20)\d{2}\/)(?=[T71]*[71])[T71]{2}(?=-(?:B\p{Lu}{1,6}|NHNN|TTCP|TANDTC|VKSNDTC|VPCP)(?!\p{Lu}))/u;

/** Words keep what was read; what was parted becomes one. */
export function settleDocumentNumbers(lines: readonly Line[]): Line[] {
  return mapWords(joinParted(lines), (word) => respell(word, word.text.replace(CIRCULAR, 'TT')));
}

function joinParted(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const words: Word[] = [];
    for (const word of line.words) {
      const before = words.at(-1);
      if (before && isParted(before, word, words.at(-2))) words[words.length - 1] = join(before, word);
      else words.push(word);
    }
    return words.length === line.words.length ? line : { ...line, words };
  });
}

function isParted({ text }: Word, { text: next }: Word, label: Word | undefined): boolean {
  if (FIGURES.test(text)) {
    const figures = text.length + next.search(/\D/);
    return /^số:?$/iu.test(label?.text ?? '') && NUMBERED.test(next) && figures <= MOST_FIGURES;
  }
  return (OPEN.test(text) && ISSUER.test(next)) || (OPEN_LAW.test(text) && TERM.test(next));
}

function join(a: Word, b: Word): Word {
  return {
    ...a,
    text: a.text + b.text,
    box: lineOfWords([a, b]).box,
    confidence: Math.min(a.confidence, b.confidence),
    original: `${a.original ?? a.text} ${b.original ?? b.text}`,
    repair: 'code',
  };
}
