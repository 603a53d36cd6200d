/** A queue that never hands out one step's messages: as when its function is switched off. */
import type { WorkQueue } from '../../../shared/ports/work-queue.ts';

export function deafTo(inner: WorkQueue, step: string): WorkQueue {
  return {
    send: (name, messages, delayMs) => inner.send(name, messages, delayMs),
    receive: async (name, options) => (name === step ? [] : inner.receive(name, options)),
    acknowledge: (name, receipt) => inner.acknowledge(name, receipt),
    release: (name, receipt, delayMs, code) => inner.release(name, receipt, delayMs, code),
    depth: (name) => inner.depth(name),
    deadLetters: (limit) => inner.deadLetters(limit),
    redrive: (name, code) => inner.redrive(name, code),
  };
}
