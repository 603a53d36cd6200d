/** A queue that repeats and shuffles, as a standard queue may: some messages come twice, none in the order of sending. */
import type { Message } from '../../../shared/domain/message.ts';
import type { WorkQueue } from '../../../shared/ports/work-queue.ts';

export interface Repeating extends WorkQueue {
  readonly counts: { sent: number; repeated: number };
}

/** `share` of the messages to `queue` are sent once more, in a request of their own. */
export function repeatAndShuffle(
  inner: WorkQueue,
  queue: string,
  share: number,
  random: () => number,
): Repeating {
  const counts = { sent: 0, repeated: 0 };
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return {
    counts,
    async send(name: string, messages: readonly Message[], delayMs?: number) {
      await inner.send(name, shuffled(messages), delayMs);
      if (name !== queue) return;
      const again = messages.filter(() => random() < share);
      counts.sent += messages.length;
      counts.repeated += again.length;
      if (again.length > 0) await inner.send(name, shuffled(again), delayMs);
    },
    receive: (name, options) => inner.receive(name, options),
    acknowledge: (name, receipt) => inner.acknowledge(name, receipt),
    release: (name, receipt, delayMs, code) => inner.release(name, receipt, delayMs, code),
    depth: (name) => inner.depth(name),
    deadLetters: (limit) => inner.deadLetters(limit),
    redrive: (name, code) => inner.redrive(name, code),
  };
}
