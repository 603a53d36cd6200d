/** Finds pictures of a PDF that were cut short or are broken, which PDFium would draw in part without a word. */
import type { ExplodeLimits } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { checkJpeg } from '../imaging/sound-jpeg.ts';
import { type ImageFacts, readUnpackedImage, unpackedLength } from './pdf-images.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

/** Filters that end in plain samples, which can be counted. */
const PLAIN_FILTERS: ReadonlySet<string> = new Set([
  'FlateDecode',
  'LZWDecode',
  'RunLengthDecode',
  'ASCII85Decode',
  'ASCIIHexDecode',
]);
/** Readers forgive a few missing rows at the foot; so do we. */
const COMPLETE_SHARE = 0.98;

/**
 * @returns true for a picture that decodes but should be looked at
 * @throws DigitizationError `scan-damaged` and, for JPEG streams, the others of a JPEG file.
 */
export async function checkPicture(
  pdfium: Pdfium,
  { object, facts }: { readonly object: Pointer; readonly facts: ImageFacts },
  limits: ExplodeLimits,
): Promise<boolean> {
  const { filters, widthPx, heightPx, bitsPerPixel } = facts;
  const coding = filters.at(-1);
  if (coding === 'DCTDecode') {
    return (await checkJpeg(readUnpackedImage(pdfium, object), { ...limits, minPixels: 1 })).irregular;
  }
  if (coding === 'JPXDecode') {
    // Decoding takes seconds and is left to the hand-out.
    if (!isJpeg2000(readUnpackedImage(pdfium, object))) refuse();
  } else if (coding === 'JBIG2Decode') {
    const bitmap = pdfium.calls.FPDFImageObj_GetBitmap(object);
    if (bitmap === 0) refuse();
    pdfium.calls.FPDFBitmap_Destroy(bitmap);
  } else if (filters.every((filter) => PLAIN_FILTERS.has(filter))) {
    const expected = Math.ceil((widthPx * bitsPerPixel) / 8) * heightPx;
    if (unpackedLength(pdfium, object) < expected * COMPLETE_SHARE) refuse();
  }
  return false;
}

function refuse(): never {
  throw new DigitizationError('scan-damaged', { reason: 'picture-data' });
}

/** The box of a JP2 file, or a bare code stream (ISO/IEC 15444-1, annexes A and I). */
function isJpeg2000(data: Uint8Array): boolean {
  const start = Buffer.from(data.subarray(0, 8)).toString('hex');
  return start === '0000000c6a502020' || start.startsWith('ff4fff51');
}
