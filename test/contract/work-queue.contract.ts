/** What every work queue promises; a queue of the cloud waits for real, a local one moves its clock. */
import { describe, expect, it } from 'vitest';
import type { Delivery, WorkQueue } from '../../shared/ports/work-queue.ts';
import { sampleMessage } from '../support/sample-records.ts';
import { type Make, open } from './subject.ts';

export interface QueueSubject {
  readonly queue: WorkQueue;
  /** Lets that much of the queue's own time pass. */
  readonly wait: (ms: number) => Promise<void>;
}

/** For adapters whose queues are made beforehand. */
export const CONTRACT_QUEUES = ['recognition', 'assembly'] as const;
export const CONTRACT_MAX_RECEIVES = 3;

const [QUEUE, OTHER_QUEUE] = CONTRACT_QUEUES;
/** Whole seconds: SQS knows no less. */
const VISIBILITY_MS = 2_000;

async function receive({ queue }: QueueSubject, max = 10): Promise<Delivery[]> {
  return queue.receive(QUEUE, { max, visibilityMs: VISIBILITY_MS, maxReceives: CONTRACT_MAX_RECEIVES });
}

/** A queue may hand out fewer than it has. */
async function receiveAll(subject: QueueSubject, count: number): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (let round = 0; round < 20 && deliveries.length < count; round++)
    deliveries.push(...(await receive(subject)));
  return deliveries;
}

async function killByReceiving(subject: QueueSubject): Promise<void> {
  for (let count = 1; count <= CONTRACT_MAX_RECEIVES; count++) {
    expect(await receiveAll(subject, 1)).toMatchObject([{ receiveCount: count }]);
    await subject.wait(VISIBILITY_MS);
  }
  expect(await receive(subject)).toEqual([]);
}

const idsOf = (deliveries: readonly Delivery[]) => deliveries.map(({ message }) => message.id).sort();

/** What a queue of another maker does otherwise, and why that is borne; the suite then expects that instead. */
export interface QueueDeviations {
  /** Hands out an id as often as it was sent. */
  readonly repeats?: string;
  /** May take a message off, or show it, by a receipt of an earlier delivery. */
  readonly obeysVoidReceipts?: string;
  /** Does not know how old its messages are. */
  readonly hidesAge?: string;
  /** Counts what came back by itself only when somebody asks for messages. */
  readonly countsLate?: string;
}

export function describeWorkQueue(
  name: string,
  make: Make<QueueSubject>,
  deviations: QueueDeviations = {},
): void {
  describe(`work queue: ${name}`, () => {
    it('hands out what was sent, whole, to its own queue only', async () => {
      const subject = await open(make);
      const message = sampleMessage('m-1', { body: { tên: 'giấy khai sinh', pages: [1, 2], none: null } });
      await subject.queue.send(QUEUE, [message]);
      await subject.queue.send(OTHER_QUEUE, [sampleMessage('m-2')]);
      const deliveries = await receiveAll(subject, 1);
      expect(deliveries).toEqual([{ message, receiveCount: 1, receipt: expect.any(String) }]);
    });

    it('gives nothing from an empty or unheard-of queue', async () => {
      const subject = await open(make);
      expect(await receive(subject)).toEqual([]);
      expect(await subject.queue.depth(QUEUE)).toEqual({
        waiting: 0,
        inFlight: 0,
        dead: 0,
        oldestAgeMs: null,
      });
    });

    it('hands out at most max', async () => {
      const subject = await open(make);
      await subject.queue.send(
        QUEUE,
        ['a', 'b', 'c'].map((id) => sampleMessage(id)),
      );
      expect((await receive(subject, 2)).length).toBeLessThanOrEqual(2);
    });

    it('never hands one message to two concurrent receivers', async () => {
      const subject = await open(make);
      const ids = Array.from({ length: 30 }, (_, index) => `m-${index + 10}`);
      for (let from = 0; from < 30; from += 10) {
        await subject.queue.send(
          QUEUE,
          ids.slice(from, from + 10).map((id) => sampleMessage(id)),
        );
      }
      const deliveries = (await Promise.all([1, 2, 3, 4, 5].map(() => receive(subject)))).flat();
      expect(new Set(idsOf(deliveries)).size).toBe(deliveries.length);
      expect(idsOf([...deliveries, ...(await receiveAll(subject, 30 - deliveries.length))])).toEqual(ids);
    });

    it('hides what it handed out, then hands it out again with a higher count and a new receipt', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      const [first] = await receiveAll(subject, 1);
      expect(await receive(subject)).toEqual([]);
      await subject.wait(VISIBILITY_MS);
      const [second] = await receiveAll(subject, 1);
      expect(second).toMatchObject({ message: { id: 'm-1' }, receiveCount: 2 });
      expect(second?.receipt).not.toBe(first?.receipt);
    });

    it('forgets what is acknowledged, and takes it anew', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      const [delivery] = await receiveAll(subject, 1);
      await subject.queue.acknowledge(QUEUE, delivery!.receipt);
      await subject.wait(VISIBILITY_MS);
      expect(await receive(subject)).toEqual([]);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      expect(await receiveAll(subject, 1)).toMatchObject([{ receiveCount: 1 }]);
    });

    it('ignores a receipt that a redelivery made void, and a made-up one', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      const [first] = await receiveAll(subject, 1);
      await subject.wait(VISIBILITY_MS);
      await receiveAll(subject, 1);
      if (!deviations.obeysVoidReceipts) {
        await subject.queue.acknowledge(QUEUE, first!.receipt);
        await subject.queue.release(QUEUE, first!.receipt, 0);
      }
      await subject.queue.acknowledge(QUEUE, 'made-up');
      expect(await receive(subject)).toEqual([]);
      await subject.wait(VISIBILITY_MS);
      expect(await receiveAll(subject, 1)).toMatchObject([{ receiveCount: 3 }]);
    });

    it('does not add an id that waits or is in flight', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1'), sampleMessage('m-1')]);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      const deliveries = await receiveAll(subject, 1);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      const all = [...deliveries, ...(await receiveAll(subject, 4))];
      if (deviations.repeats) expect(new Set(idsOf(all))).toEqual(new Set(['m-1']));
      else expect(all).toHaveLength(1);
    });

    it('hides a delayed message until its time', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')], 3_000);
      expect(await receive(subject)).toEqual([]);
      expect(await subject.queue.depth(QUEUE)).toMatchObject({ waiting: 1, inFlight: 0 });
      await subject.wait(3_000);
      expect(await receiveAll(subject, 1)).toHaveLength(1);
    });

    it('shows a released message after its delay; the receive count stays', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      const [first] = await receiveAll(subject, 1);
      await subject.queue.release(QUEUE, first!.receipt, 0);
      const [second] = await receiveAll(subject, 1);
      expect(second).toMatchObject({ receiveCount: 2 });
      await subject.queue.release(QUEUE, second!.receipt, VISIBILITY_MS + 1_000);
      await subject.wait(VISIBILITY_MS);
      expect(await receive(subject)).toEqual([]);
      await subject.wait(1_000);
      expect(await receiveAll(subject, 1)).toMatchObject([{ receiveCount: 3 }]);
    });

    it(`puts a message received ${CONTRACT_MAX_RECEIVES} times among the dead letters instead of handing it out`, async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('poison')]);
      await killByReceiving(subject);
      expect(await subject.queue.deadLetters(10)).toMatchObject([
        { queue: QUEUE, message: { id: 'poison' } },
      ]);
      expect(await subject.queue.depth(QUEUE)).toEqual({
        waiting: 0,
        inFlight: 0,
        dead: 1,
        oldestAgeMs: null,
      });
    });

    it('hands out the good message behind a dead one at once', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('poison')]);
      for (let count = 1; count <= CONTRACT_MAX_RECEIVES; count++) {
        await receiveAll(subject, 1);
        await subject.wait(VISIBILITY_MS);
      }
      await subject.queue.send(QUEUE, [sampleMessage('good')]);
      expect(idsOf(await receive(subject, 1))).toEqual(['good']);
    });

    it('tells why a dead letter was given up, and redrives by that', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('m-1')]);
      for (let count = 1; count <= CONTRACT_MAX_RECEIVES; count++) {
        const [delivery] = await receiveAll(subject, 1);
        await subject.queue.release(QUEUE, delivery!.receipt, 0, 'object-missing');
      }
      expect(await receive(subject)).toEqual([]);
      expect(await subject.queue.deadLetters(10)).toMatchObject([{ code: 'object-missing' }]);
      expect(await subject.queue.redrive(QUEUE, 'engine-unavailable')).toBe(0);
      expect(await subject.queue.redrive(QUEUE, 'object-missing')).toBe(1);
      expect(await receiveAll(subject, 1)).toMatchObject([{ receiveCount: 1 }]);
    });

    it('redrives dead letters with a fresh receive count', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('poison')]);
      await killByReceiving(subject);
      expect(await subject.queue.redrive(OTHER_QUEUE)).toBe(0);
      expect(await subject.queue.redrive(QUEUE)).toBe(1);
      expect(await subject.queue.deadLetters(10)).toEqual([]);
      expect(await receiveAll(subject, 1)).toMatchObject([{ message: { id: 'poison' }, receiveCount: 1 }]);
      expect(await subject.queue.redrive(QUEUE)).toBe(0);
    });

    it('counts what waits and what is in flight, and tells the age of the oldest', async () => {
      const subject = await open(make);
      await subject.queue.send(QUEUE, [sampleMessage('a')]);
      await subject.wait(1_000);
      await subject.queue.send(QUEUE, [sampleMessage('b'), sampleMessage('c')]);
      await receive(subject, 1);
      const depth = await subject.queue.depth(QUEUE);
      expect(depth).toMatchObject({ waiting: 2, inFlight: 1, dead: 0 });
      if (deviations.hidesAge) expect(depth.oldestAgeMs).toBeNull();
      else expect(depth.oldestAgeMs).toBeGreaterThanOrEqual(1_000);
      await subject.wait(VISIBILITY_MS);
      const back = deviations.countsLate ? { waiting: 2, inFlight: 1 } : { waiting: 3, inFlight: 0 };
      expect(await subject.queue.depth(QUEUE)).toMatchObject(back);
    });
  });
}
