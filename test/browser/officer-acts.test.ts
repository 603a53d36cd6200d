/** What an officer does beside reading: orders, turns, drops and moves pages, hands a case up; what an admin did is listed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { inspectScreen, signIn } from '../support/console-steps.ts';
import { deliverFolder } from '../support/deliver-folder.ts';
import { openConsole } from '../support/opened-console.ts';
import { scanSheet } from '../support/scanned-papers.ts';

const CODE = 'H12.09-261103-0055';
const OTHER = 'H12.09-261103-0066';
const READING_MS = 240_000;
const PATIENT = { timeout: 60_000 };

interface SeenDossier {
  readonly revision: number;
  readonly state: string;
  readonly pages: readonly { readonly pageId: string; readonly dropped: boolean; readonly turnDeg: number }[];
  readonly papers: readonly {
    readonly name: string;
    readonly type: string;
    readonly pageIds: readonly string[];
    readonly fileId: string | null;
  }[];
}

describe.skipIf(chromiumPath === null)('acts of officers and admins', { timeout: 600_000 }, () => {
  const opened = openConsole({ PROVINCE_FILE: 'test/support/province-directory.json' });
  beforeAll(async () => {
    const [declaration, birthNotice, card] = await Promise.all([
      scanSheet('declaration'),
      scanSheet('birthNotice'),
      scanSheet('identityCard'),
    ]);
    await deliverFolder(opened.root, CODE, { '1.jpg': declaration, '2.jpg': birthNotice, '3.jpg': card });
    await deliverFolder(opened.root, OTHER, { '1.jpg': declaration }, { receivedOn: '2026-11-03' });
    const { page } = await opened.sitDown('officer');
    await signIn(page, opened.server, 'officer');
  }, 120_000);

  it('narrows the inbox by the days that dossiers have waited', async () => {
    const { page } = opened.window;
    await expect.poll(async () => (await dossier(CODE)).state, { timeout: READING_MS }).toBe('digitized');
    await expect.poll(async () => (await dossier(OTHER)).state, { timeout: READING_MS }).toBe('digitized');
    await page.goto(`${opened.server.url}/inbox`);
    await page.getByRole('button', { name: 'hơn một tuần 1' }).click();
    await expect.poll(() => page.locator('.hit').allInnerTexts()).toEqual([expect.stringContaining(OTHER)]);
    await page.getByRole('button', { name: 'Bưu cục Tân Thuận 984250 1' }).waitFor();
    await inspectScreen(page, 'inbox-narrowed');
    await page.getByRole('button', { name: 'hơn một tuần 1' }).click();
    await page.getByRole('link', { name: new RegExp(CODE) }).click();
    await page.getByRole('button', { name: 'Sắp xếp trang' }).waitFor();
  });

  it('orders, turns and drops pages and puts one into another paper, taken back and saved as one revision', async () => {
    const { page } = opened.window;
    const before = await dossier(CODE);
    const [first, second, third] = before.pages.map(({ pageId }) => pageId) as [string, string, string];
    const declaration = before.papers.find((paper) => paper.pageIds.includes(first))!;
    await page.getByRole('button', { name: 'Sắp xếp trang' }).click();
    const dialog = page.getByRole('dialog');
    const row = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
    await row('Trang 3').getByRole('button', { name: 'Lên trước' }).click();
    await row('Trang 2').getByRole('button', { name: 'Bỏ' }).click();
    await row('Trang 1').getByRole('button', { name: 'Bỏ' }).click();
    await dialog.getByRole('button', { name: 'Hoàn tác' }).click();
    await row('Trang 1').getByRole('button', { name: 'Xoay' }).click();
    await row('Trang 3').getByRole('combobox').selectOption({ label: declaration.name });
    const save = dialog.getByRole('button', { name: 'Lưu', exact: true });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Lý do').fill('Trang căn cước kẹp nhầm');
    await inspectScreen(page, 'reading-plan-changed');
    await save.click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await dossier(CODE)).pages.map(({ pageId }) => pageId), { timeout: READING_MS })
      .toEqual([first, third, second]);
    await expect.poll(async () => (await dossier(CODE)).state, { timeout: READING_MS }).toBe('digitized');
    const after = await dossier(CODE);
    expect(after.pages.map(({ dropped }) => dropped)).toEqual([false, false, true]);
    expect(after.pages[0]!.turnDeg).toBe((before.pages[0]!.turnDeg + 90) % 360);
    expect(after.papers.find(({ type }) => type === declaration.type)!.pageIds).toEqual([first, third]);
    expect(after.revision).toBe(before.revision + 1);
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await page.getByText('Trang căn cước kẹp nhầm').waitFor();
    await page.getByRole('button', { name: 'Xử lý' }).click();
  });

  it('shows the file from before a correction while it is being made anew, and says so', async () => {
    const { page } = opened.window;
    const address = `**/api/dossiers/${CODE}`;
    // Making it takes a moment only: the moment is made to last.
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const dossier = (await response.json()) as SeenDossier;
      const papers = dossier.papers.map(({ fileId, ...paper }) => ({
        ...paper,
        fileId: null,
        olderFile: { fileId, pageIds: paper.pageIds },
      }));
      await route.fulfill({ response, json: { ...dossier, papers, state: 'assembling' } });
    });
    await page.reload();
    await page.getByText('Đang làm lại tệp này').waitFor();
    await page.locator('.pdfViewer .page[data-loaded="true"]').first().waitFor(PATIENT);
    await inspectScreen(page, 'reading-remade');
    await page.unroute(address);
    await page.reload();
    await page.locator('.pdfViewer .page[data-loaded="true"]').first().waitFor(PATIENT);
    expect(await page.getByText('Đang làm lại tệp này').count()).toBe(0);
  });

  it('sends pages to the dossier they belong to', async () => {
    const { page } = opened.window;
    const { pages } = await dossier(CODE);
    const moved = pages[1]!.pageId;
    await page.getByRole('button', { name: 'Sắp xếp trang' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Trang 2' }).check();
    await dialog.getByLabel('Mã hồ sơ').fill(OTHER);
    await dialog.getByRole('group').getByLabel('Lý do').fill('Căn cước của hồ sơ kia');
    await inspectScreen(page, 'reading-move');
    await dialog.getByRole('button', { name: 'Chuyển trang' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await dossier(OTHER)).pages.map(({ pageId }) => pageId), { timeout: READING_MS })
      .toContain(moved);
    await expect
      .poll(async () => (await dossier(CODE)).pages.map(({ pageId }) => pageId), { timeout: READING_MS })
      .not.toContain(moved);
  });

  it('hands a hard case up to a named superior', async () => {
    const { page } = opened.window;
    await expect.poll(async () => (await dossier(CODE)).state, { timeout: READING_MS }).toBe('digitized');
    await page.getByRole('button', { name: 'Chuyển cấp trên' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Đỗ Thị Lan' }).check();
    await dialog.getByLabel('Lý do chuyển').fill('Hai giấy tờ ghi hai nơi sinh');
    await inspectScreen(page, 'reading-escalate');
    await dialog.getByRole('button', { name: 'Chuyển cấp trên' }).click();
    await page.locator('.badge', { hasText: 'Đã chuyển cấp trên' }).waitFor();
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await page.getByText('Hai giấy tờ ghi hai nơi sinh').waitFor();
  });

  it('lists what an admin did to accounts', async () => {
    const { page } = opened.window;
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    await signIn(page, opened.server, 'admin');
    await page.goto(`${opened.server.url}/control/users`);
    await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên đăng nhập').fill('mai');
    await dialog.getByLabel('Họ và tên').fill('Võ Thị Mai');
    await dialog.getByLabel('Mã bưu cục').fill('984251');
    await dialog.getByLabel('Mật khẩu').fill('mat-khau-moi-2026');
    await inspectScreen(page, 'control-new-user');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    const account = page.getByRole('row').filter({ hasText: 'Võ Thị Mai' });
    await account.getByRole('cell', { name: 'Bưu cục Đất Mũi 984251' }).waitFor();
    await page.getByRole('cell', { name: 'Sở Tư pháp H12.09' }).waitFor();
    await account.getByRole('button', { name: 'Khóa' }).click();
    await account.getByText('Đã khóa').waitFor();
    await page.getByRole('link', { name: 'Nhật ký quản trị' }).click();
    await page.getByRole('cell', { name: 'Khóa tài khoản' }).waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: /Thêm tài khoản.*mai/ })
      .getByText('Nhân viên bưu điện')
      .waitFor();
    await inspectScreen(page, 'control-acts');
    expect(opened.complaints()).toEqual([]);
  });

  async function dossier(code: string): Promise<SeenDossier> {
    const answer = await opened.window.page.request.get(`${opened.server.url}/api/dossiers/${code}`);
    if (!answer.ok()) return { revision: 0, state: 'none', pages: [], papers: [] };
    return (await answer.json()) as SeenDossier;
  }
});
