/** Reads the number that opens a line by what such numbers look like: `02:` is `02.`, `IH.` is `III.`, `2:` before `3.` is `2.`. */
import type { Line } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

/** Nothing else begins so. */
const ITEM = /^([“"]\d{1,2},|0\d:)$/;
const ARABIC = /^(\d{1,2})[,:]$/;
const SOUND = /^(\d{1,2})\.$/;
/** An H is two strokes that touch; by itself it may be a name's. */
const ROMAN = /^(?=[IVXHl]*[Hl])([IVXHl]{2,5})\.$/;
const SOUND_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const CAPITAL = /^\p{Lu}/u;
const CAPITALS = /^\p{Lu}+$/u;

/** Words keep what was read. */
export function settleItemNumbers(lines: readonly Line[]): Line[] {
  const openings = lines.map((line) => line.words[0]).filter((word) => word !== undefined);
  return mapWords(lines, (word, at, words) => {
    const next = words[at + 1];
    if (at > 0 || !next || !CAPITAL.test(next.text)) return word;
    const arabic = ARABIC.exec(word.text)?.[1];
    const isNumbered =
      arabic !== undefined &&
      openings.some(({ text, box }) => {
        const other = Number(SOUND.exec(text)?.[1] ?? Number.NaN);
        return Math.abs(other - Number(arabic)) === 1 && Math.abs(box.x - word.box.x) < word.box.height;
      });
    if (isNumbered) return respell(word, `${arabic}.`);
    return respell(word, settle(word.text, next.text));
  });
}

function settle(text: string, next: string): string {
  if (ITEM.test(text)) return `${text.slice(0, -1)}.`;
  const roman = ROMAN.exec(text)?.[1]?.replaceAll('H', 'II').replaceAll('l', 'I');
  return roman && SOUND_ROMAN.test(roman) && CAPITALS.test(next) ? `${roman}.` : text;
}
