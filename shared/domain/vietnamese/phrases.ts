/** Finds fixed wordings by their letters: mottos, titles, headings, labels, agencies. */
import { baseLetters } from './letters.ts';
import { LIMIT, NUMBER, type Token } from './tokens.ts';
import { FIXED_WORDINGS, TITLES } from './wordings.ts';

/** Fewer letters have other readings: `quyển số`, `quyền sở`. */
const MIN_LETTERS = 8;

interface Node {
  readonly next: Map<string, Node>;
  syllables?: readonly string[];
  /** Those of a title. */
  title?: readonly string[];
}

export interface Phrase {
  /** Places of its tokens. */
  readonly at: readonly number[];
  /** Lower case. */
  readonly syllables: readonly string[];
  /** Of so many syllables the marks may have been misread for it to be this phrase still. */
  readonly mostMisread: number;
}

const root: Node = { next: new Map() };
for (const phrase of FIXED_WORDINGS) {
  if (phrase.replaceAll(' ', '').length >= MIN_LETTERS) plant(phrase).syllables = phrase.split(' ');
}
for (const title of TITLES) plant(title).title = title.split(' ');

function plant(phrase: string): Node {
  let node = root;
  for (const syllable of phrase.split(' ')) {
    const base = baseLetters(syllable);
    let next = node.next.get(base);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(base, next);
    }
    node = next;
  }
  return node;
}

/** The longest from each place. */
export function findPhrases(tokens: readonly Token[]): Phrase[] {
  const bases = tokens.map(({ key, text }) => (key === NUMBER ? NUMBER : baseLetters(text)));
  const found = [];
  for (let start = 0; start < tokens.length; start++) {
    const phrase = longestFrom(tokens, bases, start);
    if (phrase) found.push(phrase);
  }
  return found;
}

function longestFrom(tokens: readonly Token[], bases: readonly string[], start: number): Phrase | undefined {
  let node: Node | undefined = root;
  let longest: Phrase | undefined;
  const at: number[] = [];
  for (let index = start; index < tokens.length && node; index++) {
    const token = tokens[index]!;
    // `Độc lập - Tự do - Hạnh phúc`: dashes and stray points stand between.
    if (token.key === LIMIT && at.length > 0) continue;
    node = node.next.get(bases[index]!);
    at.push(index);
    const { syllables, title } = node ?? {};
    // Short wordings have look-alikes.
    if (syllables) longest = { at: [...at], syllables, mostMisread: at.length > 3 ? at.length - 1 : 1 };
    else if (title && isAlone(tokens, at))
      longest = { at: [...at], syllables: title, mostMisread: at.length };
  }
  return longest;
}

/** Who signs for another: `KT. GIÁM ĐỐC`. */
const ON_BEHALF = /^(?:KT|TL|TM|TUQ|Q)$/;

/** In capitals on a line of its own, but for what stands before who signs for another. */
function isAlone(tokens: readonly Token[], at: readonly number[]): boolean {
  const [first, last] = [at[0]!, at.at(-1)!];
  const capitals = at.every((index) => tokens[index]!.text === tokens[index]!.text.toUpperCase());
  const opens = tokens[first]!.word === 0 || ON_BEHALF.test(tokens[first - 2]?.text ?? '');
  const next = tokens.slice(last + 1).find((token) => token.key !== LIMIT);
  return capitals && opens && tokens[last + 1]?.key === LIMIT && (next?.word ?? 0) === 0;
}
