/** The console without a line: it opens from the browser's own store, which keeps one version and no more. */
import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { signIn } from '../support/console-steps.ts';
import { openConsole } from '../support/opened-console.ts';

const OLD = '/assets/index-of-last-month.js';
const PATIENT = { timeout: 60_000 };

describe.skipIf(chromiumPath === null)('the console in the browser’s store', { timeout: 300_000 }, () => {
  const opened = openConsole();
  beforeAll(async () => {
    await opened.sitDown('clerk');
  }, 60_000);

  /** Run in the page, whose types are not the server's. */
  const kept = () =>
    opened.window.page.evaluate<string[]>(
      `caches.open('console').then((cache) => cache.keys()).then((all) => all.map(({ url }) => new URL(url).pathname))`,
    );

  it('lets files of older versions go when a version takes over, and keeps its own', async () => {
    const { page } = opened.window;
    await signIn(page, opened.server, 'clerk');
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
    const { page, context } = opened.window;
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
    expect(opened.complaints()).toEqual([]);
  });
});
