/** A page's lines with the looks that tell a heading from running text. */
import { squeeze } from './fold.ts';
import type { PageText } from './page-text.ts';

export interface PageLine {
  readonly text: string;
  readonly squeezed: string;
  /** Where the words end in `squeezed`. */
  readonly wordEnds: readonly number[];
  /** Upper edge as a share of the page's height. */
  readonly top: number;
  /** Lower edge as a share of the page's height. */
  readonly bottom: number;
  /** Stands out as a heading does: capitals, larger letters, or short and centred. */
  readonly isHeading: boolean;
}

const LARGER = 1.25;

export function linesOf(page: PageText): PageLine[] {
  const lines = page.lines.filter((line) => line.words.length > 0);
  if (lines.length === 0) return [];
  const usualHeight = median(lines.map((line) => line.box.height));
  const left = Math.min(...lines.map((line) => line.box.x));
  const right = Math.max(...lines.map((line) => line.box.x + line.box.width));
  const heightPx = Math.max(1, page.frame.heightPx);
  return lines.map((line) => {
    const text = line.words
      .map((word) => word.text)
      .join(' ')
      .normalize('NFC');
    const before = line.box.x - left;
    const after = right - line.box.x - line.box.width;
    const slack = before + after;
    const isCentred = slack > 0.25 * (right - left) && Math.abs(before - after) < 0.35 * slack;
    return {
      text,
      ...squeezeWords(line.words.map((word) => word.text)),
      top: line.box.y / heightPx,
      bottom: (line.box.y + line.box.height) / heightPx,
      isHeading: isMostlyCapitals(text) || line.box.height > LARGER * usualHeight || isCentred,
    };
  });
}

const squeezedTexts = new WeakMap<readonly PageLine[], string>();

/** All letters of the page in one. */
export function squeezedText(lines: readonly PageLine[]): string {
  const known = squeezedTexts.get(lines);
  if (known !== undefined) return known;
  const text = lines.map((line) => line.squeezed).join('');
  squeezedTexts.set(lines, text);
  return text;
}

export function squeezeWords(words: readonly string[]): Pick<PageLine, 'squeezed' | 'wordEnds'> {
  let squeezed = '';
  const wordEnds = words.map((word) => (squeezed += squeeze(word)).length);
  return { squeezed, wordEnds };
}

export function isMostlyCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= 4 && capitals >= 3 * small;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
