/** Finds fixed wordings by their letters: mottos, titles, headings, labels, agencies. */
import { baseLetters } from './letters.ts';
import { LIMIT, NUMBER, type Token } from './tokens.ts';
import { FIXED_WORDINGS } from './wordings.ts';

/** Fewer letters have other readings: `quyển số`, `quyền sở`. */
const MIN_LETTERS = 8;

interface Node {
  readonly next: Map<string, Node>;
  syllables?: readonly string[];
}

const root: Node = { next: new Map() };
for (const phrase of FIXED_WORDINGS) plant(phrase.split(' '));

function plant(syllables: readonly string[]): void {
  if (syllables.join('').length < MIN_LETTERS) return;
  let node = root;
  for (const syllable of syllables) {
    const base = baseLetters(syllable);
    let next = node.next.get(base);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(base, next);
    }
    node = next;
  }
  node.syllables = syllables;
}

/** Places of fixed wordings: first token, and the syllables that stand there, lower case. The longest from each place. */
export function findPhrases(
  tokens: readonly Token[],
): { readonly at: readonly number[]; readonly syllables: readonly string[] }[] {
  const bases = tokens.map(({ key, text }) => (key === NUMBER ? NUMBER : baseLetters(text)));
  const found = [];
  for (let start = 0; start < tokens.length; start++) {
    const phrase = longestFrom(tokens, bases, start);
    if (phrase) found.push(phrase);
  }
  return found;
}

function longestFrom(tokens: readonly Token[], bases: readonly string[], start: number) {
  let node: Node | undefined = root;
  let longest: { at: number[]; syllables: readonly string[] } | undefined;
  const at: number[] = [];
  for (let index = start; index < tokens.length && node; index++) {
    const token = tokens[index]!;
    // `Độc lập - Tự do - Hạnh phúc`: dashes and stray points stand between.
    if (token.key === LIMIT && at.length > 0) continue;
    node = node.next.get(bases[index]!);
    at.push(index);
    if (node?.syllables) longest = { at: [...at], syllables: node.syllables };
  }
  return longest;
}
