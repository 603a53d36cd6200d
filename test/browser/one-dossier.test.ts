/** One dossier through all three rooms: scanned with a bad line, read, corrected and accepted, a failure redriven. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BrowserWindow, chromiumPath } from '../support/browser.ts';
import { inspectScreen, signIn, startDossier } from '../support/console-steps.ts';
import { deliverFolder } from '../support/deliver-folder.ts';
import { openConsole } from '../support/opened-console.ts';
import { scanSheet } from '../support/scanned-papers.ts';
import { drawTypedPage } from '../support/typed-page.ts';

const CODE = 'H12.09-261103-0011';
const BROKEN = 'H12.09-261103-0022';
/** Small, so that a line is lost in the middle of a file. */
const PART_BYTES = 32_000;
/** A shared machine reads slowly; an idle one needs seconds. */
const READING_MS = 240_000;

describe.skipIf(chromiumPath === null)('the console', { timeout: 600_000 }, () => {
  const opened = openConsole({ UPLOAD_PART_BYTES: String(PART_BYTES), MAX_RECEIVES: '2' });

  it('lets a clerk scan a dossier over a line that breaks, and scan a blurred page again', async () => {
    const { context, page } = await opened.sitDown('clerk');
    await page.goto(opened.server.url);
    await page.getByLabel('Tên đăng nhập').waitFor();
    await inspectScreen(page, 'sign-in');
    await signIn(page, opened.server, 'clerk');
    await inspectScreen(page, 'desk-start');
    await startDossier(page, CODE, 'Phạm Quốc Khải');
    await inspectScreen(page, 'desk-empty');

    let partsSent = 0;
    await page.route('**/parts/*', async (route) => {
      if (++partsSent === 5) await context.setOffline(true);
      await route.continue();
    });
    await page.getByLabel('Thêm tệp quét').setInputFiles([
      { name: '1.jpg', mimeType: 'image/jpeg', buffer: await scanSheet('declaration') },
      { name: '2.jpg', mimeType: 'image/jpeg', buffer: await scanSheet('birthNotice', { blurred: true }) },
    ]);
    await page.getByText('Mất mạng:').waitFor();
    await page
      .getByLabel('Thêm tệp quét')
      .setInputFiles([{ name: '3.jpg', mimeType: 'image/jpeg', buffer: await scanSheet('identityCard') }]);
    await page.getByText('3 tệp được giữ').waitFor();
    await inspectScreen(page, 'desk-offline');
    expect(partsSent).toBeLessThan(12);

    const { page: reopened } = await opened.sitDown('clerk');
    await reopened.goto(opened.server.url);
    await reopened.getByRole('link', { name: new RegExp(CODE) }).click();
    const blurred = reopened.getByRole('listitem').filter({ hasText: 'Cần quét lại' });
    await blurred.waitFor({ timeout: READING_MS });
    await expectPages(reopened, 3);
    await inspectScreen(reopened, 'desk-blurred');

    await blurred
      .getByLabel('Quét lại', { exact: true })
      .setInputFiles([
        { name: '2-again.jpg', mimeType: 'image/jpeg', buffer: await scanSheet('birthNotice') },
      ]);
    await reopened.getByText('Trang đã bỏ (1)').waitFor({ timeout: READING_MS });
    await reopened.getByText('Đủ giấy tờ.').waitFor({ timeout: READING_MS });
    await expectPages(reopened, 3);
    await inspectScreen(reopened, 'desk-whole');
    await reopened.getByRole('button', { name: 'Hoàn thành' }).click();
    await reopened.getByText('Xong: mọi giấy tờ đã được lưu an toàn.').waitFor({ timeout: READING_MS });
    await inspectScreen(reopened, 'desk-done');
  });

  it('lets an officer find it by a name without tone marks, fix a field and accept', async () => {
    const { page } = await opened.sitDown('officer');
    await signIn(page, opened.server, 'officer');
    await page.getByLabel('Tìm hồ sơ').fill('pham quoc khai');
    const hit = page.getByRole('link', { name: new RegExp(CODE) });
    await hit.waitFor();
    await page.locator('mark', { hasText: 'Khải' }).waitFor();
    await inspectScreen(page, 'inbox');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await page.locator('.textLayer span').first().waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Trang 2', exact: true }).click();
    await page.locator('.value').first().click();
    await page.locator('.lamp').waitFor({ timeout: 30_000 });
    await page.locator('.page[data-loaded="true"]').first().waitFor({ timeout: 30_000 });
    await inspectScreen(page, 'reading-room');
    const entry = page.locator('.field-entry').filter({ hasText: 'Họ và tên' }).first();
    await entry.getByRole('button', { name: 'Sửa' }).click();
    await entry.getByLabel('Giá trị đúng').fill('PHẠM QUỐC KHÁNH');
    await entry.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: 'PHẠM QUỐC KHÁNH' }).waitFor();
    await page.getByText('người nhập').first().waitFor();

    await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chấp nhận' }).click();
    await page.getByText('Đã chấp nhận').waitFor();
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await page.getByText('Chấp nhận hồ sơ').waitFor();
    await page.getByText('Trần Văn Bình ·').first().waitFor();
    await inspectScreen(page, 'reading-history');
    await page.getByRole('button', { name: 'Sắp xếp trang' }).click();
    await inspectScreen(page, 'reading-plan');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
    await page.getByLabel('Nội dung phiếu').waitFor();
    await inspectScreen(page, 'reading-supplement');
  });

  it('lets an admin run a failure again once its cause is gone', async () => {
    const obstacle = join(opened.root, 'data', 'objects', 'files', BROKEN);
    await mkdir(join(opened.root, 'data', 'objects', 'files'), { recursive: true });
    await writeFile(obstacle, 'a file where a folder must be');
    const lines = ['TO KHAI DANG KY KHAI SINH', 'Ho va ten: LE THI MAU'];
    await deliverFolder(opened.root, BROKEN, { 'a.png': await drawTypedPage(lines) });

    const { page } = await opened.sitDown('admin');
    await signIn(page, opened.server, 'admin');
    await page.getByText(/đang chờ người/).waitFor({ timeout: READING_MS });
    await inspectScreen(page, 'control-flow');
    await page.getByRole('link', { name: 'Xem lỗi' }).click();
    await page.getByRole('button', { name: 'Chạy lại' }).waitFor();
    await inspectScreen(page, 'control-failures');
    await rm(obstacle);
    await page.getByRole('button', { name: 'Chạy lại' }).click();
    await page.getByText('Đã chạy lại 1 việc.').waitFor();
    await page.getByText('Không có lỗi nào').waitFor();
    await page.goto(`${opened.server.url}/dossiers/${BROKEN}`);
    await page.getByText('Đã số hóa').first().waitFor({ timeout: READING_MS });
    for (const [tab, sign] of [
      ['offices', 'Tỷ lệ quét lại'],
      ['clerks', 'Lê Thị Hoa'],
      ['users', 'Trần Văn Bình'],
      ['settings', 'MAX_RECEIVES'],
    ] as const) {
      await page.goto(`${opened.server.url}/control/${tab}`);
      await page.getByText(sign).first().waitFor();
      await inspectScreen(page, `control-${tab}`);
    }
  });

  it('raised no error of a script and broke no rule of its content security policy', () => {
    expect(opened.complaints()).toEqual([]);
  });

  async function expectPages(page: BrowserWindow['page'], count: number): Promise<void> {
    await expect.poll(() => page.locator('.tile').count(), { timeout: READING_MS }).toBe(count);
  }
});
