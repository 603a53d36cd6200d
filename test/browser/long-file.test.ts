/** A paper of many pages in the reading room: it opens at once, and only what is looked at is fetched and drawn. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { signIn } from '../support/console-steps.ts';
import { deliverFolder } from '../support/deliver-folder.ts';
import { openConsole } from '../support/opened-console.ts';

const CODE = 'H12.09-261103-0077';
const PAGES = 12;
/** The page in view, its neighbours, and what of the file is needed for any of them. */
const MOST_FETCHED = 0.4;
const MAKING_MS = 400_000;

interface SeenDossier {
  readonly files: readonly { readonly bytes: number; readonly pageCount: number }[];
}

describe.skipIf(chromiumPath === null)('a long file', { timeout: 600_000 }, () => {
  const opened = openConsole({ RASTER_DPI: '100', EXPLODE_TIMEOUT_MS: '600000' });

  it('is fetched and drawn page by page as its pages come into view', async () => {
    await deliverFolder(opened.root, CODE, { 'long.pdf': await typeLongPaper() });
    const { context, page } = await opened.sitDown('officer');
    await signIn(page, opened.server, 'officer');
    const longest = async () => {
      const answer = await page.request.get(`${opened.server.url}/api/dossiers/${CODE}`);
      const { files } = answer.ok() ? ((await answer.json()) as SeenDossier) : { files: [] };
      return files.find(({ pageCount }) => pageCount === PAGES);
    };
    await expect.poll(longest, { timeout: MAKING_MS }).toBeDefined();
    const file = (await longest())!;
    let fetchedBytes = 0;
    // Bytes as they arrive: an answer that is let go of half-way counts for its half.
    const network = await context.newCDPSession(page);
    const ofFile = new Set<string>();
    network.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.url.includes('/api/files/')) ofFile.add(requestId);
    });
    network.on('Network.dataReceived', ({ requestId, dataLength }) => {
      if (ofFile.has(requestId)) fetchedBytes += dataLength;
    });
    await network.send('Network.enable');
    const isDrawn = (number: number) =>
      page.locator(`.pdfViewer .page[data-page-number="${number}"][data-loaded="true"]`);

    await page.goto(`${opened.server.url}/dossiers/${CODE}`);
    await isDrawn(1).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_000);
    expect(fetchedBytes).toBeGreaterThan(0);
    expect(fetchedBytes).toBeLessThan(file.bytes * MOST_FETCHED);
    console.log(`${PAGES} pages, ${file.bytes} bytes: ${fetchedBytes} fetched for the first view`);
    expect(await page.locator('.pdfViewer .page[data-loaded="true"]').count()).toBeLessThan(6);

    await page.getByRole('button', { name: 'Trang 1', exact: true }).focus();
    for (let step = 1; step < 8; step++) await page.keyboard.press('ArrowDown');
    await isDrawn(8).waitFor({ timeout: 60_000 });
  });
});

/**
 * Typed on a computer, beside a picture that does not pack well: as heavy as a scan, and nothing to recognize.
 * With less text, or a larger picture, the words would be read from the picture: minutes of work that prove nothing here.
 */
async function typeLongPaper(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const grain = await sharp({
    create: {
      width: 700,
      height: 700,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 200, sigma: 40 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
  const picture = await document.embedJpg(grain);
  for (let number = 1; number <= PAGES; number++) {
    const page = document.addPage([595, 842]);
    page.drawImage(picture, { x: 130, y: 60, width: 330, height: 330 });
    page.drawText(number === 1 ? 'HOP DONG THUE NHA' : `Trang ${number}`, { x: 150, y: 760, size: 24, font });
    for (let line = 0; line < 10; line++)
      page.drawText('Noi dung cua trang nay chi de thu man hinh.', {
        x: 80,
        y: 700 - 25 * line,
        size: 14,
        font,
      });
  }
  return document.save();
}
