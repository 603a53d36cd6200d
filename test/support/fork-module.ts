/** Runs a module of `test/support` in a process of its own and gives what it sent back, or how it ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export function forkModule(name: string, args: readonly string[]): ChildProcess {
  const child = fork(new URL(name, import.meta.url), args);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** The first message. */
export async function answerOf(child: ChildProcess): Promise<unknown> {
  const [answer] = await once(child, 'message');
  return answer;
}
