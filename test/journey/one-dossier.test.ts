import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesToAttach } from '../../shared/domain/dossier.ts';
import type { BatchId, DossierId, MessageId } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { previewBatch } from '../../shared/pipeline/preview.ts';
import { reportDossier } from '../../shared/pipeline/report.ts';
import { scriptedScan } from '../support/scripted-tasks.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

const BATCH = 'b-1' as BatchId;
const CODE = 'H12.09-260102-0001' as DossierId;

const DECLARATION = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TỜ KHAI ĐĂNG KÝ KHAI SINH
Kính gửi: Ủy ban nhân dân xã Đất Mới`;
const BIRTH_NOTE = `SỞ Y TẾ CÀ MAU
GIẤY CHỨNG SINH
Họ và tên mẹ: Lê Thị Mẫu`;

const manifest = manifestSchema.parse({
  dossierCode: CODE,
  procedureCode: '1.001193',
  postalItemId: 'EE123456785VN',
  expectedDocuments: [
    { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai đăng ký khai sinh', required: true },
    { type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh', required: true },
  ],
});

async function deliver(
  office: TestOffice,
  scans: readonly Uint8Array[],
  batchId: BatchId = BATCH,
): Promise<void> {
  await openBatch(office, batchId, manifest);
  for (const [index, bytes] of scans.entries()) {
    await receiveScan(office, { batchId, position: index + 1, name: `scan-${index + 1}.json` }, bytes);
  }
  await closeBatch(office, batchId);
}

async function eventsOf(office: TestOffice, type: string) {
  return (await office.publisher.journal(1_000)).filter((event) => event.eventType === type);
}

describe('one dossier', () => {
  it('goes from scans to files on the record', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);

    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.state).toBe('digitized');
    expect(dossier.papers.map((paper) => paper.type)).toEqual(['TO_KHAI_KHAI_SINH', 'GIAY_CHUNG_SINH']);
    const [digitized] = await eventsOf(office, 'dossier-digitized');
    expect(digitized).toMatchObject({
      dossierCode: CODE,
      data: { revision: 1, verdict: 'clean', itemCode: 'EE123456785VN', missing: [] },
    });
    const attachments = (await office.repository.attachments(CODE))!;
    expect(attachments.documents.map((document) => document.tepDinhKemId)).toEqual(
      filesToAttach(dossier).map((file) => file.fileId),
    );
    for (const file of dossier.files) {
      const bytes = await office.store.get(file.objectKey!);
      expect(bytes.length).toBe(file.bytes);
      expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
    }
  });

  it('ends the same when every message comes three times, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50 }),
        fc.infiniteStream(fc.nat()),
        async (pages, random) => {
          const office = await openTestOffice();
          const texts = Array.from({ length: pages }, (_, index) =>
            index === 0 ? DECLARATION : `Trang ${index + 1}`,
          );
          await deliver(office, [scriptedScan(...texts), scriptedScan(BIRTH_NOTE)]);
          const shuffle = <T>(items: readonly T[]) =>
            items
              .map((item) => ({ item, rank: random.next().value }))
              .sort((a, b) => a.rank - b.rank)
              .map(({ item }) => item);
          await carryOn(office, { copies: 3, shuffle });

          expect((await office.repository.batch(BATCH))!.closings).toBe(1);
          expect(await eventsOf(office, 'dossier-digitized')).toHaveLength(1);
          expect(await eventsOf(office, 'files-attached')).toHaveLength(1);
          expect(await eventsOf(office, 'page-recognized')).toHaveLength(pages + 1);
          expect((await office.repository.attachments(CODE))!.causes).toHaveLength(1);
          const dossier = (await office.repository.dossier(CODE))!;
          expect(dossier.revision).toBe(1);
          expect(dossier.pages).toHaveLength(pages + 1);
          expect(dossier.files.every((file) => file.state === 'assembled')).toBe(true);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('shows the checklist while pages are still being read, and calls nothing missing too early', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    const before = await previewBatch(office, BATCH);
    expect(before.pages).toEqual({ read: 0, total: 0 });
    await carryOn(office);
    const after = await previewBatch(office, BATCH);
    expect(after.pages).toEqual({ read: 2, total: 2 });
    expect(after.dossiers[0]!.missing).toEqual([]);
  });
});

describe('after the close', () => {
  it('a late page opens the next revision and replaces only the file that changed', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION)]);
    await carryOn(office);
    expect((await office.repository.dossier(CODE))!.missing.map((missing) => missing.type)).toEqual([
      'GIAY_CHUNG_SINH',
    ]);

    await deliver(office, [
      scriptedScan(DECLARATION),
      scriptedScan(BIRTH_NOTE),
      scriptedScan('Trang 2/2 của giấy chứng sinh'),
    ]);
    await carryOn(office);
    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.revision).toBe(2);
    expect(dossier.missing).toEqual([]);
    expect(
      dossier.files.filter((file) => file.revision === 1 && file.supersededInRevision === undefined),
    ).toHaveLength(1);
    const events = await eventsOf(office, 'dossier-digitized');
    expect(events.map((event) => event.data.revision)).toEqual([1, 2]);
    const standing = (await office.repository.attachments(CODE))!.documents.filter(
      (document) => !document.isDeleted,
    );
    expect(standing.map((document) => document.maThanhPhanHoSo).sort()).toEqual([
      'GIAY_CHUNG_SINH',
      'TO_KHAI_KHAI_SINH',
    ]);
  });

  it('another batch of the same dossier joins it; a replaced file is kept and marked', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION)]);
    await carryOn(office);
    office.clock.advance(1_000);
    await deliver(office, [scriptedScan(BIRTH_NOTE), scriptedScan(DECLARATION)], 'b-2' as BatchId);
    await carryOn(office);
    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.batchIds).toEqual(['b-1', 'b-2']);
    expect(dossier.pages).toHaveLength(3);
    const standing = (await office.repository.attachments(CODE))!.documents.filter(
      (document) => !document.isDeleted,
    );
    expect(new Set(standing.map((document) => document.maThanhPhanHoSo)).size).toBe(standing.length);
    for (const file of dossier.files) expect(await office.store.size(file.objectKey!)).toBe(file.bytes);
  });

  it('an event of an older revision that comes late takes nothing back', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION)]);
    await carryOn(office);
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);
    const before = await office.repository.attachments(CODE);
    const [older] = await eventsOf(office, 'dossier-digitized');
    const { eventId, eventType, occurredAt, data } = older!;
    const late = {
      id: eventId as MessageId,
      type: eventType,
      at: occurredAt,
      cause: null,
      dossierCode: CODE,
      body: data,
    };
    await office.queue.send('attachment', [late]);
    await carryOn(office);
    expect(await office.repository.attachments(CODE)).toEqual(before);
  });

  it('the same delivery again changes nothing', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);
    const before = await office.repository.dossier(CODE);
    office.clock.advance(86_400_000);
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);
    expect(await office.repository.dossier(CODE)).toEqual(before);
  });
});

describe('what goes wrong', () => {
  it('a refused scan ends with a sentence for the clerk, and the dossier waits for a rescan', async () => {
    const office = await openTestOffice();
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan()]);
    await carryOn(office);
    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.state).toBe('awaiting-rescan');
    expect(await eventsOf(office, 'dossier-digitized')).toHaveLength(0);
    expect(await eventsOf(office, 'rescan-requested')).toHaveLength(1);
    const { report } = await reportDossier(office, dossier);
    expect(report.rejected).toEqual([
      {
        file: 'scan-2.json',
        code: 'scan-no-pages',
        message: 'Tệp không có trang nào. Quét lại tờ giấy này.',
      },
    ]);
  });

  it('a throttled engine is waited for, and no page is given up', async () => {
    const throttled = Array.from({ length: 3 }, () => new DigitizationError('engine-unavailable'));
    const office = await openTestOffice({ read: throttled });
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);
    expect((await office.repository.pagesOf(BATCH)).map((page) => page.state)).toEqual([
      'recognized',
      'recognized',
    ]);
    expect(await office.queue.deadLetters(10)).toEqual([]);
  });

  it('a page that cannot be read waits for a person and holds up nobody', async () => {
    const hopeless = Array.from({ length: 4 }, () => new DigitizationError('page-too-slow'));
    const office = await openTestOffice({ read: hopeless });
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);
    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.findings.filter((finding) => finding.code === 'PAGE_UNREAD')).toHaveLength(2);
    expect(dossier.state).toBe('digitized');
    expect(dossier.verdict).toBe('needs-review');
  });

  it('a page that ran into its time limit is shown to a person', async () => {
    const office = await openTestOffice({ timeOuts: 1 });
    await deliver(office, [scriptedScan(DECLARATION), scriptedScan(BIRTH_NOTE)]);
    await carryOn(office);
    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.findings.filter((finding) => finding.code === 'PAGE_UNREAD')).toHaveLength(1);
    expect(dossier.verdict).toBe('needs-review');
  });

  it('a defect in reading parks the page on the last try instead of losing it', async () => {
    const defects = Array.from({ length: 5 }, () => new DigitizationError('unexpected'));
    const office = await openTestOffice({ read: defects });
    await deliver(office, [scriptedScan(DECLARATION)]);
    await carryOn(office);
    expect((await office.repository.pagesOf(BATCH))[0]).toMatchObject({
      state: 'parked',
      parkedReason: 'unexpected',
    });
    expect((await office.repository.dossier(CODE))!.pages).toHaveLength(1);
  });

  it('writes no word of a page and no name into the log', async () => {
    const office = await openTestOffice({
      read: [new DigitizationError('unexpected', {}, { cause: new Error('Lê Thị Mẫu') })],
    });
    await deliver(office, [scriptedScan(BIRTH_NOTE), scriptedScan()]);
    await carryOn(office);
    expect(office.logged.length).toBeGreaterThan(10);
    expect(office.logged.join('')).not.toMatch(/Lê|Mẫu|scan-1\.json|SỞ Y TẾ/);
  });
});

describe('a delivery that nobody can name', () => {
  it('is kept and listed, and no event claims it', async () => {
    const office = await openTestOffice();
    await openBatch(office, BATCH, null);
    await receiveScan(office, { batchId: BATCH, position: 1, name: 'a.json' }, scriptedScan(DECLARATION));
    await closeBatch(office, BATCH);
    await carryOn(office);
    const [orphan] = await office.repository.listDossiers(10);
    expect(orphan).toMatchObject({ dossierCode: null, state: 'unassigned' });
    expect(orphan!.files).toHaveLength(1);
    expect(await eventsOf(office, 'dossier-digitized')).toHaveLength(0);
  });

  it('goes to its dossier when a person says which, and leaves nothing behind', async () => {
    const office = await openTestOffice();
    await openBatch(office, BATCH, null);
    await receiveScan(office, { batchId: BATCH, position: 1, name: 'a.json' }, scriptedScan(DECLARATION));
    await closeBatch(office, BATCH);
    await carryOn(office);
    await openBatch(office, BATCH, manifest);
    await closeBatch(office, BATCH);
    await carryOn(office);
    expect(await office.repository.dossier(CODE)).toMatchObject({ state: 'digitized', revision: 1 });
    const orphan = (await office.repository.dossier(`orphan-${BATCH}` as DossierId))!;
    expect(orphan).toMatchObject({ state: 'emptied', pages: [], batchIds: [] });
    expect(orphan.files.every((file) => file.supersededInRevision === 2)).toBe(true);
  });

  it('a correction from one dossier to another takes the files off the first record', async () => {
    const office = await openTestOffice();
    const other = 'H12.09-260102-0002' as DossierId;
    await deliver(office, [scriptedScan(DECLARATION)]);
    await carryOn(office);
    await openBatch(office, BATCH, { ...manifest, dossierCode: other });
    await closeBatch(office, BATCH);
    await carryOn(office);
    const standing = async (id: DossierId) =>
      (await office.repository.attachments(id))!.documents.filter((document) => !document.isDeleted);
    expect(await standing(CODE)).toEqual([]);
    expect(await standing(other)).toHaveLength(1);
  });
});
