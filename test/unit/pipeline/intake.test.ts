/** What intake leaves behind of a file that shows its damage late. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BatchId, pageIdOf, type ScanId } from '../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { closeBatch, openBatch, receiveScan } from '../../../shared/pipeline/delivery.ts';
import { carriedTextKeyOf, pictureKeyOf } from '../../../shared/pipeline/object-keys.ts';
import { carryOn, openTestOffice, type TestOffice } from '../../support/test-office.ts';

const BATCH = 'b-late-damage' as BatchId;

/** Stores these pages and what text they carried. */
async function storePages(office: TestOffice, scanId: ScanId, pageNumbers: readonly number[]) {
  for (const pageNumber of pageNumbers) {
    const page = { batchId: BATCH, pageId: pageIdOf(scanId, pageNumber) };
    await office.store.put(pictureKeyOf(page), new Uint8Array([1]));
    await office.store.put(carriedTextKeyOf(page), new Uint8Array([2]));
  }
}

/** An office whose files are taken apart like this, then turn out damaged. */
function breaksLate(office: TestOffice, explode: (scanId: ScanId) => Promise<void>): TestOffice {
  return {
    ...office,
    tasks: Object.assign(Object.create(office.tasks), {
      async run(_name: string, { scanId }: Parameters<typeof office.tasks.run<'explode-scan'>>[1]) {
        await explode(scanId);
        throw new DigitizationError('scan-damaged', { page: 4 });
      },
    }),
  };
}

async function deliverOne(office: TestOffice): Promise<ScanId> {
  await openBatch(office, BATCH, null);
  const scanId = await receiveScan(
    office,
    { batchId: BATCH, position: 1, name: 'a.pdf' },
    Buffer.from('pdf'),
  );
  await closeBatch(office, BATCH);
  return scanId;
}

async function expectOnlyTheOriginal(office: TestOffice, scanId: ScanId) {
  expect(await office.repository.scan(scanId)).toMatchObject({ state: 'rejected' });
  const files = await readdir(office.objectsFolder, { recursive: true, withFileTypes: true });
  const left = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(office.objectsFolder.length + 1));
  expect(left).toEqual([`originals/${BATCH}/${scanId}`]);
}

describe('a file that is refused late', () => {
  it('leaves its original, and no picture or text of its pages', async () => {
    const plain = await openTestOffice();
    const office = breaksLate(plain, (scanId) => storePages(plain, scanId, [1, 2, 3]));
    const scanId = await deliverOne(office);
    await carryOn(office);
    await expectOnlyTheOriginal(office, scanId);
  });

  it('leaves no more when another delivery of it stores pages after the first has removed its own', async () => {
    const plain = await openTestOffice();
    const firstIsDone = Promise.withResolvers<void>();
    let deliveries = 0;
    const office = breaksLate(plain, async (scanId) => {
      const isFirst = ++deliveries === 1;
      if (!isFirst) await firstIsDone.promise;
      await storePages(plain, scanId, isFirst ? [1, 2, 3] : [2, 3]);
    });
    const scanId = await deliverOne(office);
    const { repository } = office;
    const slow = carryOn(office, { copies: 2 });
    await expect.poll(async () => (await repository.scan(scanId))?.state).toBe('rejected');
    await expect
      .poll(() => plain.store.size(carriedTextKeyOf({ batchId: BATCH, pageId: pageIdOf(scanId, 1) })))
      .toBe(null);
    firstIsDone.resolve();
    await slow;
    await expectOnlyTheOriginal(office, scanId);
  });

  it('leaves no text whose picture was removed before it came', async () => {
    const plain = await openTestOffice();
    const office = breaksLate(plain, (scanId) =>
      plain.store.put(carriedTextKeyOf({ batchId: BATCH, pageId: pageIdOf(scanId, 7) }), new Uint8Array([2])),
    );
    const scanId = await deliverOne(office);
    await carryOn(office);
    await expectOnlyTheOriginal(office, scanId);
  });
});
