/** What the world or a queue refuses holds up nobody else's messages, however much of it there is. */
import { expect, it } from 'vitest';
import { announce } from '../../../shared/pipeline/announcement.ts';
import type { Office } from '../../../shared/pipeline/step.ts';
import { sampleMessage } from '../../support/sample-records.ts';
import { openTestOffice } from '../../support/test-office.ts';

const REFUSED_COUNT = 130;

async function openOffice() {
  const office = await openTestOffice();
  const say = async (type: string, count: number) => {
    for (let from = 0; from < count; from += 100) {
      const part = Array.from({ length: Math.min(100, count - from) }, (_, at) =>
        sampleMessage(`${type}.${from + at}`, { type }),
      );
      await office.repository.commit([], part);
    }
  };
  return { office, say };
}

it('goes on behind a hundred events that the bus refuses', async () => {
  const { office, say } = await openOffice();
  const deaf: Office = { ...office, publisher: { publish: async () => [] } };
  await say('page-recognized', REFUSED_COUNT);
  await say('page-received', 3);
  expect(await announce(deaf)).toBe(3);
  expect((await office.queue.depth('recognition')).waiting).toBe(3);
  expect(await announce(deaf)).toBe(0);
  expect(await office.outbox.undelivered(1_000)).toHaveLength(REFUSED_COUNT);
});

it('goes on behind a queue that is away, and says so', async () => {
  const { office, say } = await openOffice();
  const away = new Error('recognition is away');
  const halved: Office = {
    ...office,
    queue: Object.assign(Object.create(office.queue), {
      send: (queue: string, messages: never[]) =>
        queue === 'recognition' ? Promise.reject(away) : office.queue.send(queue, messages),
    }),
  };
  await say('page-received', REFUSED_COUNT);
  await say('file-due', 2);
  await expect(announce(halved)).rejects.toBe(away);
  expect((await office.queue.depth('assembly')).waiting).toBe(2);
});
