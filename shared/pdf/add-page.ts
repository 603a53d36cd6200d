/** Adds one page: the straightened picture, a mark where one is wanted, and its words invisibly over it. */
import type { PDFContext, PDFRef } from 'pdf-lib';
import type { PageFrame } from '../domain/page-text.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import type { CharacterCodes } from './character-codes.ts';
import { drawMark, type MarkedPage, type PageMark } from './draw-mark.ts';
import { encodePicture } from './encode-picture.ts';
import { formatNumber, roundNumber } from './format-number.ts';
import { placementOperator } from './place-image.ts';
import { drawTextLayer } from './text-layer.ts';

/** ISO 32000-1, annex C: sides of a page in points, without UserUnit, which came after PDF 1.4. */
const SHORTEST_SIDE_PT = 3;
const LONGEST_SIDE_PT = 14400;
const FONT = 'Words';
const PICTURE = 'Scan';

export interface PdfPage {
  readonly bytes: Uint8Array;
  readonly text: MarkedPage;
  readonly mark: PageMark | null;
}

/** What all pages of a document share. */
export interface PageSurroundings {
  readonly context: PDFContext;
  readonly pageTree: PDFRef;
  readonly font: PDFRef;
  readonly codes: CharacterCodes;
}

/**
 * The page shows the frame at the size of the paper: one frame pixel is 72 / dpi points.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `glyph-missing`
 */
export async function addPage(ref: PDFRef, page: PdfPage, surroundings: PageSurroundings): Promise<void> {
  const { context, pageTree, font, codes } = surroundings;
  const { frame } = page.text;
  const scalePt = pixelSizePt(frame);
  const { bytes, entries, ...picture } = await encodePicture(page.bytes, frame);
  const image = context.stream(bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.widthPx,
    Height: picture.heightPx,
    ...entries,
  });
  const words = drawTextLayer(page.text, FONT, codes);
  const content =
    `${formatNumber(scalePt, 6)} 0 0 ${formatNumber(scalePt, 6)} 0 0 cm\n` +
    `q ${placementOperator(picture, frame.heightPx)} /${PICTURE} Do Q\n` +
    (page.mark ? drawMark(page.mark, page.text, 1 / scalePt) : '') +
    words;
  context.assign(
    ref,
    context.obj({
      Type: 'Page',
      Parent: pageTree,
      MediaBox: [0, 0, roundNumber(frame.widthPx * scalePt, 3), roundNumber(frame.heightPx * scalePt, 3)],
      Resources: {
        XObject: { [PICTURE]: context.register(image) },
        ...(words && { Font: { [FONT]: font } }),
      },
      Contents: context.register(context.flateStream(content)),
    }),
  );
}

/** Points a frame pixel; true to the paper unless PDF has no page of that size. */
function pixelSizePt({ widthPx, heightPx, dpi }: PageFrame): number {
  const truePt = 72 / dpi;
  const shortest = SHORTEST_SIDE_PT / Math.min(widthPx, heightPx);
  const longest = LONGEST_SIDE_PT / Math.max(widthPx, heightPx);
  const scalePt = Math.min(Math.max(truePt, shortest), longest);
  if (!(scalePt > 0 && dpi > 0)) throw new DigitizationError('unexpected', { widthPx, heightPx, dpi });
  return scalePt;
}
