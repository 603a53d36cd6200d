/** Hands on the one picture that is a scanned PDF page, as its own bytes wherever other software reads them alone. */

import { DigitizationError } from '../errors/digitization-error.ts';
import { recodeLossy, turnPixels } from '../imaging/decode-page.ts';
import {
  dropUnusedColour,
  type EncodedPage,
  encodeCompact,
  encodeLossless,
  type PagePixels,
} from '../imaging/encode-page.ts';
import { type Orientation, swapsAxes } from '../imaging/exif.ts';
import { decodeG4, wrapG4 } from '../imaging/g4-tiff.ts';
import { withOrientation } from '../imaging/jpeg-orientation.ts';
import { isUsual, openJpeg, readJpegExif } from '../imaging/sound-jpeg.ts';
import { COLOUR_SPACE, type ImageFacts, readRawImage, readUnpackedImage } from './pdf-images.ts';
import type { Pdfium, Pointer } from './pdfium.ts';
import { lendPixels } from './raster.ts';
import type { ImageMeaning } from './stream-dictionary.ts';

export interface ScannedPicture {
  readonly object: Pointer;
  readonly facts: ImageFacts;
  readonly meaning: ImageMeaning;
  readonly orientation: Orientation;
}

const JPEG_COLOUR_SPACES: ReadonlySet<number> = new Set([
  COLOUR_SPACE.grey,
  COLOUR_SPACE.rgb,
  COLOUR_SPACE.calGrey,
  COLOUR_SPACE.calRgb,
  COLOUR_SPACE.icc,
]);

/** The stream can stand alone as a JPEG file. */
export function isJpegStream({ facts, meaning }: Pick<ScannedPicture, 'facts' | 'meaning'>): boolean {
  const { filters, colourSpace, bitsPerPixel } = facts;
  const plain =
    !meaning.mapped && JPEG_COLOUR_SPACES.has(colourSpace) && (bitsPerPixel === 8 || bitsPerPixel === 24);
  return filters.at(-1) === 'DCTDecode' && plain;
}

const LOSSY_FILTERS: ReadonlySet<string> = new Set(['DCTDecode', 'JPXDecode']);

export interface TakenPicture {
  readonly page: EncodedPage;
  /** Two decoders disagree about it: part of it may be missing. */
  readonly irregular: boolean;
}

/** @throws DigitizationError `scan-damaged`, `scan-too-heavy`. */
export async function takePicture(pdfium: Pdfium, picture: ScannedPicture): Promise<TakenPicture> {
  const { facts, orientation } = picture;
  if (isJpegStream(picture)) return { page: await takeJpeg(pdfium, picture), irregular: false };
  const bitmap = pdfium.calls.FPDFImageObj_GetBitmap(picture.object);
  if (bitmap === 0) throw new DigitizationError('scan-damaged', { reason: 'picture-data' });
  const fax = facts.filters.length === 1 && facts.filters[0] === 'CCITTFaxDecode';
  // PDFium must rest while its pixels are lent.
  const stream = fax ? readRawImage(pdfium, picture.object) : null;
  return lendPixels(pdfium, bitmap, async (lent) => {
    const pixels = dropUnusedColour(lent);
    const kept = stream && pixels.channels === 1 ? await keepG4(stream, pixels) : null;
    if (kept && orientation === 1) return { page: kept, irregular: false };
    const encode = LOSSY_FILTERS.has(facts.filters.at(-1) ?? '') ? encodeCompact : encodeLossless;
    const page = await encode(await turnPixels(pixels, orientation));
    return { page, irregular: fax && kept === null };
  });
}

/** PDF readers ignore EXIF, so that the page's own placement becomes the orientation. */
async function takeJpeg(pdfium: Pdfium, { object, orientation }: ScannedPicture): Promise<EncodedPage> {
  const jpeg = openJpeg(readUnpackedImage(pdfium, object));
  if (!isUsual(jpeg.structure)) return recodeLossy(jpeg.bytes, { orientation });
  const exif = readJpegExif(jpeg);
  const asPlaced = (exif?.orientation ?? 1) === orientation && !exif?.damaged;
  const bytes = asPlaced ? jpeg.bytes : withOrientation(jpeg.bytes, jpeg.structure, orientation);
  const { widthPx, heightPx, components } = jpeg.structure;
  const [width, height] = swapsAxes(orientation) ? [heightPx, widthPx] : [widthPx, heightPx];
  return { bytes, mediaType: 'image/jpeg', widthPx: width, heightPx: height, colour: components === 3 };
}

/**
 * PDFium does not tell the fax parameters (K, BlackIs1, EncodedByteAlign): take the stream for plain Group 4 and keep
 * it only if a second decoder then sees exactly the pixels that PDFium sees.
 */
async function keepG4(
  stream: Uint8Array,
  { data, widthPx, heightPx }: PagePixels,
): Promise<EncodedPage | null> {
  for (const blackIsZero of [false, true]) {
    const bytes = wrapG4({ widthPx, heightPx, data: stream, blackIsZero });
    const decoded = await decodeG4(bytes);
    if (decoded === null) return null;
    if (Buffer.compare(decoded, data) === 0) {
      return { bytes, mediaType: 'image/tiff', widthPx, heightPx, colour: false };
    }
  }
  return null;
}
