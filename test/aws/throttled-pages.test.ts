import { expect, it, onTestFinished } from 'vitest';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { steps } from '../../shared/pipeline/routes.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import { runEventSources } from '../support/aws/event-sources.ts';
import { startOneByOneProxy } from '../support/aws/one-by-one-proxy.ts';
import { repeatAndShuffle } from '../support/faults/repeating-work-queue.ts';
import { throttle } from '../support/faults/throttling.ts';
import { rollDice } from '../support/paper-mill/random.ts';
import { scriptedScan, scriptedTasks } from '../support/scripted-tasks.ts';
import { openOffice } from './open-office.ts';
import { motoProcessOf, withAll } from './peers.ts';

/** Fewer for a quick look, e.g. `THROTTLED_DOSSIERS=2`. */
const DOSSIERS = Number(process.env.THROTTLED_DOSSIERS ?? 20);
const PAGES = 50;
const PAGES_PER_PAPER = 5;
const DELIVERED_AT_ONCE = 4;
const DECLARATION =
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã Đất Mới';
/** With a fifth of all requests refused, one message in ten thousand would be refused five times by bad luck alone. */
const MAX_RECEIVES = 10;
const REPEATED = 0.3;
const THROTTLED = 0.2;
const MINUTES = 60_000;

const codeOf = (dossier: number) => `H12.09-260102-${String(dossier).padStart(4, '0')}` as DossierId;
const batchOf = (dossier: number) => `b-${dossier}` as BatchId;
const dossiers = Array.from({ length: DOSSIERS }, (_, index) => index + 1);

async function deliver(office: Office, dossier: number): Promise<void> {
  const batchId = batchOf(dossier);
  const pages = Array.from({ length: PAGES }, (_, index) => {
    const number = (index % PAGES_PER_PAPER) + 1;
    return number === 1 ? DECLARATION : `Trang ${number}/${PAGES_PER_PAPER}`;
  });
  await openBatch(office, batchId, manifestSchema.parse({ dossierCode: codeOf(dossier) }));
  await receiveScan(office, { batchId, position: 1, name: 'scan.json' }, scriptedScan(...pages));
  await closeBatch(office, batchId);
}

async function deliverAll(office: Office): Promise<void> {
  const waiting = [...dossiers];
  const desk = async () => {
    for (let dossier = waiting.shift(); dossier !== undefined; dossier = waiting.shift()) {
      const next = dossier;
      await again(() => deliver(office, next));
    }
  };
  await Promise.all(Array.from({ length: DELIVERED_AT_ONCE }, desk));
}

withAll(`${DOSSIERS * PAGES} pages over AWS adapters`, () => {
  it(
    'are digitized once and none is lost, with 30 % duplicates, shuffled, and 20 % of all requests throttled',
    async () => {
      const dice = rollDice('throttled pages');
      const random = () => dice.between(0, 1);
      const throttling = throttle(THROTTLED, random);
      const proxy = await startOneByOneProxy(motoProcessOf, throttling.answerInstead);
      onTestFinished(() => proxy.stop());
      const { office } = await openOffice({
        makeTools: async (store) => scriptedTasks(store),
        endpoint: proxy.endpoint,
        settings: { MAX_RECEIVES: String(MAX_RECEIVES) },
        overrides: { maxReceiveCount: MAX_RECEIVES },
      });
      const queue = repeatAndShuffle(office.queue, 'recognition', REPEATED, random);
      const throttled = { ...office, queue };
      const delivering = deliverAll(throttled);

      const isDone = async () => {
        if ((await throttled.outbox.undelivered(1)).length > 0) return false;
        const depths = await Promise.all(steps.map((step) => throttled.queue.depth(step)));
        if (depths.some(({ waiting, inFlight }) => waiting + inFlight > 0)) return false;
        const records = await Promise.all(
          dossiers.map((one) => throttled.repository.attachments(codeOf(one))),
        );
        return records.every((record) => record !== null);
      };
      await Promise.all([delivering, runEventSources(throttled, isDone, 25 * MINUTES)]);

      expect(queue.counts.sent).toBeGreaterThanOrEqual(DOSSIERS * PAGES);
      expect(queue.counts.repeated / queue.counts.sent).toBeCloseTo(REPEATED, 1);
      expect(throttling.counts.refused / throttling.counts.asked).toBeCloseTo(THROTTLED, 1);
      console.info('asked, refused, page messages, repeated:', throttling.counts, queue.counts);
      for (const dossier of dossiers) {
        const code = codeOf(dossier);
        const batch = await again(() => throttled.repository.batch(batchOf(dossier)));
        expect(batch).toMatchObject({ state: 'settled', closings: 1 });
        const pages = await again(() => throttled.repository.pagesOf(batchOf(dossier)));
        expect(pages.map((page) => page.state)).toEqual(Array(PAGES).fill('recognized'));
        const record = await again(() => throttled.repository.dossier(code));
        expect(record).toMatchObject({ state: 'digitized', revision: 1 });
        expect(record!.pages).toHaveLength(PAGES);
        const attachments = await again(() => throttled.repository.attachments(code));
        expect(attachments).toMatchObject({ revision: 1, version: 1 });
        const events = await again(() => throttled.publisher.journal(1_000, code));
        expect(events.filter((event) => event.eventType === 'dossier-digitized')).toHaveLength(1);
        expect(events.filter((event) => event.eventType === 'files-attached')).toHaveLength(1);
      }
      expect(await again(() => throttled.queue.deadLetters(10))).toEqual([]);
    },
    30 * MINUTES,
  );
});

/** Beside the pipeline there is nobody who comes again. */
async function again<T>(request: () => Promise<T>, tries = 6): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (tries === 1) throw error;
    return again(request, tries - 1);
  }
}
