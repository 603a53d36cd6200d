/** Whether processes run, and waiting until they do not. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, vi } from 'vitest';

/** A zombie that nobody has collected is dead. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const path = `/proc/${pid}/stat`;
  return !existsSync(path) || !/\) [ZX] /.test(readFileSync(path, 'latin1'));
}

export async function expectToEnd(pids: readonly number[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 3_000, interval: 20 });
}

/** Waits for a task to write its process ids as a JSON list; they run. */
export async function readPids(path: string): Promise<number[]> {
  const pids = await vi.waitFor(() => JSON.parse(readFileSync(path, 'utf8')) as number[], {
    timeout: 10_000,
    interval: 20,
  });
  expect(pids.filter(isRunning)).toEqual(pids);
  return pids;
}
