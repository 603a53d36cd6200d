/** Writes a page's words as invisible text, each over its place in the picture and in reading order. */
import type { PageText } from '../domain/page-text.ts';
import type { CharacterCodes } from './character-codes.ts';
import { formatNumber } from './format-number.ts';
import { FONT_DESCENT, GLYPH_ADVANCE } from './glyphless-font.ts';
import { partWords } from './part-words.ts';
import { type PlacedLine, placeLine } from './place-line.ts';

/** Text rendering mode 3 neither fills nor strokes (ISO 32000-1, table 106). */
const INVISIBLE = 3;
const NARROWEST_PX = 0.5;
const NO_BREAK_SPACE = '\u00A0';

/**
 * Operators for the words of `page` in a space of one unit a frame pixel, y upwards from the lower edge; '' where
 * there are no words. `fontName` is the font's resource name; `codes` grows by the characters met.
 * @throws DigitizationError `glyph-missing`
 */
export function drawTextLayer(
  page: Pick<PageText, 'frame' | 'lines'>,
  fontName: string,
  codes: CharacterCodes,
): string {
  const { heightPx } = page.frame;
  const lines = page.lines.flatMap((line) => placeLine(line, page.frame));
  if (lines.length === 0) return '';
  const operators = lines.map((line, index) => {
    const glyphs = line.words.map((word) => [...word.text]);
    if (wouldRunOn(line, lines[index + 1])) glyphs.at(-1)!.push(`${glyphs.at(-1)!.pop()}${NO_BREAK_SPACE}`);
    return drawLine(line, glyphs, heightPx, fontName, codes);
  });
  return `BT\n${INVISIBLE} Tr\n${operators.join('')}ET\n`;
}

/**
 * Whether readers would swallow the end of the line: a hyphen, which in these papers is a dash or part of a number and
 * no broken word, or a next line beside this one. A no-break space within the last glyph is what all of them respect.
 */
function wouldRunOn({ words, band }: PlacedLine, next: PlacedLine | undefined): boolean {
  const last = words.at(-1)!;
  if (last.text.endsWith('-')) return true;
  if (next === undefined) return false;
  const dropPx = next.band.bottomAt(next.words[0]!.box.x) - band.bottomAt(last.box.x);
  return Math.abs(dropPx) < Math.max(band.heightPx, next.band.heightPx);
}

/** @param glyphs of each word: the text that each of its glyphs stands for. */
function drawLine(
  { words, band }: PlacedLine,
  glyphs: readonly string[][],
  pageHeightPx: number,
  fontName: string,
  codes: CharacterCodes,
): string {
  const boxes = words.map((word) => word.box);
  const spans = partWords(boxes, band.heightPx);
  const advancePx = (band.heightPx * GLYPH_ADVANCE) / 1000;
  const descentPx = (band.heightPx * FONT_DESCENT) / 1000;
  const show = (glyphs: readonly string[], widthPx: number) => {
    const stretch = (100 * Math.max(widthPx, NARROWEST_PX)) / (glyphs.length * advancePx);
    return `${formatNumber(stretch)} Tz <${glyphs.map((glyph) => codes.hexCode(glyph)).join('')}> Tj`;
  };
  const operators = [`/${fontName} ${formatNumber(band.heightPx)} Tf`];
  spans.forEach(({ from, to }, index) => {
    const next = spans[index + 1];
    const baselinePx = pageHeightPx - band.bottomAt((from + to) / 2) - descentPx;
    const place = `1 0 0 1 ${formatNumber(from)} ${formatNumber(baselinePx)} Tm`;
    operators.push(`${place} ${show(glyphs[index]!, to - from)}`);
    // The space fills the gap: a selection has no holes.
    if (next) operators.push(show([' '], next.from - to));
  });
  return `${operators.join('\n')}\n`;
}
