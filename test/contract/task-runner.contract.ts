/** What every task runner promises; only one that owns its processes can promise to kill. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TaskLimits, TaskRunner } from '../../shared/ports/task-runner.ts';
import type { ContractTasks } from '../support/contract-tasks.ts';
import { expectToEnd, readPids } from '../support/running-process.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { type Make, open } from './subject.ts';

const LIMITS: TaskLimits = {
  timeoutMs: 20_000,
  memoryMb: 500,
  onTimeout: 'scan-too-slow',
  onMemory: 'scan-too-heavy',
};

/** How many tasks the subject must be made to do at once. */
export const CONTRACT_JOBS = 2;

export function describeTaskRunner(name: string, make: Make<TaskRunner<ContractTasks>>): void {
  describe(`task runner: ${name}`, () => {
    it('carries JSON there and back', async () => {
      const runner = await open(make);
      const input = {
        tên: 'Đơn đề nghị',
        pages: [1, 2.5, -0.1],
        none: null,
        nested: { yes: true },
        big: 'ệ'.repeat(200_000),
      };
      expect(await runner.run('echo', input, LIMITS)).toEqual(input);
      expect(await runner.run('echo', null, LIMITS)).toBeNull();
      expect(await runner.run('say-nothing', null, LIMITS)).toBeUndefined();
    });

    it('lets through nothing but JSON', async () => {
      const runner = await open(make);
      expect(await runner.run('echo', { when: new Date(0), gone: undefined }, LIMITS)).toEqual({
        when: '1970-01-01T00:00:00.000Z',
      });
    });

    it('gives every caller its own answer', async () => {
      const runner = await open(make);
      const numbers = Array.from({ length: 30 }, (_, index) => index);
      expect(await Promise.all(numbers.map((number) => runner.run('echo', number, LIMITS)))).toEqual(numbers);
    });

    it('rejects with the code and detail of a known error', async () => {
      const runner = await open(make);
      await expect(runner.run('fail-known', null, LIMITS)).rejects.toMatchObject({
        name: 'DigitizationError',
        code: 'scan-damaged',
        kind: 'invalid',
        detail: { page: 3, reason: 'cut short', last: true },
      });
    });

    it('says of an unknown error its class and place, and nothing of the paper', async () => {
      const runner = await open(make);
      const error = await runner
        .run('fail-unknown', { secret: 'Nguyễn Thị A' }, LIMITS)
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'unexpected',
        detail: { error: 'RangeError', place: expect.stringMatching(/^contract-tasks\.ts:\d+:\d+$/) },
      });
      expect(`${(error as Error).message}${(error as Error).stack}`).not.toContain('Nguyễn');
    });

    it('refuses a task that nobody knows', async () => {
      const runner = await open(make);
      for (const unknown of ['no-such-task', 'toString', '__proto__']) {
        await expect(runner.run(unknown as 'echo', 1, LIMITS)).rejects.toMatchObject({ code: 'unexpected' });
      }
    });

    it('rejects what is under way and what comes later once it is closed', async () => {
      const runner = await open(make);
      await runner.run('echo', 1, LIMITS);
      const tasks = [1, 2, 3, 4].map(() => runner.run('sleep', { ms: 60_000 }, LIMITS));
      const outcomes = Promise.allSettled(tasks);
      await runner.close();
      for (const outcome of await outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'service-unavailable' } });
      }
      await expect(runner.run('echo', 1, LIMITS)).rejects.toMatchObject({ code: 'service-unavailable' });
    });
  });
}

export function describeTaskKilling(name: string, make: Make<TaskRunner<ContractTasks>>): void {
  describe(`task killing: ${name}`, () => {
    it('stops what spins in synchronous code, and the program that it started', async () => {
      const runner = await open(make);
      const pidsFile = join(await makeTemporaryFolder(), 'pids');
      const limits = { ...LIMITS, timeoutMs: 500 };
      const task = expect(runner.run('start-program-and-spin', { pidsFile }, limits)).rejects.toMatchObject({
        code: 'scan-too-slow',
        detail: { task: 'start-program-and-spin', timeoutMs: 500 },
      });
      const pids = await readPids(pidsFile);
      await task;
      await expectToEnd(pids);
      expect(await runner.run('echo', 'next', LIMITS)).toBe('next');
    });

    it('counts the time from the start of the work', async () => {
      const runner = await open(make);
      const limits = { ...LIMITS, timeoutMs: 600 };
      const tasks = Array.from({ length: 3 * CONTRACT_JOBS }, () => runner.run('sleep', { ms: 300 }, limits));
      await expect(Promise.all(tasks)).resolves.toHaveLength(3 * CONTRACT_JOBS);
    });

    it.each([
      ['fill-buffers', { megabytes: 2_048 }],
      ['fill-heap', null],
    ] as const)('stops what takes too much memory: %s', async (task, input) => {
      const runner = await open(make);
      await expect(runner.run(task, input as never, { ...LIMITS, memoryMb: 200 })).rejects.toMatchObject({
        code: 'scan-too-heavy',
        detail: { task },
      });
      expect(await runner.run('echo', 'next', LIMITS)).toBe('next');
    });

    it.each(['exit', 'throw-later'] as const)('survives a crash by %s', async (how) => {
      const runner = await open(make);
      const neighbour = runner.run('sleep', { ms: 300 }, LIMITS);
      await expect(runner.run('crash', { how }, LIMITS)).rejects.toMatchObject({
        code: 'unexpected',
        detail: { task: 'crash' },
      });
      await expect(neighbour).resolves.toBeDefined();
      expect(await runner.run('echo', 'next', LIMITS)).toBe('next');
    });

    it('leaves nothing running once it is closed', async () => {
      const runner = await open(make);
      const pidsFile = join(await makeTemporaryFolder(), 'pids');
      const task = expect(runner.run('start-program-and-spin', { pidsFile }, LIMITS)).rejects.toMatchObject({
        code: 'service-unavailable',
      });
      const { pid } = await runner.run('sleep', { ms: 0 }, LIMITS);
      const pids = await readPids(pidsFile);
      await runner.close();
      await task;
      await expectToEnd([pid, ...pids]);
    });
  });
}
