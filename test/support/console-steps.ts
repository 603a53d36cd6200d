/** What people do in the console, in their words, for the browser tests. */

import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ConsoleServer, DemoRole } from './console-server.ts';

/** Pictures of the screens, as the last run saw them. */
export const SHOTS = 'test/browser/screenshots';

export async function signIn(page: Page, server: ConsoleServer, role: DemoRole): Promise<void> {
  const { user, password } = server.accounts[role];
  await page.goto(server.url);
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}

/** The counter's form for the sample's procedure. */
export async function startDossier(page: Page, dossierCode: string, applicant: string): Promise<void> {
  await page.getByLabel('Mã hồ sơ', { exact: true }).fill(dossierCode);
  await page.getByRole('combobox', { name: 'Thủ tục' }).fill('dang ky khai sinh');
  // Of an older list no option is selected.
  await page.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  const cases = page.getByRole('radio');
  if ((await cases.count()) > 0) await cases.first().check();
  await page.getByLabel('Họ và tên').fill(applicant);
  await page.getByRole('button', { name: 'Bắt đầu quét' }).click();
  await page.getByRole('heading', { name: dossierCode }).waitFor();
}

/** Looks at the screen as WCAG 2.2 AA does, and keeps its picture. */
export async function inspectScreen(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  expect(told, name).toEqual([]);
}
