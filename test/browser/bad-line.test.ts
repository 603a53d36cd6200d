/** A line that loses every third request and breaks ten times: what arrives is the file, once. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { openConsoleOffice } from '../support/console-office.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { signIn, startDossier } from '../support/console-steps.ts';
import { scanSheet } from '../support/scanned-papers.ts';

const PART_BYTES = 16_000;
const RECONNECTS = 10;
const LOST_OF_TEN = 3;

describe.skipIf(chromiumPath === null)('a bad line', { timeout: 600_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'bcci-line-'));
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await openConsoleOffice(root, { UPLOAD_PART_BYTES: String(PART_BYTES) });
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('neither loses, doubles nor damages a scan', async () => {
    const { context, page } = await openWindow(join(root, 'browser'));
    await signIn(page, server, 'clerk');
    await startDossier(page, 'H12.09-261103-0033', 'Phạm Quốc Khải');
    const scan = await scanSheet('declaration');

    let asked = 0;
    let lost = 0;
    let reconnects = 0;
    await page.route(/\/api\/(uploads|batches\/[^/]+\/uploads)/, async (route) => {
      asked++;
      const isLost = asked % 10 < LOST_OF_TEN;
      if (isLost) lost++;
      // Half of what is lost is the answer: the server has done it and the browser does not know.
      if (isLost && lost % 2 === 0) await route.fetch().catch(() => null);
      if (isLost) await route.abort('connectionreset').catch(() => null);
      else await route.continue().catch(() => null);
      if (asked % 4 !== 0 || reconnects >= RECONNECTS) return;
      reconnects++;
      await context.setOffline(true);
      setTimeout(() => void context.setOffline(false).catch(() => null), 300);
    });
    await page
      .getByLabel('Thêm tệp quét')
      .setInputFiles([{ name: 'scan.jpg', mimeType: 'image/jpeg', buffer: scan }]);
    await page.getByText('Chờ gửi').or(page.getByText('Đang gửi…')).first().waitFor();
    await page.locator('.tile .badge').first().waitFor({ timeout: 540_000 });

    const [{ batchId }] = await ask<[{ batchId: string }]>('/batches?state=open');
    const { scans, pages } = await ask<{ scans: { sha256: string }[]; pages: unknown[] }>(
      `/batches/${batchId}`,
    );
    expect(scans.map(({ sha256 }) => sha256)).toEqual([createHash('sha256').update(scan).digest('hex')]);
    expect(pages).toHaveLength(1);
    expect(reconnects).toBe(RECONNECTS);
    expect(lost / asked).toBeGreaterThan(0.25);
    await context.close();

    async function ask<Answer>(path: string): Promise<Answer> {
      return (await page.request.get(`${server.url}/api${path}`)).json();
    }
  });
});
