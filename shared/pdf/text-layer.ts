/** Writes a page's words as invisible text, each over its place in the picture and in reading order. */
import type { Box } from '../domain/geometry.ts';
import type { Line, PageText } from '../domain/page-text.ts';
import type { CharacterCodes } from './character-codes.ts';
import { formatNumber } from './format-number.ts';
import { FONT_DESCENT, GLYPH_ADVANCE } from './glyphless-font.ts';
import { fitLineBand } from './line-band.ts';

/** Text rendering mode 3 neither fills nor strokes (ISO 32000-1, table 106). */
const INVISIBLE = 3;
const NARROWEST_PX = 0.5;

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
  const { widthPx, heightPx } = page.frame;
  const lines = page.lines
    .map((line) => placedWords(line, widthPx, heightPx))
    .filter((words) => words.length > 0)
    .map((words) => drawLine(words, heightPx, fontName, codes));
  return lines.length === 0 ? '' : `BT\n${INVISIBLE} Tr\n${lines.join('')}ET\n`;
}

interface PlacedWord {
  readonly text: string;
  readonly box: Box;
}

/** Readers drop text beyond the edge of the page, so boxes are kept inside. */
function placedWords(line: Line, widthPx: number, heightPx: number): PlacedWord[] {
  return line.words
    .map((word) => ({ text: word.text.normalize('NFC'), box: clip(word.box, widthPx, heightPx) }))
    .filter((word) => word.text !== '');
}

function clip(box: Box, widthPx: number, heightPx: number): Box {
  const x = clamp(box.x, 0, widthPx - 1);
  const y = clamp(box.y, 0, heightPx - 1);
  const width = clamp(box.x + box.width - x, 1, widthPx - x);
  const height = clamp(box.y + box.height - y, 1, heightPx - y);
  return { x, y, width, height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function drawLine(
  words: readonly PlacedWord[],
  pageHeightPx: number,
  fontName: string,
  codes: CharacterCodes,
): string {
  const band = fitLineBand(words.map((word) => word.box));
  const advancePx = (band.heightPx * GLYPH_ADVANCE) / 1000;
  const stretch = (spanPx: number, glyphs: number) =>
    formatNumber((100 * Math.max(spanPx, NARROWEST_PX)) / (glyphs * advancePx));
  const operators = [`/${fontName} ${formatNumber(band.heightPx)} Tf`];
  words.forEach(({ text, box }, index) => {
    const next = words[index + 1];
    const glyphs = splitIntoGlyphs(text, next === undefined);
    const bottomPx = band.bottomAt(box.x + box.width / 2);
    const baselinePx = pageHeightPx - bottomPx - (band.heightPx * FONT_DESCENT) / 1000;
    const shown = glyphs.map((glyph) => codes.hexCode(glyph)).join('');
    operators.push(
      `1 0 0 1 ${formatNumber(box.x)} ${formatNumber(baselinePx)} Tm ` +
        `${stretch(box.width, glyphs.length)} Tz <${shown}> Tj`,
    );
    // The space fills the gap: a selection has no holes and a reader need not guess where words end.
    if (next) {
      operators.push(`${stretch(next.box.x - box.x - box.width, 1)} Tz <${codes.hexCode(' ')}> Tj`);
    }
  });
  return `${operators.join('\n')}\n`;
}

/**
 * One glyph a character. Readers take a hyphen at a line's end for a broken word and swallow it; in these papers it
 * is a dash or part of a number, so there its glyph stands for the hyphen and a space that pdfium does not skip.
 */
function splitIntoGlyphs(text: string, endsLine: boolean): string[] {
  const glyphs = [...text];
  if (endsLine && glyphs.at(-1) === '-') glyphs[glyphs.length - 1] = '-\u00A0';
  return glyphs;
}
