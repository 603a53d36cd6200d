/** The camera at the counter: an identity card's code fills in the form, read by the code reader loaded on demand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { openConsoleOffice } from '../support/console-office.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { signIn } from '../support/console-steps.ts';
import { drawQr } from '../support/paper-mill/codes.ts';

const CARD = '096095999417||Phạm Quốc Khải|14031995|Nam|Ấp Rạch Bần, Tân Thuận, Cà Mau|15042021';
const WIDTH_PX = 1280;
const HEIGHT_PX = 720;
const CODE_PX = 420;

describe.skipIf(chromiumPath === null)('the camera', () => {
  const root = mkdtempSync(join(tmpdir(), 'bcci-camera-'));
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await openConsoleOffice(root);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('reads the card of the person at the counter', async () => {
    const cameraFilm = join(root, 'card.mjpeg');
    const frame = await filmFrame();
    await writeFile(cameraFilm, Buffer.concat(Array(10).fill(frame)));
    const { context, page, complaints } = await openWindow(join(root, 'browser'), { cameraFilm });
    await signIn(page, server, 'clerk');
    await page.getByRole('button', { name: 'Quét thẻ căn cước' }).click();
    const value = (label: string) => page.getByLabel(label).inputValue();
    await expect.poll(() => value('Họ và tên'), { timeout: 60_000 }).toBe('Phạm Quốc Khải');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await value('Số định danh')).toBe('096095999417');
    expect(await value('Ngày sinh')).toBe('14/03/1995');
    expect(await value('Địa chỉ')).toBe('Ấp Rạch Bần, Tân Thuận, Cà Mau');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function filmFrame(): Promise<Buffer> {
  const code = await sharp(Buffer.from(await drawQr(CARD)), { density: 300 })
    .resize(CODE_PX, CODE_PX, { kernel: 'nearest' })
    .png()
    .toBuffer();
  return sharp({ create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: '#e8eef0' } })
    .composite([{ input: code, left: 400, top: 150 }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
