/** Puts what a card's machine-readable lines must say in the place of what was read, where their grammar decides. */
import { settleZone } from '../codes/settle-zone.ts';
import type { Line } from '../page-text.ts';

/** Lines in the same order; such a line becomes one word, which keeps what was read as `original`. */
export function settleCardZone(lines: readonly Line[]): Line[] {
  const texts = lines.map((line) => line.words.map((word) => word.text).join(''));
  if (!texts.some((text) => text.includes('<<'))) return [...lines];
  const settled = settleZone(texts);
  return lines.map((line, at): Line => {
    const text = settled[at];
    if (text === null || text === undefined || (text === texts[at] && line.words.length === 1)) return line;
    const confidence = Math.min(...line.words.map((word) => word.confidence));
    return { ...line, words: [{ text, box: line.box, confidence, original: texts[at]!, repair: 'code' }] };
  });
}
