/** Tasks that behave well, badly and very badly, for every task runner to show what it makes of them. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import type { TaskHandlers } from '../../shared/ports/task-runner.ts';

export type ContractTasks = {
  echo: { input: unknown; output: unknown };
  sleep: { input: { ms: number }; output: { pid: number } };
  'say-nothing': { input: null; output: undefined };
  'fail-known': { input: null; output: never };
  'fail-unknown': { input: { secret: string }; output: never };
  'spin-forever': { input: null; output: never };
  'fill-buffers': { input: { megabytes: number }; output: never };
  'fill-heap': { input: null; output: never };
  crash: { input: { how: 'exit' | 'throw-later' }; output: never };
  'start-program-and-spin': { input: { pidsFile: string }; output: never };
};

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function spin(): never {
  for (;;);
}

export const contractTasks: TaskHandlers<ContractTasks> = {
  echo: async (input) => input,
  async sleep({ ms }) {
    await sleep(ms);
    return { pid: process.pid };
  },
  'say-nothing': async () => undefined,
  async 'fail-known'() {
    throw new DigitizationError('scan-damaged', { page: 3, reason: 'cut short', last: true });
  },
  async 'fail-unknown'({ secret }) {
    throw new RangeError(`no such person: ${secret}\n    at ${secret}.pdf:1:1`);
  },
  'spin-forever': async () => spin(),
  async 'fill-buffers'({ megabytes }) {
    const kept: Buffer[] = [];
    for (let filled = 0; filled < megabytes; filled += 16) {
      kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
      await sleep(5);
    }
    await sleep(60_000);
    throw new Error(`${kept.length} buffers were left alone`);
  },
  async 'fill-heap'() {
    const kept: number[][] = [];
    for (;;) kept.push(new Array<number>(100_000).fill(kept.length));
  },
  async crash({ how }) {
    if (how === 'exit') process.exit(7);
    setTimeout(() => {
      throw new Error('later');
    });
    return new Promise<never>(() => {});
  },
  async 'start-program-and-spin'({ pidsFile }) {
    const program = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeFileSync(pidsFile, JSON.stringify([process.pid, program.pid]));
    return spin();
  },
};
