/** Backs up the real server while it works, restores elsewhere, and looks for what was lost. */
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Dispatcher } from '../../functions/standalone/dispatcher.ts';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { reconcile } from '../../shared/pipeline/reconcile.ts';
import { openLocalOffice } from '../../shared/runtime/local.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { drawTypedPage } from '../support/typed-page.ts';

const DOSSIERS = 8;
const BACKUPS = 3;

interface Ending {
  readonly exitCode: number | null;
  readonly output: string;
}

function run(script: string, args: readonly string[]): Promise<Ending> {
  const child = spawn(process.execPath, [`functions/cli/${script}.ts`, ...args], {
    env: { ...process.env, LOG_LEVEL: 'error' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, output })));
}

function startServer(dataFolder: string): { stop(): Promise<void> } {
  const child = spawn(process.execPath, ['functions/standalone/main.ts'], {
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      DATA_FOLDER: dataFolder,
      INBOX_FOLDER: join(dataFolder, 'inbox'),
      PORT: '0',
      JOBS: '1',
    },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function dropDossiers(inbox: string): Promise<void> {
  const page = await drawTypedPage(['TO KHAI DANG KY KHAI SINH', 'Ho va ten: LE THI MAU']);
  for (let index = 1; index <= DOSSIERS; index++) {
    const code = `H12.09-260102-${String(index).padStart(4, '0')}`;
    const draft = join(inbox, `.${code}`);
    await mkdir(draft, { recursive: true });
    await writeFile(join(draft, 'scan.png'), page);
    await writeFile(join(draft, 'manifest.json'), JSON.stringify({ dossierCode: code, files: ['scan.png'] }));
    await cp(draft, join(inbox, code), { recursive: true });
    await rm(draft, { recursive: true });
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(200);
}

/** What the store in the folder holds, after everything that waits in it has been done. */
async function finishAndCount(dataFolder: string) {
  const office = openLocalOffice(loadSettings({ LOG_LEVEL: 'silent', JOBS: '2' }, { dataFolder }));
  const dispatcher = new Dispatcher(office);
  try {
    const before = await reconcile(office);
    await dispatcher.start();
    await until(() => dispatcher.isIdle());
    const after = await reconcile(office);
    const batches = await office.repository.listBatches(100);
    return { before, after, settled: batches.filter(({ state }) => state === 'settled').length };
  } finally {
    await dispatcher.stop();
    await office.close();
  }
}

describe('a backup taken while the server works', () => {
  it('is whole at its moment: restored elsewhere nothing is missing, and the work goes on', {
    timeout: 400_000,
  }, async () => {
    const root = await makeTemporaryFolder();
    const data = join(root, 'data');
    const inbox = join(data, 'inbox');
    await mkdir(inbox, { recursive: true });
    await dropDossiers(inbox);
    const server = startServer(data);
    const originals = async () => (await readdir(join(data, 'objects', 'originals')).catch(() => [])).length;
    try {
      await until(async () => (await originals()) >= 2);
      for (let round = 1; round <= BACKUPS; round++) {
        const backup = await run('backup', ['--to', join(root, 'backup'), '--data', data]);
        expect(backup).toMatchObject({ exitCode: 0 });
        expect(backup.output).toMatch(/\d+ objects/);
        const restored = join(root, `restored-${round}`);
        const restore = await run('restore', ['--from', join(root, 'backup'), '--to', restored]);
        expect(restore.output).toContain('No gap.');
        expect(restore.exitCode).toBe(0);
        // Else the server had nothing left to do and nothing was proved.
        if (round === 1) expect(restore.output).not.toContain(`${DOSSIERS} dossiers`);
      }
      await until(async () => (await originals()) === DOSSIERS);
      expect(await run('backup', ['--to', join(root, 'last'), '--data', data])).toMatchObject({
        exitCode: 0,
      });
    } finally {
      await server.stop();
    }
    expect(
      (await run('restore', ['--from', join(root, 'last'), '--to', join(root, 'elsewhere')])).exitCode,
    ).toBe(0);
    const { before, after, settled } = await finishAndCount(join(root, 'elsewhere'));
    expect(before.counted.originals).toBe(DOSSIERS);
    expect(before.gaps).toEqual([]);
    expect(after).toMatchObject({
      counted: { originals: DOSSIERS, scans: DOSSIERS, dossiers: DOSSIERS },
      gaps: [],
    });
    expect(settled).toBe(DOSSIERS);
  });

  it('is refused when a file of it is missing or damaged, and never overwrites a store', async () => {
    const root = await makeTemporaryFolder();
    const data = join(root, 'data');
    const office = openLocalOffice(loadSettings({ LOG_LEVEL: 'silent' }, { dataFolder: data }));
    await office.store.putOnce('originals/b-1/s-1', new Uint8Array(3));
    await office.close();
    const backup = join(root, 'backup');
    expect((await run('backup', ['--to', backup, '--data', data])).exitCode).toBe(0);
    expect((await run('restore', ['--from', backup, '--to', data])).exitCode).toBe(75);
    // The stray original is the one gap.
    expect((await run('restore', ['--from', backup, '--to', join(root, 'a')])).exitCode).toBe(1);
    await rm(join(backup, 'objects', 'originals', 'b-1', 's-1'));
    expect((await run('restore', ['--from', backup, '--to', join(root, 'b')])).exitCode).toBe(70);
    await writeFile(join(backup, 'records.sqlite'), 'no database');
    expect((await run('restore', ['--from', backup, '--to', join(root, 'c')])).exitCode).toBe(70);
    expect((await run('restore', ['--from', join(root, 'nothing'), '--to', join(root, 'd')])).exitCode).toBe(
      66,
    );
    expect((await run('backup', ['--to', backup, '--data', join(root, 'mistyped')])).exitCode).toBe(66);
  });
});
