import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BatchPreviews } from '../../../../functions/api/batch-preview.ts';
import type { BatchId } from '../../../../shared/domain/ids.ts';
import { openApiDesk } from '../../../support/api-desk.ts';
import { sampleBatch, samplePage } from '../../../support/sample-records.ts';

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

describe('previews of a batch', () => {
  it('show what there is within moments, say that they are behind, and catch up by themselves', async () => {
    const office = await openSlowOffice(700);
    const previews = new BatchPreviews(office);
    expect((await previews.of(BATCH, 'one', false)).pages.total).toBe(1);
    await office.repository.commit([samplePage(BATCH, 1, 2)], []);
    const startMs = performance.now();
    expect((await previews.of(BATCH, 'two', false)).pages.total).toBe(1);
    expect(performance.now() - startMs).toBeLessThan(600);
    expect(previews.isBehind(BATCH, 'two')).toBe(true);
    for (let tries = 0; tries < 100 && previews.isBehind(BATCH, 'two'); tries++) await sleep(100);
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
