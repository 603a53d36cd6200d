import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BatchPreviews } from '../../../../functions/api/batch-preview.ts';
import type { BatchId } from '../../../../shared/domain/ids.ts';
import { openApiDesk } from '../../../support/api-desk.ts';
import { sampleBatch, samplePage } from '../../../support/sample-records.ts';

const PATIENT = { timeout: 15_000 };
const BATCH = 'b-1' as BatchId;

/** A preview takes as long as the store takes to answer. */
async function openSlowOffice(delayMs: number) {
  const { office } = await openApiDesk();
  await office.repository.commit([sampleBatch(BATCH), samplePage(BATCH, 1, 1)], []);
  const pagesOf = office.repository.pagesOf.bind(office.repository);
  office.repository.pagesOf = async (id) => {
    await sleep(delayMs);
    return pagesOf(id);
  };
  return office;
}

describe('previews of a batch', { timeout: 30_000 }, () => {
  it('show what there is within moments, and tell once when what they showed was overtaken', async () => {
    const office = await openSlowOffice(400);
    const previews = new BatchPreviews(office);
    expect((await previews.of(BATCH, 'one', false)).pages.total).toBe(1);
    await office.repository.commit([samplePage(BATCH, 1, 2)], []);
    const before = previews.overtookOf(BATCH);
    const startMs = performance.now();
    expect((await previews.of(BATCH, 'two', false)).pages.total).toBe(1);
    expect(performance.now() - startMs).toBeLessThan(600);
    expect(previews.overtookOf(BATCH)).toBe(before);
    await expect.poll(() => previews.overtookOf(BATCH), PATIENT).not.toBe(before);
    const told = previews.overtookOf(BATCH);
    expect((await previews.of(BATCH, 'two', false)).pages.total).toBe(2);
    expect(previews.overtookOf(BATCH)).toBe(told);
  });

  it('go on to the last change that somebody saw an older one of, without being asked again', async () => {
    const office = await openSlowOffice(400);
    const previews = new BatchPreviews(office);
    await previews.of(BATCH, 'one', false);
    await previews.of(BATCH, 'two', false);
    await office.repository.commit([samplePage(BATCH, 1, 2), samplePage(BATCH, 1, 3)], []);
    const before = previews.overtookOf(BATCH);
    expect((await previews.of(BATCH, 'three', false)).pages.total).toBeLessThan(3);
    await expect.poll(() => previews.overtookOf(BATCH), PATIENT).not.toBe(before);
    await sleep(0);
    expect((await previews.of(BATCH, 'three', false)).pages.total).toBe(3);
  });

  it('tell nobody who was shown the newest', async () => {
    const office = await openSlowOffice(1);
    const previews = new BatchPreviews(office);
    for (const mark of ['one', 'two', 'three']) await previews.of(BATCH, mark, false);
    expect(previews.overtookOf(BATCH)).toBe(0);
  });

  it('are waited for where nothing goes on between requests', async () => {
    const office = await openSlowOffice(400);
    const previews = new BatchPreviews(office, false);
    await previews.of(BATCH, 'one', false);
    await office.repository.commit([samplePage(BATCH, 1, 2)], []);
    expect((await previews.of(BATCH, 'two', false)).pages.total).toBe(2);
  });

  it('are waited for by whoever asks for the latest', async () => {
    const office = await openSlowOffice(400);
    const previews = new BatchPreviews(office);
    await previews.of(BATCH, 'one', false);
    await office.repository.commit([samplePage(BATCH, 1, 2)], []);
    expect((await previews.of(BATCH, 'two', true)).pages.total).toBe(2);
  });
});
