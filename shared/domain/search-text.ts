/** Text as it is searched: words without marks and case, each with its place in the text as written. */

export interface SearchWord {
  /** `a-z` and digits; both ways of setting a tone mark (`hoà`, `hòa`) give the same. */
  readonly folded: string;
  /** UTF-16 offsets in the text as written, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface SnippetPiece {
  readonly text: string;
  readonly hit: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export function searchWords(text: string): SearchWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const folded = foldWord(word);
    return folded === '' ? [] : [{ folded, start: index, end: index + word.length }];
  });
}

function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

const WORDS_BEFORE = 5;
const WORDS_AFTER = 12;

/** The place where most of the words stand together, with each of them marked; empty when none occurs. */
export function cutSnippet(text: string, query: string): SnippetPiece[] {
  const asked = searchWords(query).map((word) => word.folded);
  const words = searchWords(text);
  const isHit = (word: SearchWord) =>
    asked.includes(word.folded) || (asked.length > 0 && word.folded.startsWith(asked.at(-1)!));
  const centre = bestPlace(words, asked, isHit);
  if (centre === null) return [];
  const first = Math.max(0, centre - WORDS_BEFORE);
  const shown = words.slice(first, centre + WORDS_AFTER);
  return piecesOf(text, shown, isHit);
}

/** Index of the first hit from which a snippet's length of text holds the most different words. */
function bestPlace(
  words: readonly SearchWord[],
  asked: readonly string[],
  isHit: (word: SearchWord) => boolean,
): number | null {
  let best: number | null = null;
  let bestCount = 0;
  for (const [index, word] of words.entries()) {
    if (!isHit(word)) continue;
    const near = words.slice(index, index + WORDS_AFTER).filter(isHit);
    const count = new Set(near.map((each) => each.folded)).size;
    if (count <= bestCount) continue;
    best = index;
    bestCount = count;
    if (count >= asked.length) break;
  }
  return best;
}

function piecesOf(
  text: string,
  words: readonly SearchWord[],
  isHit: (word: SearchWord) => boolean,
): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let at = words[0]!.start;
  for (const word of words) {
    if (!isHit(word)) continue;
    if (word.start > at) pieces.push({ text: text.slice(at, word.start), hit: false });
    pieces.push({ text: text.slice(word.start, word.end), hit: true });
    at = word.end;
  }
  const end = words.at(-1)!.end;
  if (end > at) pieces.push({ text: text.slice(at, end), hit: false });
  return pieces;
}
