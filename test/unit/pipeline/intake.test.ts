/** What intake leaves behind of a file that shows its damage late. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type BatchId, pageIdOf } from '../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { closeBatch, openBatch, receiveScan } from '../../../shared/pipeline/delivery.ts';
import { carriedTextKeyOf, pictureKeyOf } from '../../../shared/pipeline/object-keys.ts';
import { carryOn, openTestOffice, type TestOffice } from '../../support/test-office.ts';

const BATCH = 'b-late-damage' as BatchId;

/** Three pages are stored, then the file turns out damaged. */
function breaksLate(office: TestOffice): TestOffice {
  return {
    ...office,
    tasks: Object.assign(Object.create(office.tasks), {
      async run(_name: string, { batchId, scanId }: Parameters<typeof office.tasks.run<'explode-scan'>>[1]) {
        for (const pageNumber of [1, 2, 3]) {
          const page = { batchId, pageId: pageIdOf(scanId, pageNumber) };
          await office.store.put(pictureKeyOf(page), new Uint8Array([1]));
          await office.store.put(carriedTextKeyOf(page), new Uint8Array([2]));
        }
        throw new DigitizationError('scan-damaged', { page: 4 });
      },
    }),
  };
}

it('keeps the original of a refused file, and no picture or text of its pages', async () => {
  const office = breaksLate(await openTestOffice());
  await openBatch(office, BATCH, null);
  const scanId = await receiveScan(
    office,
    { batchId: BATCH, position: 1, name: 'a.pdf' },
    Buffer.from('pdf'),
  );
  await closeBatch(office, BATCH);
  await carryOn(office, { copies: 2 });
  expect(await office.repository.scan(scanId)).toMatchObject({ state: 'rejected' });
  const files = await readdir(office.objectsFolder, { recursive: true, withFileTypes: true });
  const left = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(office.objectsFolder.length + 1));
  expect(left).toEqual([`originals/${BATCH}/${scanId}`]);
});
