import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ChildProcessTaskRunner,
  type ChildProcessTaskRunnerSettings,
} from '../../../../shared/adapters/local/child-process-task-runner.ts';
import type { ContractTasks } from '../../../support/contract-tasks.ts';
import { answerOf, forkModule } from '../../../support/fork-module.ts';
import { listenForUnheard } from '../../../support/listen-for-unheard.ts';
import { expectToEnd, readPids } from '../../../support/running-process.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const LIMITS = { timeoutMs: 20_000, memoryMb: 500, onTimeout: 'unexpected', onMemory: 'unexpected' } as const;
const ENTRY = new URL('../../../support/contract-tasks-process.ts', import.meta.url);

function makeRunner(settings: Partial<ChildProcessTaskRunnerSettings>) {
  const runner = new ChildProcessTaskRunner<ContractTasks>({ jobs: 1, entry: ENTRY, ...settings });
  onTestFinished(() => runner.close());
  return runner;
}

describe('ChildProcessTaskRunner', () => {
  it('uses as many processes as it has jobs, and keeps them warm', async () => {
    const runner = makeRunner({ jobs: 2 });
    const pidsOf = async () => {
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => runner.run('sleep', { ms: 30 }, LIMITS)));
      return [...new Set(answers.map(({ pid }) => pid))].sort();
    };
    const first = await pidsOf();
    expect(first).toHaveLength(2);
    expect(await pidsOf()).toEqual(first);
  });

  it('serves first come, first served', async () => {
    const runner = makeRunner({});
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map((number) => runner.run('echo', number, LIMITS).then(() => order.push(number))),
    );
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('replaces a process after its share of tasks, and ends it', async () => {
    const runner = makeRunner({ tasksPerChild: 2 });
    const pids: number[] = [];
    for (let task = 0; task < 4; task++) pids.push((await runner.run('sleep', { ms: 0 }, LIMITS)).pid);
    expect(pids[1]).toBe(pids[0]);
    expect(pids[2]).not.toBe(pids[1]);
    expect(pids[3]).toBe(pids[2]);
    await expectToEnd([pids[0]!]);
  });

  it('replaces a process that died between two tasks', async () => {
    const runner = makeRunner({});
    const { pid } = await runner.run('sleep', { ms: 0 }, LIMITS);
    process.kill(pid, 'SIGKILL');
    await expectToEnd([pid]);
    // Its end is there before the runner hears of it: until then a task may still be lost with it.
    const nextPid = () => runner.run('sleep', { ms: 0 }, LIMITS).catch(() => ({ pid }));
    await expect.poll(async () => (await nextPid()).pid).not.toBe(pid);
  });

  it('says why when its module does not load, for each task anew', async () => {
    const entry = join(await makeTemporaryFolder(), 'broken.mjs');
    await writeFile(entry, 'throw new Error("no model on this machine")');
    const runner = makeRunner({ entry: pathToFileURL(entry) });
    for (let task = 0; task < 2; task++) {
      await expect(runner.run('echo', 1, LIMITS)).rejects.toMatchObject({
        code: 'unexpected',
        detail: { stage: 'task-start' },
        cause: { message: expect.stringContaining('no model on this machine') },
      });
    }
  });

  it('says so to each task where no process can be started', async () => {
    const unheard = listenForUnheard();
    const runner = makeRunner({ entry: new URL('https://nowhere.example/task.ts') });
    const tasks = [1, 2].map((number) => runner.run('echo', number, LIMITS));
    for (const outcome of await Promise.allSettled(tasks)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'service-unavailable' } });
    }
    expect(unheard).toEqual([]);
  });

  it('leaves no process behind when its own is killed: idle, spinning, or started by a task', async () => {
    const pidsFile = join(await makeTemporaryFolder(), 'pids');
    const parent = forkModule('task-runner-process.ts', [pidsFile]);
    const idlePid = (await answerOf(parent)) as number;
    const pids = await readPids(pidsFile);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await expectToEnd([idlePid, ...pids]);
  });
});
