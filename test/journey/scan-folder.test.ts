/** A scanner's folder is emptied into the delivery that its clerk has open, over days and lost sessions. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JoseBearerTokens } from '../../shared/adapters/oidc/jose-bearer-tokens.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../shared/domain/manifest.ts';
import { openBatch } from '../../shared/pipeline/delivery.ts';
import { type ApiDesk, type DeskOptions, OFFICE, openApiDesk, PEOPLE } from '../support/api-desk.ts';
import { CLIENT, openIssuer, type TokenFaults } from '../support/loopback-issuer.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { openTestOffice } from '../support/test-office.ts';

async function openScanner(options: DeskOptions = {}) {
  const desk = await openApiDesk(options);
  const folder = await makeTemporaryFolder();
  return {
    desk,
    folder,
    scan: (name: string, content: string) => writeFile(join(folder, name), content),
    put: async (place: string) => (await readdir(join(folder, place))).sort(),
    send: () => sendOnce(desk, folder, '--user', 'hoa').ended,
  };
}

function sendOnce({ url }: ApiDesk, folder: string, ...more: string[]) {
  const args = ['functions/cli/scan-folder.ts', folder, '--server', url, '--once', ...more];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  child.stdin.end('whatever\n');
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, errors })),
  );
  return { ended, said: () => errors };
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

describe('where people sign in at an identity provider', () => {
  const HOA = {
    sub: '6f0c',
    preferred_username: 'hoa',
    name: 'Lê Thị Hoa',
    groups: ['clerk'],
    'custom:office': OFFICE,
  };

  async function openProviderDesk(faults: TokenFaults = {}) {
    const issuer = await openIssuer(HOA);
    onTestFinished(() => issuer.close());
    issuer.faults = faults;
    const base = await openTestOffice();
    const settings = { ...base.settings, oidcIssuer: issuer.issuer, oidcAudience: CLIENT };
    const bearerTokens = new JoseBearerTokens(issuer.issuer, CLIENT);
    const scanner = await openScanner({
      office: { ...base, settings },
      doors: { sessions: null, bearerTokens },
    });
    await scanner.scan('SCAN_0001.pdf', 'a page');
    const port = await freePort();
    const program = sendOnce(scanner.desk, scanner.folder, '--port', String(port));
    const visits = () => program.said().split(`Mở http://localhost:${port}/`).length - 1;
    /** Her browser follows where it is sent, and comes back. */
    const signIn = async (time: number, path = '') => {
      await expect.poll(visits, { timeout: 20_000 }).toBe(time);
      const answer = await fetch(`http://127.0.0.1:${port}/${path}`);
      return { status: answer.status, page: await answer.text() };
    };
    return { ...scanner, issuer, signIn, ended: program.ended, said: program.said };
  }

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    return port;
  }

  it('sends once the clerk has signed in with her own browser', async () => {
    const { desk, issuer, signIn, ended, put } = await openProviderDesk();
    await openBatch(desk.office, 'b-hoa' as BatchId, EMPTY_MANIFEST, undefined, {
      officeCode: OFFICE,
      createdBy: { id: 'hoa', name: 'Lê Thị Hoa' },
    });
    expect((await signIn(1)).page).toContain('Đã đăng nhập');
    expect(await ended).toMatchObject({ code: 0 });
    expect(await put('da-gui')).toEqual(['SCAN_0001.pdf']);
    expect(issuer.redeemed).toEqual(['authorization_code']);
  });

  it('renews a token that has ended without asking anybody', async () => {
    const { issuer, signIn, ended } = await openProviderDesk({ expires: '-1h' });
    await signIn(1);
    expect(await ended).toMatchObject({ code: 0 });
    expect(issuer.redeemed).toEqual(['authorization_code', 'refresh_token']);
  });

  it('asks her again where the provider renews nothing, and lets nobody in by an answer to another question', async () => {
    const { issuer, signIn, ended } = await openProviderDesk({ noRenewal: true, expires: '-1h' });
    await signIn(1);
    issuer.faults = { noRenewal: true, nonce: 'of-another' };
    expect(await signIn(2)).toMatchObject({ status: 401, page: expect.stringContaining('Thử lại') });
    issuer.faults = { noRenewal: true };
    expect((await signIn(2, '?code=stolen&state=another')).page).toContain('Đã đăng nhập');
    expect(await ended).toMatchObject({ code: 0 });
    expect(issuer.redeemed).not.toContain('stolen');
  });
});
