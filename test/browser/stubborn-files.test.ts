/** Files that the counter's PC cannot read or keep: each is told by name, and all others are sent without a reload. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { signIn, startDossier } from '../support/console-steps.ts';
import { openConsole } from '../support/opened-console.ts';
import { scanSheet } from '../support/scanned-papers.ts';

const PATIENT = { timeout: 90_000 };
/** Lets the test end the page's connections to its store, and make the store answer nothing. */
const STORE_IN_REACH = `
  window.connections = [];
  window.storeIsSick = false;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...asked) {
    window.connections.push(this);
    return transaction.apply(this, asked);
  };
  for (const [type, name] of [[IDBObjectStore, 'getAll'], [IDBIndex, 'getAll'], [IDBObjectStore, 'put']]) {
    const act = type.prototype[name];
    type.prototype[name] = function (...asked) {
      if (window.storeIsSick) throw new DOMException('no answer', 'UnknownError');
      return act.apply(this, asked);
    };
  }`;

describe.skipIf(chromiumPath === null)('files that a PC cannot read or keep', { timeout: 300_000 }, () => {
  const opened = openConsole();
  const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
  let declaration: Buffer;
  let card: Buffer;
  beforeAll(async () => {
    [declaration, card] = [await scanSheet('declaration'), await scanSheet('identityCard')];
    const { context, page } = await opened.sitDown('clerk');
    await context.addInitScript({ content: STORE_IN_REACH });
    await signIn(page, opened.server, 'clerk');
    await startDossier(page, 'H12.09-261103-0044', 'Phạm Quốc Khải');
  }, 120_000);

  const add = (name: string, buffer: Buffer) =>
    opened.window.page.getByLabel('Thêm tệp quét').setInputFiles([jpeg(name, buffer)]);
  const pagesAtServer = async () => {
    const ask = async (path: string) =>
      (await opened.window.page.request.get(`${opened.server.url}/api${path}`)).json();
    const [batch] = (await ask('/batches?state=open')) as { batchId: string }[];
    if (!batch) return [];
    const { scans } = (await ask(`/batches/${batch.batchId}`)) as { scans: { name: string }[] };
    return scans.map(({ name }) => name).sort();
  };

  it('sends the others, says which one to choose again, and takes that one then', async () => {
    const { context, page } = opened.window;
    await expect.poll(pagesAtServer, PATIENT).toEqual([]);
    await context.setOffline(true);
    await add('hong.jpg', declaration);
    await add('tot.jpg', card);
    await page.getByText('2 tệp được giữ').waitFor();
    loseOnDisk(join(opened.root, 'browser-clerk'), declaration);
    await context.setOffline(false);
    const tile = page.getByRole('listitem').filter({ hasText: 'không đọc được tệp “hong.jpg”' });
    await tile.waitFor(PATIENT);
    await expect.poll(pagesAtServer, PATIENT).toEqual(['tot.jpg']);
    await tile.getByRole('button', { name: 'Bỏ' }).click();
    await tile.waitFor({ state: 'detached' });
    await add('hong.jpg', declaration);
    await expect.poll(pagesAtServer, PATIENT).toEqual(['hong.jpg', 'tot.jpg']);
  });

  it('goes on by itself when the store of the browser was silent for a while', async () => {
    const { page } = opened.window;
    await page.evaluate('window.storeIsSick = true');
    await add('lau.jpg', Buffer.concat([card, Buffer.from('1')]));
    await page.getByText('Trình duyệt tạm thời không đọc, ghi được').waitFor(PATIENT);
    await page.getByText('Chưa giữ được trong máy này: lau.jpg').waitFor();
    await page.evaluate('window.storeIsSick = false');
    await page
      .getByText('Trình duyệt tạm thời không đọc, ghi được')
      .waitFor({ ...PATIENT, state: 'detached' });
    await add('lau.jpg', Buffer.concat([card, Buffer.from('1')]));
    await expect.poll(pagesAtServer, PATIENT).toEqual(['hong.jpg', 'lau.jpg', 'tot.jpg']);
  });

  it('opens the store again that the browser has closed', async () => {
    const { page } = opened.window;
    await page.evaluate('for (const connection of window.connections) connection.close()');
    await add('moi.jpg', Buffer.concat([card, Buffer.from('2')]));
    await expect.poll(pagesAtServer, PATIENT).toContain('moi.jpg');
    expect(opened.complaints()).toEqual([]);
  });
});

/** As when the disk is damaged: the browser still lists the file, its bytes are gone. */
function loseOnDisk(profile: string, content: Buffer): void {
  const stored = join(profile, 'Default', 'IndexedDB');
  const files = readdirSync(stored, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const kept = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => path.includes('.blob') && readFileSync(path).equals(content));
  expect(kept).not.toEqual([]);
  for (const path of kept) rmSync(path);
}
