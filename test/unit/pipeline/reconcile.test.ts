import { describe, expect, it } from 'vitest';
import { FolderObjectInventory } from '../../../shared/adapters/local/folder-object-inventory.ts';
import { FolderObjectStore } from '../../../shared/adapters/local/folder-object-store.ts';
import type { DossierId, FileId, MessageId, PaperId } from '../../../shared/domain/ids.ts';
import { receiveScan } from '../../../shared/pipeline/delivery.ts';
import { reconcile } from '../../../shared/pipeline/reconcile.ts';
import {
  sampleAttachments,
  sampleBatch,
  sampleDossier,
  sampleMessage,
  samplePage,
  sampleScan,
} from '../../support/sample-records.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { openTestOffice } from '../../support/test-office.ts';

const A_WEEK_MS = 7 * 86_400_000;

/** One batch, one scan, one page, one dossier with one file: nothing wrong with it. */
async function openSoundOffice() {
  const folder = await makeTemporaryFolder();
  const office = {
    ...(await openTestOffice()),
    store: new FolderObjectStore(folder),
    inventory: new FolderObjectInventory(folder),
  };
  const batch = sampleBatch('b-1', { state: 'settled', dossierIds: ['d-1' as DossierId] });
  const scan = sampleScan('b-1', 1, { state: 'exploded', bytes: 3, objectKey: 'originals/b-1/s-1' });
  const page = samplePage('b-1', 1, 1, { state: 'recognized' });
  const dossier = sampleDossier('d-1', {
    state: 'digitized',
    pages: [{ pageId: page.pageId, pageType: 'KHAC', paperId: null }],
    files: [
      {
        fileId: 'f-1' as FileId,
        role: 'paper',
        paperIds: ['p-1' as PaperId],
        type: 'KHAC',
        name: 'Giấy tờ khác',
        componentCode: null,
        pageIds: [page.pageId],
        signed: false,
        revision: 1,
        recipe: 'r',
        state: 'assembled',
        objectKey: 'files/d-1/f-1.pdf',
        bytes: 5,
      },
    ],
  });
  await office.store.putOnce('originals/b-1/s-1', new Uint8Array(3));
  await office.store.put('files/d-1/f-1.pdf', new Uint8Array(5));
  await office.repository.commit([batch, scan, page, dossier, sampleAttachments('d-1')], []);
  office.clock.advance(A_WEEK_MS);
  return { office, batch, scan, page, dossier };
}

const codes = (gaps: readonly { code: string; subject: string }[]) =>
  gaps.map(({ code, subject }) => `${code} ${subject}`);

describe('reconciliation', () => {
  it('finds nothing where nothing is wrong, and says what it counted', async () => {
    const { office } = await openSoundOffice();
    expect(await reconcile(office)).toEqual({
      counted: { originals: 1, files: 1, batches: 1, scans: 1, pages: 1, dossiers: 1 },
      gaps: [],
    });
  });

  it('finds every gap that was planted', async () => {
    const { office, dossier, scan, page } = await openSoundOffice();
    const { store, repository } = office;
    await store.remove('originals/b-1/s-1');
    await store.put('files/d-1/f-1.pdf', new Uint8Array(4));
    await store.put('originals/b-9/s-9', new Uint8Array(1));
    const lateScan = sampleScan('b-2', 1, { objectKey: 'originals/b-2/s-1', bytes: 2 });
    const latePage = samplePage('b-2', 1, 1, { state: 'received' });
    await store.put('originals/b-2/s-1', new Uint8Array(1));
    await repository.commit(
      [
        { ...dossier, version: 1, revision: 2, pages: [] },
        sampleBatch('b-2', { state: 'open' }),
        lateScan,
        latePage,
        sampleBatch('b-3', { state: 'closed' }),
        sampleBatch('b-4', { state: 'settled' }),
        samplePage('b-4', 1, 1, { state: 'parked' }),
        sampleBatch('b-5', { state: 'settled', dossierIds: ['d-5' as DossierId] }),
        sampleDossier('d-6', { state: 'assembling' }),
      ],
      [sampleMessage('m-1')],
    );
    await office.queue.send('assembly', [sampleMessage('m-2', { id: 'm-2' as MessageId })]);
    const once = { max: 1, visibilityMs: 0, maxReceives: 1 };
    await office.queue.receive('assembly', once);
    await office.queue.receive('assembly', once);
    office.clock.advance(1);

    const { gaps } = await reconcile(office);
    expect(codes(gaps).sort()).toEqual(
      [
        `original-missing ${scan.scanId}`,
        `page-in-no-dossier ${page.pageId}`,
        'file-size-differs f-1',
        'not-attached d-1',
        'original-without-record originals/b-9/s-9',
        `original-size-differs ${lateScan.scanId}`,
        `scan-waits ${lateScan.scanId}`,
        `page-waits ${latePage.pageId}`,
        'batch-left-open b-2',
        'batch-not-settled b-3',
        'batch-without-dossier b-4',
        'dossier-missing d-5',
        'assembly-waits d-6',
        'message-waits m-1',
        'dead-letter m-2',
      ].sort(),
    );
  });

  it('finds a finished file that is gone', async () => {
    const { office } = await openSoundOffice();
    await office.store.remove('files/d-1/f-1.pdf');
    expect(codes((await reconcile(office)).gaps)).toEqual(['file-missing f-1']);
  });

  it('does not miss what retention removed', async () => {
    const { office, batch, dossier } = await openSoundOffice();
    await office.store.remove('originals/b-1/s-1');
    await office.store.remove('files/d-1/f-1.pdf');
    const removedAt = office.clock.now().toISOString();
    await office.repository.commit(
      [
        { ...batch, version: 1, rawRemovedAt: removedAt },
        { ...dossier, version: 1, files: dossier.files.map((file) => ({ ...file, removedAt })) },
      ],
      [],
    );
    expect((await reconcile(office)).gaps).toEqual([]);
  });

  it('misses a scan that came after retention, its original as any other', async () => {
    const { office, batch } = await openSoundOffice();
    await office.store.remove('originals/b-1/s-1');
    const rawRemovedAt = office.clock.now().toISOString();
    const removed = { ...batch, version: 1, closings: 1, rawRemovedAt, rawRemovedClosings: 1 };
    await office.repository.commit([removed], []);
    const late = { batchId: batch.batchId, position: 2, name: '2.pdf' };
    const scanId = await receiveScan(office, late, new Uint8Array(7));
    const found = async () => codes((await reconcile(office)).gaps).filter((gap) => gap.includes('original'));
    expect(await found()).toEqual([]);
    const { objectKey } = (await office.repository.scan(scanId))!;
    await office.store.remove(objectKey!);
    expect(await found()).toEqual([`original-missing ${scanId}`]);
    await office.store.put(objectKey!, new Uint8Array(6));
    expect(await found()).toEqual([`original-size-differs ${scanId}`]);
  });
});
