/** Reads a PDF back with PDF.js, as the reading room does: its lines of text, and where each shown string stands. */
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Transform } from '../../shared/domain/geometry.ts';
import { apply, compose, IDENTITY } from '../../shared/domain/geometry.ts';

export async function withPdf<T>(
  pdf: Uint8Array,
  read: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** @param page from 1. */
export function readPdfText(pdf: Uint8Array, page: number): Promise<string> {
  return withPdf(pdf, async (document) => {
    const { items } = await (await document.getPage(page)).getTextContent({ disableNormalization: true });
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  });
}

export interface ShownString {
  readonly text: string;
  /** From the baseline up to the font size; points, y upwards. */
  readonly box: Box;
}

/** Every string that the page shows, spaces too, in the order of the file; upright text only. */
export function readShownStrings(pdf: Uint8Array, page: number): Promise<ShownString[]> {
  return withPdf(pdf, async (document) => {
    const { fnArray, argsArray } = await (await document.getPage(page)).getOperatorList();
    const shown: ShownString[] = [];
    const saved: Transform[] = [];
    let toPage: Transform = IDENTITY;
    let text: Transform = IDENTITY;
    let sizePx = 0;
    let stretch = 1;
    let advanced = 0;
    fnArray.forEach((operator, index) => {
      const args = argsArray[index];
      if (operator === OPS.save) saved.push(toPage);
      if (operator === OPS.restore) toPage = saved.pop()!;
      if (operator === OPS.transform) toPage = compose(toTransform(args), toPage);
      if (operator === OPS.setFont) sizePx = args[1];
      if (operator === OPS.setHScale) stretch = args[0] / 100;
      if (operator === OPS.setTextMatrix) {
        text = toTransform(args[0]);
        advanced = 0;
      }
      if (operator === OPS.showText) {
        const glyphs: { width: number; unicode: string }[] = args[0];
        const width = glyphs.reduce((sum, glyph) => sum + (glyph.width / 1000) * sizePx * stretch, 0);
        const toPoints = compose(text, toPage);
        const from = apply(toPoints, { x: advanced, y: 0 });
        const to = apply(toPoints, { x: advanced + width, y: sizePx });
        advanced += width;
        shown.push({
          text: glyphs.map((glyph) => glyph.unicode).join(''),
          box: { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y },
        });
      }
    });
    return shown;
  });
}

function toTransform([a, b, c, d, e, f]: ArrayLike<number> & Iterable<number>): Transform {
  return [a!, c!, e!, b!, d!, f!, 0, 0, 1];
}
