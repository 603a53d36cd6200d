/** Reads the number that opens a line by what such numbers look like: `2:` is `2.`, `“3,` is `“3.`, `IH.` is `III.`. */
import type { Line, Word } from '../page-text.ts';

const ARABIC = /^([“"]?\d{1,2})[,:]$/;
/** An H is two strokes that touch. */
const ROMAN = /^(?=[IVXHl]*[Hl])([IVXHl]{1,5})\.$/;
const SOUND_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const CAPITAL = /^\p{Lu}/u;

/** Only before a word with a capital; it keeps what was read. */
export function settleItemNumbers(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const [first, second] = line.words;
    if (!first || !second || !CAPITAL.test(second.text)) return line;
    const text = settle(first.text);
    if (text === first.text) return line;
    const word: Word = { ...first, text, original: first.original ?? first.text, repair: 'code' };
    return { ...line, words: [word, ...line.words.slice(1)] };
  });
}

function settle(text: string): string {
  const arabic = ARABIC.exec(text);
  if (arabic) return `${arabic[1]}.`;
  const roman = ROMAN.exec(text)?.[1]?.replaceAll('H', 'II').replaceAll('l', 'I');
  return roman && SOUND_ROMAN.test(roman) ? `${roman}.` : text;
}
