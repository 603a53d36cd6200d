/** State as it changes: nothing is lost over a cut line, and nothing is called done before it is on the disk. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../../functions/api/app.ts';
import type { BatchId, DossierId } from '../../../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../../../shared/domain/manifest.ts';
import { closeBatch, openBatch, receiveScan } from '../../../../shared/pipeline/delivery.ts';
import { type ApiDesk, OFFICE, openApiDesk, PEOPLE, requestBy, type Who } from '../../../support/api-desk.ts';
import { openEventStream } from '../../../support/event-stream.ts';
import { scriptedScan } from '../../../support/scripted-tasks.ts';
import { carryOn } from '../../../support/test-office.ts';

const CODE = 'H12.09-261102-0007';
const BATCH = 'b-own' as BatchId;

async function openBatchAtDesk(): Promise<ApiDesk> {
  const desk = await openApiDesk();
  const manifest = { ...EMPTY_MANIFEST, dossierCode: CODE, receivingPostOffice: { code: OFFICE } };
  await openBatch(desk.office, BATCH, manifest);
  return desk;
}

async function watch({ url }: ApiDesk, who: Who, query: string, lastEventId?: string) {
  const stream = await openEventStream(`${url}/api/stream?${query}`, {
    cookie: `session=${PEOPLE[who].id}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  });
  onTestFinished(() => stream.cut());
  return stream;
}

const deliver = ({ office }: ApiDesk, position: number) =>
  receiveScan(
    office,
    { batchId: BATCH, position, name: `${position}.pdf` },
    scriptedScan(`TRANG ${position}`),
  );

describe('the stream of a batch', () => {
  it('tells at once that there is something to load, then each change', async () => {
    const desk = await openBatchAtDesk();
    const stream = await watch(desk, 'clerk', `batch=${BATCH}`);
    expect(await stream.next('batch-changed')).toMatchObject({ data: { batchId: BATCH, state: 'open' } });
    expect(await stream.next('batch-changed', 900)).toBeNull();
    await deliver(desk, 1);
    expect(await stream.next('batch-changed')).not.toBeNull();
    await carryOn(desk.office);
    expect(await stream.next('event')).toMatchObject({ data: { eventType: 'page-recognized' } });
    expect(await stream.next('batch-changed')).not.toBeNull();
  });

  it('loses nothing while the line is cut, and repeats nothing when nothing happened', async () => {
    const desk = await openBatchAtDesk();
    const first = await watch(desk, 'clerk', `batch=${BATCH}`);
    await first.next('batch-changed');
    first.cut();
    await deliver(desk, 1);
    await carryOn(desk.office);
    const second = await watch(desk, 'clerk', `batch=${BATCH}`, first.lastEventId);
    expect(await second.next('event')).toMatchObject({ data: { eventType: 'page-recognized' } });
    expect(await second.next('batch-changed')).not.toBeNull();
    second.cut();
    const third = await watch(desk, 'clerk', `batch=${BATCH}`, second.lastEventId);
    expect(await third.next('hello')).not.toBeNull();
    expect(await third.next('event', 900)).toBeNull();
    expect(await third.next('batch-changed', 10)).toBeNull();
  });

  it('is told by asking again where there is no stream', async () => {
    const desk = await openBatchAtDesk();
    const ask = async (since: string) =>
      (await (await desk.ask('clerk', 'GET', `/api/stream?batch=${BATCH}&since=${since}`)).json()) as {
        mark: string;
        changes: { kind: string }[];
      };
    const { mark, changes } = await ask('');
    expect(changes.map((change) => change.kind)).toEqual(['batch-changed']);
    expect((await ask(mark)).changes).toEqual([]);
    await deliver(desk, 1);
    expect((await ask(mark)).changes.map((change) => change.kind)).toEqual(['batch-changed']);
  });

  it('does not open where no answer can stay open', async () => {
    const { office } = await openBatchAtDesk();
    const app = createApp(office, { sleepsBetweenRequests: true });
    const ask = (query: string) => app.request(`/api/stream?${query}`, requestBy('clerk', 'GET'));
    expect((await ask(`batch=${BATCH}`)).status).toBe(204);
    expect((await ask(`batch=${BATCH}&since=`)).status).toBe(200);
  });

  it('is for those only whose batch or dossier it is', async () => {
    const desk = await openBatchAtDesk();
    await expect(watch(desk, 'otherClerk', `batch=${BATCH}`)).rejects.toThrow('404');
    await expect(watch(desk, 'officer', `batch=${BATCH}`)).rejects.toThrow('404');
    await expect(watch(desk, 'clerk', '')).rejects.toThrow('404');
  });
});

describe('what is called done', () => {
  it('has its text and its files on the disk already', async () => {
    const desk = await openBatchAtDesk();
    const { office } = desk;
    const view = async () =>
      (await (await desk.ask('clerk', 'GET', `/api/batches/${BATCH}`)).json()) as { done: boolean };
    const commit = office.repository.commit.bind(office.repository);
    const seen: boolean[] = [];
    // Collected, not expected on the spot: what is thrown inside a step is only tried again.
    const missing: string[] = [];
    office.repository.commit = async (...written) => {
      await commit(...written);
      const { done } = await view();
      seen.push(done);
      if (!done) return;
      const dossier = (await office.repository.dossier(CODE as DossierId))!;
      const pages = await office.repository.pagesOf(BATCH);
      const keys = [...dossier.files.map((file) => file.objectKey), ...pages.map((page) => page.textKey)];
      for (const key of keys) if (!key || !(await office.store.size(key))) missing.push(key ?? 'no key');
    };
    for (const position of [1, 2]) await deliver(desk, position);
    await closeBatch(office, BATCH);
    await carryOn(office);
    expect(missing).toEqual([]);
    expect(seen).toContain(false);
    expect(seen.at(-1)).toBe(true);
    expect(seen.indexOf(true)).toBe(seen.lastIndexOf(false) + 1);
  });
});
