/** Draws PDF pages, and takes decoded pictures, out of PDFium as plain pixels. */
import { DigitizationError } from '../errors/digitization-error.ts';
import type { PagePixels } from '../imaging/encode-page.ts';
import type { PdfPage } from './pdf-page.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

const FORMAT_GREY = 1;
const FORMAT_BGR = 2;
const FORMAT_BGRX = 3;
const BYTES_PER_PIXEL: Readonly<Record<number, number>> = {
  [FORMAT_GREY]: 1,
  [FORMAT_BGR]: 3,
  [FORMAT_BGRX]: 4,
};
const WHITE = 0xffffffff;
/** Annotations are part of what an office sees on a page. */
const RENDER_ANNOTATIONS = 0x01;

/** Whole page, turned as viewers show it, on white. @throws DigitizationError `scan-too-heavy`. */
export function drawPage<T>(
  pdfium: Pdfium,
  page: PdfPage,
  widthPx: number,
  heightPx: number,
  use: (pixels: PagePixels) => Promise<T>,
): Promise<T> {
  const { calls } = pdfium;
  const bitmap = calls.FPDFBitmap_CreateEx(widthPx, heightPx, FORMAT_BGR, 0, 0);
  if (bitmap === 0) throw new DigitizationError('scan-too-heavy', { widthPx, heightPx });
  calls.FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, WHITE);
  calls.FPDF_RenderPageBitmap(bitmap, page.handle, 0, 0, widthPx, heightPx, 0, RENDER_ANNOTATIONS);
  return lendPixels(pdfium, bitmap, use);
}

/**
 * Lends a bitmap's pixels without copying: they lie in PDFium's heap, so PDFium must rest until `use` is done.
 * The bitmap is gone afterwards. @throws DigitizationError `scan-damaged` for a bitmap with alpha.
 */
export async function lendPixels<T>(
  pdfium: Pdfium,
  bitmap: Pointer,
  use: (pixels: PagePixels) => Promise<T>,
): Promise<T> {
  const { calls } = pdfium;
  try {
    const format = calls.FPDFBitmap_GetFormat(bitmap);
    const bytesPerPixel = BYTES_PER_PIXEL[format];
    if (bytesPerPixel === undefined) throw new DigitizationError('scan-damaged', { bitmapFormat: format });
    const widthPx = calls.FPDFBitmap_GetWidth(bitmap);
    const heightPx = calls.FPDFBitmap_GetHeight(bitmap);
    const stride = calls.FPDFBitmap_GetStride(bitmap);
    const heap = pdfium.borrow(calls.FPDFBitmap_GetBuffer(bitmap), stride * heightPx);
    const channels = format === FORMAT_GREY ? 1 : 3;
    packRows(heap, { widthPx, heightPx, stride, bytesPerPixel });
    return await use({ data: heap.subarray(0, widthPx * heightPx * channels), widthPx, heightPx, channels });
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
  }
}

interface Rows {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly stride: number;
  readonly bytesPerPixel: number;
}

/** Moves rows together and BGR to RGB in place: the target never overtakes the source. */
function packRows(heap: Uint8Array, { widthPx, heightPx, stride, bytesPerPixel }: Rows): void {
  let to = 0;
  for (let y = 0; y < heightPx; y++) {
    let from = y * stride;
    if (bytesPerPixel === 1) {
      heap.copyWithin(to, from, from + widthPx);
      to += widthPx;
      continue;
    }
    for (let x = 0; x < widthPx; x++, from += bytesPerPixel, to += 3) {
      const blue = heap[from]!;
      const green = heap[from + 1]!;
      heap[to] = heap[from + 2]!;
      heap[to + 1] = green;
      heap[to + 2] = blue;
    }
  }
}
