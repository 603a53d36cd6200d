/** Reads the pictures of a PDF page: what they are, how they lie, and their data as stored or as pixels. */
import type { Orientation } from '../imaging/exif.ts';
import type { PdfMatrix } from './page-geometry.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

export interface ImageFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerPixel: number;
  readonly colourSpace: number;
  /** Full names in the order of decoding. */
  readonly filters: readonly string[];
}

/** PDFium's FPDF_COLORSPACE_*. */
export const COLOUR_SPACE = { unknown: 0, grey: 1, rgb: 2, cmyk: 3, calGrey: 4, calRgb: 5, icc: 7 } as const;

const METADATA_INTEGERS = 7;
const BITS_PER_PIXEL_AT = 4;
const COLOUR_SPACE_AT = 5;
const FULL_NAMES: Readonly<Record<string, string>> = {
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
};

export function readImageFacts(pdfium: Pdfium, image: Pointer, page: Pointer): ImageFacts {
  const { calls } = pdfium;
  const size = pdfium.readIntegers(2, (width, height) =>
    calls.FPDFImageObj_GetImagePixelSize(image, width!, height!),
  );
  const filters = Array.from({ length: calls.FPDFImageObj_GetImageFilterCount(image) }, (_, index) => {
    const name = pdfium.readBuffer((at, length) =>
      calls.FPDFImageObj_GetImageFilter(image, index, at, length),
    );
    const text = String.fromCharCode(...name.subarray(0, -1));
    return FULL_NAMES[text] ?? text;
  });
  // To tell the depth of a JPEG 2000 picture PDFium decodes it whole.
  const isJpeg2000 = filters.at(-1) === 'JPXDecode';
  const metadata = isJpeg2000
    ? null
    : pdfium.readIntegers(METADATA_INTEGERS, (base) =>
        calls.FPDFImageObj_GetImageMetadata(image, page, base!),
      );
  return {
    // A width beyond 2^31 comes back negative: no picture either way.
    widthPx: size?.[0] ?? 0,
    heightPx: size?.[1] ?? 0,
    bitsPerPixel: metadata?.[BITS_PER_PIXEL_AT] ?? (isJpeg2000 ? 24 : 0),
    colourSpace: metadata?.[COLOUR_SPACE_AT] ?? COLOUR_SPACE.unknown,
    filters,
  };
}

/** The stream as it stands in the file, decrypted. */
export function readRawImage(pdfium: Pdfium, image: Pointer): Uint8Array {
  return pdfium.readBuffer((at, length) => pdfium.calls.FPDFImageObj_GetImageDataRaw(image, at, length));
}

/** All filters undone but those of pictures (DCT, CCITT, JBIG2, JPX). */
export function readUnpackedImage(pdfium: Pdfium, image: Pointer): Uint8Array {
  return pdfium.readBuffer((at, length) => pdfium.calls.FPDFImageObj_GetImageDataDecoded(image, at, length));
}

export function unpackedLength(pdfium: Pdfium, image: Pointer): number {
  return pdfium.calls.FPDFImageObj_GetImageDataDecoded(image, 0, 0);
}

export interface Placement {
  /** How stored pixels have to be turned or mirrored to lie as viewers show them; null for any other angle. */
  readonly orientation: Orientation | null;
  /** Pixels an inch along the picture's own width and height. */
  readonly xDpi: number;
  readonly yDpi: number;
}

const POINTS_PER_INCH = 72;
/** Sine of a tenth of a degree: less is rounding, more is a scanner's straightening. */
const ANGLE_TOLERANCE = 0.0018;

/** @param quarterTurns clockwise turns of the page, 0-3 */
export function placementOf(
  matrix: PdfMatrix,
  quarterTurns: number,
  { widthPx, heightPx }: Pick<ImageFacts, 'widthPx' | 'heightPx'>,
): Placement {
  const [a, b, c, d] = matrix;
  // Directions of a row and of a column on the shown page, y downwards.
  let row: readonly [number, number] = [a, -b];
  let column: readonly [number, number] = [-c, d];
  for (let turn = 0; turn < quarterTurns; turn++) {
    row = [-row[1], row[0]];
    column = [-column[1], column[0]];
  }
  const rowInch = Math.hypot(...row) / POINTS_PER_INCH;
  const columnInch = Math.hypot(...column) / POINTS_PER_INCH;
  return { orientation: orientationOf(row, column), xDpi: widthPx / rowInch, yDpi: heightPx / columnInch };
}

function orientationOf(
  row: readonly [number, number],
  column: readonly [number, number],
): Orientation | null {
  const [rowX, rowY] = row;
  const [columnX, columnY] = column;
  const upright = isSmall(rowY, rowX) && isSmall(columnX, columnY);
  const swapped = isSmall(rowX, rowY) && isSmall(columnY, columnX);
  if (upright) return rowX > 0 ? (columnY > 0 ? 1 : 4) : columnY > 0 ? 2 : 3;
  if (swapped) return rowY > 0 ? (columnX > 0 ? 5 : 6) : columnX > 0 ? 8 : 7;
  return null;
}

function isSmall(value: number, against: number): boolean {
  return against !== 0 && Math.abs(value) <= Math.abs(against) * ANGLE_TOLERANCE;
}
