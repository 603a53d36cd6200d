/** A typed page as a grey PNG at 150 dpi, without a font of this machine: PDF's own Helvetica, drawn by pdfium. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { renderPdfPage } from './render-pdf-page.ts';

const DPI = 150;

/** `lines` in ASCII: the standard fonts know no Vietnamese letter. The first is a title. */
export async function drawTypedPage(lines: readonly string[], heightPt = 300): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, heightPt]);
  for (const [index, line] of lines.entries()) {
    const size = index === 0 ? 18 : 12;
    page.drawText(line, { x: index === 0 ? 120 : 60, y: heightPt - 50 - index * 30, size, font });
  }
  const { data, widthPx, heightPx } = await renderPdfPage(await document.save(), 1, DPI);
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .greyscale()
    .withMetadata({ density: DPI })
    .png()
    .toBuffer();
}
