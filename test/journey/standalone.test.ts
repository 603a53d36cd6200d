/** The server as a person starts it: a folder dropped into the inbox comes out as files to open. */
import { spawn } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { drawTypedPage } from '../support/typed-page.ts';
import { hashOf } from '../support/upload-client.ts';

const PASSWORD = 'mat-khau-rat-dai';
const CODE = 'H12.09-260102-0007';

async function startServer(root: string): Promise<{ url: string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, ['functions/standalone/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_FOLDER: join(root, 'data'),
      INBOX_FOLDER: join(root, 'inbox'),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout })),
    ended.then(() => Promise.reject(new Error('the server ended at once'))),
  ]);
  const stop = async () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url: /http\S+/.exec(line)![0], stop };
}

function once(lines: ReturnType<typeof createInterface>): Promise<[string]> {
  return new Promise((resolve) => lines.once('line', (line) => resolve([line])));
}

async function dropDossier(inbox: string): Promise<void> {
  const draft = join(inbox, '.draft');
  await mkdir(draft, { recursive: true });
  const page = await drawTypedPage(['TO KHAI DANG KY KHAI SINH', 'Ho va ten: LE THI MAU']);
  await writeFile(join(draft, 'a <b>.png'), page);
  const expectedDocuments = [{ type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh <1>', required: true }];
  await writeFile(
    join(draft, 'manifest.json'),
    JSON.stringify({ dossierCode: CODE, procedureCode: '1.001193', expectedDocuments, files: ['a <b>.png'] }),
  );
  await rename(draft, join(inbox, CODE));
}

async function addOfficer(root: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      'functions/cli/accounts.ts',
      'add',
      'binh',
      '--name',
      'Trần Bình',
      '--role',
      'officer',
      '--unit',
      'H12.09',
    ],
    { env: { ...process.env, DATA_FOLDER: join(root, 'data') }, stdio: ['pipe', 'inherit', 'inherit'] },
  );
  child.stdin.end(`${PASSWORD}\n`);
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
}

async function signIn(url: string): Promise<{ cookie: string }> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'x-requested-with': 'console' },
    body: JSON.stringify({ user: 'binh', password: PASSWORD }),
  });
  expect(answer.status).toBe(200);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/);
  return { cookie: cookie.split(';')[0]! };
}

interface DossierAnswer {
  readonly state: string;
  readonly attachments: unknown;
  readonly files: readonly { readonly fileId: string; readonly sha256: string }[];
  readonly events: readonly { readonly eventType: string }[];
}

async function awaitDossier(url: string, headers: { cookie: string }): Promise<DossierAnswer> {
  for (;;) {
    const answer = await fetch(`${url}/api/dossiers/${CODE}`, { headers });
    const dossier = (await answer.json()) as DossierAnswer;
    if (answer.status === 200 && dossier.attachments) return dossier;
    await sleep(200);
  }
}

describe('the server on one machine', () => {
  it('digitizes what lies in the inbox and shows it to whom it belongs', { timeout: 60_000 }, async () => {
    const root = await makeTemporaryFolder();
    await addOfficer(root);
    const { url, stop } = await startServer(root);
    await dropDossier(join(root, 'inbox'));
    expect((await fetch(`${url}/api/dossiers/${CODE}`)).status).toBe(401);
    const headers = await signIn(url);

    const dossier = await awaitDossier(url, headers);
    expect(dossier).toMatchObject({
      state: 'digitized',
      verdict: 'needs-review',
      missing: [{ type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh <1>' }],
    });
    const { fileId, sha256 } = dossier.files[0]!;
    const file = await fetch(`${url}/api/files/${fileId}`, { headers });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(hashOf(await file.bytes())).toBe(sha256);
    expect((await fetch(`${url}/files/${fileId}`)).status).toBe(401);

    const found = (await (await fetch(`${url}/api/inbox?q=khai%20sinh`, { headers })).json()) as {
      hits: { dossierId: string }[];
    };
    expect(found.hits.map((hit) => hit.dossierId)).toEqual([CODE]);
    const again = await awaitDossier(url, headers);
    expect(again.events.map((event) => event.eventType)).toContain('files-attached');

    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-type')).toContain('text/html');
    const archive = await fetch(`${url}/api/dossiers/${CODE}/archive.zip`, { headers });
    const entries = unzipSync(await archive.bytes());
    expect(Object.keys(entries)).toContain('report.json');
    const sums = strFromU8(entries.SHA256SUMS!).trim().split('\n');
    for (const [sum, name] of sums.map((line) => line.split('  '))) expect(hashOf(entries[name!]!)).toBe(sum);
    expect((await fetch(`${url}/files/..%2f..%2fetc`)).status).toBe(401);
    expect((await fetch(`${url}/api/dossiers/none`, { headers })).status).toBe(404);
    expect(await stop()).toBe(0);
  });
});
