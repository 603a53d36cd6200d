/** A dossier can be found from its first save on, and what is found is the latest record, in whatever order work comes. */
import { describe, expect, it } from 'vitest';
import type { BatchId, DossierId } from '../../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../../shared/domain/manifest.ts';
import { announce } from '../../../shared/pipeline/announcement.ts';
import { closeBatch, openBatch, receiveScan } from '../../../shared/pipeline/delivery.ts';
import { indexing } from '../../../shared/pipeline/indexing.ts';
import { scriptedScan } from '../../support/scripted-tasks.ts';
import { carryOn, openTestOffice, type TestOffice } from '../../support/test-office.ts';

const CODE = 'H12.09-261102-0007' as DossierId;
const BATCH = 'b-1' as BatchId;

async function deliver(office: TestOffice): Promise<void> {
  const declaredApplicant = { name: 'Đặng Thị Hoà', idNumber: '096188001234' };
  const receivingPostOffice = { code: '970010' };
  await openBatch(office, BATCH, {
    ...EMPTY_MANIFEST,
    dossierCode: CODE,
    declaredApplicant,
    receivingPostOffice,
  });
  const pages = scriptedScan('TỜ KHAI ĐĂNG KÝ KHAI SINH', 'Ấp Rạch Gốc');
  await receiveScan(office, { batchId: BATCH, position: 1, name: 'a.pdf' }, pages);
  await closeBatch(office, BATCH);
}

const find = async (office: TestOffice, words: string) =>
  (await office.search.find({ words, scope: {}, filter: {}, order: 'newest', today: '2026-11-02', limit: 9 }))
    .hits;

describe('indexing', () => {
  it('is asked for by every save that changed where a dossier stands', async () => {
    const office = await openTestOffice();
    await deliver(office);
    const states: (string | undefined)[] = [];
    const put = office.search.put.bind(office.search);
    office.search.put = async (entry) => {
      states.push(entry.state);
      await put(entry);
    };
    const commit = office.repository.commit.bind(office.repository);
    const asked: number[] = [];
    office.repository.commit = async (records, messages) => {
      for (const record of records) {
        if (record.kind !== 'dossier') continue;
        const before = await office.repository.dossier(record.dossierId);
        if (before?.state === record.state && before.revision === record.revision) continue;
        asked.push(messages.filter(({ type }) => type === 'dossier-saved').length);
      }
      await commit(records, messages);
    };
    await carryOn(office);
    expect(asked).toEqual([1, 1]);
    expect(states.at(-1)).toBe('digitized');
    expect(await find(office, 'rach goc')).toMatchObject([
      { dossierId: CODE, officeCode: '970010', unitCode: 'H12.09' },
    ]);
  });

  it('finds by code, declared name, number and text', async () => {
    const office = await openTestOffice();
    await deliver(office);
    await carryOn(office);
    for (const words of [CODE, 'dang thi hoa', '096188001234', 'khai sinh']) {
      expect([words, (await find(office, words)).length]).toEqual([words, 1]);
    }
  });

  it('changes nothing when an old message comes again, or one of a dossier that is not there', async () => {
    const office = await openTestOffice();
    await deliver(office);
    await carryOn(office);
    const before = await find(office, '');
    for (const dossierId of [CODE, 'H12.09-261102-9999']) {
      const message = {
        id: 'm',
        type: 'dossier-saved',
        at: '',
        cause: null,
        dossierCode: null,
        body: { dossierId },
      };
      await indexing({ message: message as never, receiveCount: 1, isLastTry: false }, office);
    }
    expect(await announce(office)).toBe(0);
    expect(await find(office, '')).toEqual(before);
  });
});
