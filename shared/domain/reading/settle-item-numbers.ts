/** Reads the number that opens a line by what such numbers look like: `2:` is `2.`, `“3,` is `“3.`, `IH.` is `III.`. */
import type { Line } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

const ARABIC = /^([“"]?\d{1,2})[,:]$/;
/** An H is two strokes that touch. */
const ROMAN = /^(?=[IVXHl]*[Hl])([IVXHl]{1,5})\.$/;
const SOUND_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const CAPITAL = /^\p{Lu}/u;

/** Only before a word with a capital; it keeps what was read. */
export function settleItemNumbers(lines: readonly Line[]): Line[] {
  return mapWords(lines, (word, at, words) => {
    const next = words[at + 1];
    return at === 0 && next && CAPITAL.test(next.text) ? respell(word, settle(word.text)) : word;
  });
}

function settle(text: string): string {
  const arabic = ARABIC.exec(text);
  if (arabic) return `${arabic[1]}.`;
  const roman = ROMAN.exec(text)?.[1]?.replaceAll('H', 'II').replaceAll('l', 'I');
  return roman && SOUND_ROMAN.test(roman) ? `${roman}.` : text;
}
