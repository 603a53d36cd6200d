/** Parts words between which recognition lost the space: `cấpngày`, `Tờbảnđồsố`. */

import type { Line, Word } from '../page-text.ts';
import { lineOfWords } from '../reading/line-segments.ts';
import { isKnownPair, logFollows, syllableId } from './mark-model.ts';
import { parseSyllable, syllableKey } from './syllable.ts';

const SHORTEST_PART = 2;
const LONGEST_PART = 7;
const LONGEST = 24;
const MARKED = /[^\x00-\x7f]/;
const WORD = /^([^\p{L}]*)(\p{L}+)([^\p{L}]*)$/u;

/**
 * Only what is no syllable, carries marks, and falls into syllables each pair of which is known: foreign words do not.
 * Each part keeps the whole word as its `original`.
 */
export function splitJoinedWords(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const words = line.words.flatMap(split);
    return words.length === line.words.length ? line : lineOfWords(words);
  });
}

function split(word: Word): Word[] {
  const [, head = '', letters = '', tail = ''] = WORD.exec(word.text) ?? [];
  if (letters.length < 2 * SHORTEST_PART || letters.length > LONGEST || !MARKED.test(letters)) return [word];
  if (parseSyllable(letters)) return [word];
  const parts = findParts(letters);
  if (!parts) return [word];
  const pitch = word.box.width / word.text.length;
  let start = 0;
  return parts.map((part, i): Word => {
    const text = (i === 0 ? head : '') + part + (i === parts.length - 1 ? tail : '');
    const box = { ...word.box, x: word.box.x + start * pitch, width: text.length * pitch };
    start += text.length;
    return { ...word, text, box, original: word.original ?? word.text, repair: 'syllable' };
  });
}

/** The likeliest way; null where there is none. */
function findParts(letters: string): string[] | null {
  let best: { parts: string[]; log: number } | null = null;
  const follow = (at: number, parts: string[], key: string | null, log: number) => {
    if (at === letters.length) {
      if (parts.length > 1 && (best === null || log > best.log)) best = { parts, log };
      return;
    }
    for (let end = at + SHORTEST_PART; end <= Math.min(letters.length, at + LONGEST_PART); end++) {
      const part = letters.slice(at, end);
      const syllable = parseSyllable(part);
      if (!syllable) continue;
      const next = syllableKey(syllable);
      if (key !== null && !isKnownPair(key, next)) continue;
      const gain = key === null ? 0 : logFollows(syllableId(key), syllableId(next));
      follow(end, [...parts, part], next, log + gain);
    }
  };
  follow(0, [], null, 0);
  return (best as { parts: string[] } | null)?.parts ?? null;
}
