import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ErrandDesk } from '../../functions/standalone/errand-desk.ts';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { openLocalOffice } from '../../shared/runtime/local.ts';
import { sampleMessage } from '../support/sample-records.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

async function run(script: string, args: readonly string[]) {
  const child = spawn(process.execPath, [`functions/cli/${script}.ts`, ...args], {
    env: { ...process.env, LOG_LEVEL: 'error' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exitCode, output };
}

/** A store with two messages that were given up for two causes. */
async function openTroubledOffice() {
  const dataFolder = join(await makeTemporaryFolder(), 'data');
  const office = openLocalOffice(loadSettings({ LOG_LEVEL: 'silent' }, { dataFolder }));
  const once = { max: 1, visibilityMs: 0, maxReceives: 1 };
  for (const code of ['engine-unavailable', 'unexpected']) {
    await office.queue.send('recognition', [sampleMessage(`m-${code}`)]);
    const [delivery] = await office.queue.receive('recognition', once);
    await office.queue.release('recognition', delivery!.receipt, 0, code);
    await office.queue.receive('recognition', once);
  }
  return { office, dataFolder };
}

describe('operations on the single server', () => {
  it('list dead letters with their cause and redrive those of one, whoever owns the store', {
    timeout: 180_000,
  }, async () => {
    const { office, dataFolder } = await openTroubledOffice();
    await office.close();
    const listed = await run('redrive', ['--data', dataFolder]);
    expect(listed.output).toContain('recognition  engine-unavailable  m-engine-unavailable');
    expect(listed.output).toContain('1 × unexpected: An unexpected failure of the system.');
    const gaps = await run('reconcile', ['--data', dataFolder]);
    expect(gaps).toMatchObject({ exitCode: 1 });
    expect(gaps.output).toContain('2 gaps.');

    const running = openLocalOffice(loadSettings({ LOG_LEVEL: 'silent' }, { dataFolder }));
    const desk = new ErrandDesk(running);
    desk.start();
    try {
      const redriven = await run('redrive', ['--code', 'engine-unavailable', '--data', dataFolder]);
      expect(redriven.output).toContain('recognition: 1 redriven');
      expect(await running.queue.deadLetters(10)).toMatchObject([{ code: 'unexpected' }]);
      expect((await run('retention', ['--dry-run', '--data', dataFolder])).output).toContain(
        'Would remove 0 objects',
      );
    } finally {
      await desk.stop();
      await running.close();
    }
  });

  it('refuse a folder that holds no store, and both ways to redrive at once', async () => {
    const folder = await makeTemporaryFolder();
    expect((await run('reconcile', ['--data', folder])).exitCode).toBe(66);
    expect((await run('redrive', ['--all', '--code', 'unexpected', '--data', folder])).exitCode).toBe(64);
  });
});
