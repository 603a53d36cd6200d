/** Draws a page of a PDF, and reads its text, with pdfium: the way Chrome would. */
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';

export interface RenderedPage {
  /** RGB, row by row. */
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** @param page from 1. */
export function renderPdfPage(pdf: Uint8Array, page: number, dpi: number): Promise<RenderedPage> {
  return withPage(pdf, page, async (drawn) => {
    const { data, width, height } = await drawn.render({ scale: dpi / 72, render: 'bitmap' });
    const rgb = await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .raw()
      .toBuffer();
    return { data: rgb, widthPx: width, heightPx: height };
  });
}

/** @param page from 1. */
export function readTextWithPdfium(pdf: Uint8Array, page: number): Promise<string> {
  return withPage(pdf, page, async (read) => read.getText().replaceAll('\r\n', '\n'));
}

let library: Promise<PDFiumLibrary> | undefined;

async function withPage<T>(pdf: Uint8Array, page: number, use: (page: PDFiumPage) => Promise<T>): Promise<T> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    return await use(document.getPage(page - 1));
  } finally {
    document.destroy();
  }
}

/** Mean absolute difference of two RGB pictures of the same size, in grey levels. */
export function meanDifference(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} bytes against ${b.length}`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}
