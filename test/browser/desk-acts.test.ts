/** What a clerk does to pages by keyboard and mouse, in practice mode; the desk on a phone and in English. */
import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { inspectScreen, signIn } from '../support/console-steps.ts';
import { openConsole } from '../support/opened-console.ts';
import { scanSheet } from '../support/scanned-papers.ts';

const READING_MS = 240_000;

describe.skipIf(chromiumPath === null)('acts at the desk', { timeout: 600_000 }, () => {
  const opened = openConsole();
  beforeAll(async () => {
    await opened.sitDown('clerk');
  }, 60_000);

  it('refuses to start without a code or with a wrong one, and checks the item number as it is typed', async () => {
    const { page } = opened.window;
    await signIn(page, opened.server, 'clerk');
    await page.getByRole('button', { name: 'Bắt đầu quét' }).click();
    await page.getByText('Nhập mã hồ sơ, hoặc đánh dấu chưa có mã.').waitFor();
    await page.getByLabel('Mã hồ sơ', { exact: true }).fill('H12.09-269999-0001');
    await page.getByText('Mã chưa đúng dạng').waitFor();
    await page.getByLabel('Số bưu gửi').fill('EA999042619VN');
    await page.getByText('Sai chữ số kiểm tra').waitFor();
    await page.getByLabel('Số bưu gửi').fill('ea 999 042 618 vn');
    await page.getByText('Số bưu gửi đúng.').waitFor();
    await page.getByRole('button', { name: 'Quét mã vạch' }).click();
    await page.getByText('Đưa mã vạch hoặc mã QR').waitFor();
    await inspectScreen(page, 'desk-camera');
    await page.keyboard.press('Escape');
  });

  it('turns, moves, drops and takes back by keyboard', async () => {
    const { page } = opened.window;
    await page.getByRole('button', { name: 'Bắt đầu thực hành' }).click();
    await expect.poll(() => page.locator('.tile .badge').count(), { timeout: READING_MS }).toBe(2);
    const first = page.locator('.tile-face').first();
    const ids = async () => page.locator('.tile-face').evaluateAll((faces) => faces.map((face) => face.id));
    const [a, b] = (await ids()) as [string, string];
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.tile-face:focus').getAttribute('id')).toBe(b);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(ids, { timeout: READING_MS }).toEqual([b, a]);
    await page.keyboard.press('Control+z');
    await expect.poll(ids, { timeout: READING_MS }).toEqual([a, b]);
    await page.locator(`[id="${b}"]`).focus();
    await page.keyboard.press('Delete');
    await expect.poll(ids, { timeout: READING_MS }).toEqual([a]);
    await page.getByText('Trang đã bỏ (1)').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(ids, { timeout: READING_MS }).toEqual([a, b]);
    await page.locator(`[id="${a}"]`).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('img').waitFor();
    await inspectScreen(page, 'desk-look');
    await page.keyboard.press('Escape');
  });

  it('puts pages in after the chosen one, in their order, and takes them back as one step', async () => {
    const { page } = opened.window;
    const ids = async () => page.locator('.tile-face').evaluateAll((faces) => faces.map((face) => face.id));
    // Listened for well before the key: on a busy machine the browser learns of it only then.
    const chooser = page.waitForEvent('filechooser', { timeout: READING_MS });
    const [a, b] = (await ids()) as [string, string];
    await page.locator(`[id="${a}"]`).focus();
    await page.getByRole('button', { name: 'Chèn sau trang này' }).waitFor();
    await page.keyboard.press('Insert');
    const buffers = [await scanSheet('identityCard'), await scanSheet('declaration')];
    await (await chooser).setFiles(
      buffers.map((buffer, index) => ({ name: `chen-${index + 1}.jpg`, mimeType: 'image/jpeg', buffer })),
    );
    await expect.poll(() => page.locator('.tile .badge').count(), { timeout: READING_MS }).toBe(4);
    const inserted = await ids();
    expect([inserted[0], inserted[3]]).toEqual([a, b]);
    const [batch] = (await (
      await page.request.get(`${opened.server.url}/api/batches?state=open`)
    ).json()) as [{ batchId: string }];
    const scans = async () => {
      const answer = await page.request.get(`${opened.server.url}/api/batches/${batch.batchId}`);
      const { scans, pages } = (await answer.json()) as {
        scans: { scanId: string; name: string }[];
        pages: { scanId: string; dropped: boolean }[];
      };
      return pages
        .filter(({ dropped }) => !dropped)
        .map(({ scanId }) => scans.find((scan) => scan.scanId === scanId)!.name);
    };
    expect((await scans()).slice(1, 3)).toEqual(['chen-1.jpg', 'chen-2.jpg']);
    await inspectScreen(page, 'desk-inserted');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(ids, { timeout: READING_MS }).toEqual([a, b]);
    await expect.poll(async () => (await scans()).length, { timeout: READING_MS }).toBe(2);
  });

  it('keeps a blurred page for a reason, and hands over a dossier that is not whole for another', async () => {
    const { page } = opened.window;
    const blurred = page.locator('.tile').filter({ hasText: 'Cần quét lại' });
    await blurred.waitFor({ timeout: READING_MS });
    await blurred.getByRole('button', { name: 'Vẫn giữ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Bản gốc đã mờ như vậy' }).click();
    await inspectScreen(page, 'desk-keep');
    await dialog.getByRole('button', { name: 'Vẫn giữ' }).click();
    await page.locator('p.tile-note', { hasText: 'Vẫn giữ' }).waitFor({ timeout: READING_MS });
    await page.getByRole('button', { name: 'Hoàn thành' }).click();
    const reason = page.getByLabel('Lý do vẫn hoàn thành');
    const finished = page.getByText('Thực hành xong.');
    await reason.or(finished).waitFor({ timeout: READING_MS });
    if (await reason.isVisible()) {
      await inspectScreen(page, 'desk-not-whole');
      await reason.fill('Người dân nộp bổ sung sau');
      await page.getByRole('button', { name: 'Vẫn hoàn thành' }).click();
    }
    await finished.waitFor();
  });

  it('fits a phone, and speaks English', async () => {
    const { page } = opened.window;
    await page.setViewportSize({ width: 390, height: 844 });
    await inspectScreen(page, 'phone-desk');
    await page.goto(`${opened.server.url}/desk`);
    await page.getByRole('heading', { name: 'Hồ sơ mới' }).waitFor();
    await inspectScreen(page, 'phone-start');
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'New dossier' }).waitFor();
    await inspectScreen(page, 'desk-english');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('User name').fill('hoa');
    await page.getByLabel('Password').fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Wrong user name or password. Check both and try again').waitFor();
    expect(await page.getByRole('alert').textContent()).not.toMatch(/[ơưđạảấậ]/);
    expect(opened.complaints()).toEqual([]);
  });
});
