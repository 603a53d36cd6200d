/** The console without a line: it opens from the browser's own store, which keeps one version and no more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWindow, chromiumPath, openWindow } from '../support/browser.ts';
import { openConsoleOffice } from '../support/console-office.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { signIn } from '../support/console-steps.ts';

const OLD = '/assets/index-of-last-month.js';
const PATIENT = { timeout: 60_000 };

describe.skipIf(chromiumPath === null)('the console in the browser’s store', { timeout: 300_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'bcci-offline-'));
  let server: ConsoleServer;
  let window: BrowserWindow;
  beforeAll(async () => {
    server = await openConsoleOffice(root);
    window = await openWindow(join(root, 'browser'));
  }, 120_000);
  afterAll(async () => {
    await window?.context.close();
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  /** Run in the page, whose types are not the server's. */
  const kept = () =>
    window.page.evaluate<string[]>(
      `caches.open('console').then((cache) => cache.keys()).then((all) => all.map(({ url }) => new URL(url).pathname))`,
    );

  it('lets files of older versions go when a version takes over, and keeps its own', async () => {
    const { page } = window;
    await signIn(page, server, 'clerk');
    await expect.poll(kept, PATIENT).toContain('/');
    await page.evaluate(`caches.open('console').then((cache) => cache.put('${OLD}', new Response('old')))`);
    await page.evaluate(
      `navigator.serviceWorker.getRegistration().then((registration) => registration.unregister())`,
    );
    await page.reload();
    await expect.poll(kept, PATIENT).not.toContain(OLD);
    const files = await kept();
    expect(files.filter((path) => /^\/assets\/index-.+\.(js|css)$/.test(path))).toHaveLength(2);
  });

  it('opens without a line', async () => {
    const { page, context } = window;
    await context.setOffline(true);
    await page.reload();
    await page
      .getByText('Không có kết nối với máy chủ.')
      .or(page.getByText('Mất mạng'))
      .first()
      .waitFor(PATIENT);
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: 'Hồ sơ mới' }).waitFor(PATIENT);
    expect(window.complaints).toEqual([]);
  });
});
