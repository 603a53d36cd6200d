import { describe, expect, it } from 'vitest';
import { SqliteDatabase } from '../../../../shared/adapters/local/sqlite-database.ts';
import { SqliteWorkQueue } from '../../../../shared/adapters/local/sqlite-work-queue.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { sampleMessage } from '../../../support/sample-records.ts';

const LIMITS = { max: 10, visibilityMs: 1_000, maxReceives: 2 };

function makeQueue() {
  const clock = new ManualClock();
  const queue = new SqliteWorkQueue(new SqliteDatabase(':memory:'), clock);
  const receiveIds = async (max = 10) =>
    (await queue.receive('recognition', { ...LIMITS, max })).map(({ message }) => message.id);
  return { clock, queue, receiveIds };
}

describe('SqliteWorkQueue', () => {
  it('hands out in the order of becoming visible, then of sending', async () => {
    const { clock, queue, receiveIds } = makeQueue();
    await queue.send('recognition', [sampleMessage('late')], 5_000);
    await queue.send('recognition', [sampleMessage('z'), sampleMessage('a')]);
    clock.advance(1_000);
    await queue.send('recognition', [sampleMessage('m')]);
    clock.advance(4_000);
    expect(await receiveIds(2)).toEqual(['z', 'a']);
    expect(await receiveIds()).toEqual(['m', 'late']);
  });

  it('passes over a whole page of dead letters to the first living message', async () => {
    const { clock, queue, receiveIds } = makeQueue();
    const poison = Array.from({ length: 25 }, (_, index) => sampleMessage(`p-${index}`));
    await queue.send('recognition', poison);
    for (let round = 0; round < LIMITS.maxReceives; round++) {
      expect(await receiveIds(25)).toHaveLength(25);
      clock.advance(1_000);
    }
    await queue.send('recognition', [sampleMessage('good')]);
    expect(await receiveIds(1)).toEqual(['good']);
    expect((await queue.depth('recognition')).dead).toBe(25);
    expect((await queue.deadLetters(3)).map(({ receiveCount }) => receiveCount)).toEqual([2, 2, 2]);
  });

  it('keeps one copy when a dead letter is redriven beside a living message of its id', async () => {
    const { clock, queue, receiveIds } = makeQueue();
    await queue.send('recognition', [sampleMessage('m')]);
    for (let round = 0; round < 3; round++) {
      await receiveIds();
      clock.advance(1_000);
    }
    await queue.send('recognition', [sampleMessage('m')]);
    expect(await queue.redrive('recognition')).toBe(1);
    expect(await receiveIds()).toEqual(['m']);
    expect(await queue.depth('recognition')).toMatchObject({ waiting: 0, inFlight: 1, dead: 0 });
  });

  it('frees at the start what a predecessor had in hand, not counting that try', async () => {
    const { queue, receiveIds } = makeQueue();
    await queue.send('recognition', [sampleMessage('m')]);
    const [cutOff] = await queue.receive('recognition', LIMITS);
    await queue.releaseAll();
    await queue.acknowledge('recognition', cutOff!.receipt);
    expect(await queue.depth('recognition')).toMatchObject({ waiting: 1, inFlight: 0 });
    expect(await queue.receive('recognition', LIMITS)).toMatchObject([{ receiveCount: 1 }]);
    expect(await receiveIds()).toEqual([]);
  });

  it('rings for what is sent, released and redriven until the listener stops', async () => {
    const { clock, queue, receiveIds } = makeQueue();
    const rung: string[] = [];
    const stop = queue.onSend((name) => rung.push(name));
    await queue.send('recognition', []);
    expect(rung).toEqual([]);
    await queue.send('recognition', [sampleMessage('m')]);
    expect(rung).toEqual(['recognition']);
    const [delivery] = await queue.receive('recognition', LIMITS);
    await queue.release('recognition', delivery!.receipt, 0);
    expect(rung).toHaveLength(2);
    await receiveIds();
    clock.advance(1_000);
    await receiveIds();
    await queue.redrive('recognition');
    expect(rung).toHaveLength(3);
    stop();
    await queue.send('assembly', [sampleMessage('m')]);
    expect(rung).toHaveLength(3);
  });
});
