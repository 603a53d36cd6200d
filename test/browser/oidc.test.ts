/** Sign-in at an identity provider: there and back, pictures by the cookie, and out of both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWindow, chromiumPath, openWindow } from '../support/browser.ts';
import { startConsoleServer } from '../support/console-server.ts';
import { inspectScreen, SHOTS } from '../support/console-steps.ts';
import { CLIENT, type LoopbackIssuer, openIssuer } from '../support/loopback-issuer.ts';
import { scanSheet } from '../support/scanned-papers.ts';

const READING_MS = 240_000;
type Picture = { readonly naturalWidth: number };

const CLERK = {
  sub: '6f0c',
  preferred_username: 'hoa',
  name: 'Lê Thị Hoa',
  groups: ['clerk'],
  'custom:office': '984250',
};

describe.skipIf(chromiumPath === null)('the console at an identity provider', { timeout: 600_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'bcci-oidc-'));
  let issuer: LoopbackIssuer;
  let server: Awaited<ReturnType<typeof startConsoleServer>>;
  let window: BrowserWindow;
  beforeAll(async () => {
    issuer = await openIssuer(CLERK);
    server = await startConsoleServer(root, { OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: CLIENT });
    window = await openWindow(join(root, 'browser'));
  }, 120_000);
  afterAll(async () => {
    await window?.context.close();
    await server?.stop();
    issuer?.close();
    rmSync(root, { recursive: true, force: true });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await window.page.screenshot({ path: `${SHOTS}/failed-${task.name.slice(0, 24)}.png` });
  });

  it.each([
    ['answers another sign-in', { nonce: 'of-another' }, 'Lần đăng nhập không thành.'],
    ['is for another client', { audience: 'another' }, 'Tài khoản chưa được cấp vai trò ở đây'],
    ['has expired', { expires: '-1h' }, 'Tài khoản chưa được cấp vai trò ở đây'],
  ])('lets nobody in whose token %s', async (_, faults, sentence) => {
    const { page, context } = window;
    issuer.faults = faults;
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText(sentence).waitFor();
    await inspectScreen(page, 'sign-in-elsewhere');
    expect(await context.cookies(server.url)).toEqual([]);
  });

  it('lets a clerk in, and shows pictures by the cookie alone', async () => {
    const { page, context } = window;
    issuer.faults = {};
    await signInElsewhere();
    expect(new URL(page.url()).search).toBe('');
    expect(await context.cookies(server.url)).toMatchObject([
      { name: 'session', httpOnly: true, sameSite: 'Strict' },
    ]);
    await page.getByRole('button', { name: 'Bắt đầu thực hành' }).click();
    await expect.poll(() => page.locator('.tile .badge').count(), { timeout: READING_MS }).toBe(2);
    await page.locator('.tile-face').first().focus();
    await page.keyboard.press('Enter');
    const picture = page.getByRole('dialog').locator('img');
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as Picture).naturalWidth), {
        timeout: 30_000,
      })
      .toBeGreaterThan(500);
    expect(await picture.getAttribute('src')).toContain('/api/pages/');
    await page.keyboard.press('Escape');
  });

  it('asks anew when the token ends during work, and sends then what waited in the browser', async () => {
    const { page, context } = window;
    const place = page.url();
    expect(place).toContain('/desk/');
    const buffer = await scanSheet('identityCard');
    await context.setOffline(true);
    await page.getByLabel('Thêm tệp quét').setInputFiles([{ name: '3.jpg', mimeType: 'image/jpeg', buffer }]);
    await page.getByText('1 tệp được giữ').waitFor();
    await context.clearCookies();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Đăng nhập' }).click({ timeout: 30_000 });
    await expect.poll(() => page.locator('.tile .badge').count(), { timeout: READING_MS }).toBe(3);
    expect(page.url()).toBe(place);
  });

  it('ends both sessions', async () => {
    const { page, context } = window;
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await expect.poll(() => issuer.ended.length).toBe(1);
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await context.cookies(server.url)).toEqual([]);
    expect((await page.request.get(`${server.url}/api/batches`)).status()).toBe(401);
  });

  it('broke no rule of its content security policy', () => {
    expect(window.complaints).toEqual([]);
  });

  async function signInElsewhere(): Promise<void> {
    const { page } = window;
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  }
});
