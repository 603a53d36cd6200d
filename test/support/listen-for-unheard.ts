/** Rejections that nobody waits for: each would end a server, and a test run too. */
import { onTestFinished } from 'vitest';

export function listenForUnheard(): readonly unknown[] {
  const unheard: unknown[] = [];
  const note = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  return unheard;
}
