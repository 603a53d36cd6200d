/** A scanner's folder is emptied into the delivery that its clerk has open, over days and lost sessions. */
import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ApiDesk, type DeskOptions, openApiDesk, PEOPLE } from '../support/api-desk.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

async function openScanner(options: DeskOptions = {}) {
  const desk = await openApiDesk(options);
  const folder = await makeTemporaryFolder();
  return {
    desk,
    folder,
    scan: (name: string, content: string) => writeFile(join(folder, name), content),
    put: async (place: string) => (await readdir(join(folder, place))).sort(),
    send: () => sendOnce(desk, folder),
  };
}

function sendOnce({ url }: ApiDesk, folder: string): Promise<{ code: number | null; errors: string }> {
  const args = ['functions/cli/scan-folder.ts', folder, '--user', 'hoa', '--server', url, '--once'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  child.stdin.end('whatever\n');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, errors })));
}

async function openDelivery(desk: ApiDesk): Promise<() => Promise<string[]>> {
  const answer = await desk.ask('clerk', 'POST', '/api/batches', { manifest: {} });
  const { batchId } = (await answer.json()) as { batchId: string };
  return async () => {
    const view = await desk.ask('clerk', 'GET', `/api/batches/${batchId}`);
    return ((await view.json()) as { scans: { name: string }[] }).scans.map(({ name }) => name);
  };
}

it('waits while no delivery is open, then sends, and never replaces what was put away', async () => {
  const { desk, folder, scan, put, send } = await openScanner();
  await scan('SCAN_0001.pdf', 'of today');
  expect((await send()).errors).toContain('mở hồ sơ ở Bàn quét trước');
  const scansThere = await openDelivery(desk);
  expect(await send()).toMatchObject({ code: 0 });
  await scan('SCAN_0001.pdf', 'of tomorrow');
  expect(await send()).toMatchObject({ code: 0 });
  expect(await scansThere()).toEqual(['SCAN_0001.pdf', 'SCAN_0001.pdf']);
  expect(await put('da-gui')).toEqual(['SCAN_0001 (2).pdf', 'SCAN_0001.pdf']);
  expect(await readFile(join(folder, 'da-gui', 'SCAN_0001.pdf'), 'utf8')).toBe('of today');
});

it('signs in again when its session has ended', async () => {
  let sessions = 0;
  const { desk, scan, put, send } = await openScanner({
    doors: {
      sessions: {
        signIn: async () => ({ secret: `hoa-${++sessions}`, person: PEOPLE.clerk }),
        // The first session of the program is over at once; the test's own never is.
        find: async (secret) => (secret === 'hoa-1' ? null : PEOPLE.clerk),
        signOut: async () => undefined,
      },
    },
  });
  await openDelivery(desk);
  await scan('SCAN_0001.pdf', 'a page');
  expect(await send()).toMatchObject({ code: 0 });
  expect(sessions).toBe(2);
  expect(await put('da-gui')).toEqual(['SCAN_0001.pdf']);
});
