/** Papers of the sample dossier as a counter's scanner would deliver them: one JPEG a sheet. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { renderPdfPage } from './render-pdf-page.ts';

const SAMPLE = 'functions/standalone/sample/H12.09-261102-0001/scans/SCAN_0001.pdf';
const DPI = 200;
/** Out of focus so far that no letter is left. */
const BLUR_PX = 7;

/** Pages of the sample's stack. */
export const sheets = { declaration: 3, birthNotice: 5, identityCard: 8 } as const;

export async function scanSheet(sheet: keyof typeof sheets, { blurred = false } = {}): Promise<Buffer> {
  const { data, widthPx, heightPx } = await renderPdfPage(await readFile(SAMPLE), sheets[sheet], DPI);
  const picture = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  return (blurred ? picture.blur(BLUR_PX) : picture)
    .withMetadata({ density: DPI })
    .jpeg({ quality: 80 })
    .toBuffer();
}
