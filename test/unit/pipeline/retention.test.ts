import { describe, expect, it } from 'vitest';
import type { BatchId } from '../../../shared/domain/ids.ts';
import { manifestSchema } from '../../../shared/domain/manifest.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { closeBatch, openBatch, receiveScan } from '../../../shared/pipeline/delivery.ts';
import { applyRetention } from '../../../shared/pipeline/retention.ts';
import { scriptedScan } from '../../support/scripted-tasks.ts';
import { carryOn, openTestOffice } from '../../support/test-office.ts';

const BATCH = 'b-1' as BatchId;
const DAY_MS = 86_400_000;

/** A dossier that went the whole way, its files attached. */
async function openFinishedOffice(settings: { rawScanDays?: number; finalDays?: number }) {
  const known = await openTestOffice();
  const office = { ...known, settings: { ...known.settings, ...settings } };
  await openBatch(office, BATCH, manifestSchema.parse({ dossierCode: 'H12.09-260105-0001' }));
  const page = 'TỜ KHAI ĐĂNG KÝ KHAI SINH';
  await receiveScan(office, { batchId: BATCH, position: 1, name: '1.json' }, scriptedScan(page));
  await closeBatch(office, BATCH);
  await carryOn(office);
  const [dossier] = await office.repository.listDossiers(1);
  return { office, dossier: dossier! };
}

async function keysPresent(office: Awaited<ReturnType<typeof openFinishedOffice>>['office']) {
  const [dossier] = await office.repository.listDossiers(1);
  const [scan] = await office.repository.scansOf(BATCH);
  const original = (await office.store.size(scan!.objectKey!)) !== null;
  const finals = await Promise.all(
    dossier!.files.map(async (file) => (await office.store.size(file.objectKey!)) !== null),
  );
  return { original, finals: finals.length > 0 && finals.every(Boolean) };
}

describe('retention', () => {
  it('keeps everything unless it is told how long', async () => {
    const { office } = await openFinishedOffice({});
    office.clock.advance(10_000 * DAY_MS);
    expect(await applyRetention(office)).toMatchObject({ removedObjects: 0, batches: {} });
    expect(await keysPresent(office)).toEqual({ original: true, finals: true });
  });

  it('lets raw scans go when their days are over, and no file with them', async () => {
    const { office } = await openFinishedOffice({ rawScanDays: 90 });
    office.clock.advance(89 * DAY_MS);
    expect((await applyRetention(office)).removedObjects).toBe(0);
    office.clock.advance(2 * DAY_MS);
    expect((await applyRetention(office, { dryRun: true })).removedObjects).toBeGreaterThan(0);
    expect(await keysPresent(office)).toEqual({ original: true, finals: true });
    expect((await applyRetention(office)).batches).toEqual({ due: 1 });
    expect(await keysPresent(office)).toEqual({ original: false, finals: true });
    expect((await applyRetention(office)).batches).toEqual({});
  });

  it('finishes what a cut-off run had marked', async () => {
    const { office } = await openFinishedOffice({ rawScanDays: 1 });
    office.clock.advance(2 * DAY_MS);
    const batch = (await office.repository.batch(BATCH))!;
    await office.repository.commit([{ ...batch, rawRemovedAt: office.clock.now().toISOString() }], []);
    await applyRetention(office);
    expect((await keysPresent(office)).original).toBe(false);
  });

  it('takes no scan that came after the others had gone', async () => {
    const { office } = await openFinishedOffice({ rawScanDays: 90 });
    office.clock.advance(91 * DAY_MS);
    expect((await applyRetention(office)).batches).toEqual({ due: 1 });
    await receiveScan(
      office,
      { batchId: BATCH, position: 2, name: '2.json' },
      scriptedScan('GIẤY KHAI SINH'),
    );
    await closeBatch(office, BATCH);
    await carryOn(office);
    await applyRetention(office);
    const [, late] = await office.repository.scansOf(BATCH);
    expect(await office.store.size(late!.objectKey!)).toBeGreaterThan(0);
    office.clock.advance(91 * DAY_MS);
    expect((await applyRetention(office)).batches).toEqual({ due: 1 });
    expect(await office.store.size(late!.objectKey!)).toBeNull();
  });

  it('takes no scan that comes while the others go', async () => {
    const { office } = await openFinishedOffice({ rawScanDays: 90 });
    office.clock.advance(91 * DAY_MS);
    const scansOf = office.repository.scansOf.bind(office.repository);
    const late = { batchId: BATCH, position: 2, name: '2.json' };
    office.repository.scansOf = async (batchId) => {
      await receiveScan(office, late, scriptedScan('GIẤY KHAI SINH'));
      return scansOf(batchId);
    };
    expect((await applyRetention(office)).batches).toEqual({ due: 1 });
    const [first, second] = await scansOf(BATCH);
    expect(await office.store.size(first!.objectKey!)).toBeNull();
    expect(await office.store.size(second!.objectKey!)).toBeGreaterThan(0);
  });

  it('goes once through what it removed, not each night again', async () => {
    const { office } = await openFinishedOffice({ rawScanDays: 90 });
    office.clock.advance(91 * DAY_MS);
    await applyRetention(office);
    const removed: string[] = [];
    const remove = async (key: string) => void removed.push(key);
    const store = Object.assign(Object.create(office.store), { remove });
    expect((await applyRetention({ ...office, store })).batches).toEqual({});
    expect(removed).toEqual([]);
  });

  it('lets everything else go where one object cannot be removed, and tells of it', async () => {
    const { office, dossier } = await openFinishedOffice({ rawScanDays: 90, finalDays: 365 });
    office.clock.advance(366 * DAY_MS);
    const [scan] = await office.repository.scansOf(BATCH);
    const held = async (key: string) => {
      if (key === scan!.objectKey) throw new DigitizationError('unexpected', { awsError: 'AccessDenied' });
      await office.store.remove(key);
    };
    const store = Object.assign(Object.create(office.store), { remove: held });
    await expect(applyRetention({ ...office, store })).rejects.toMatchObject({ code: 'unexpected' });
    expect(await office.store.size(dossier.files[0]!.objectKey!)).toBeNull();
    await applyRetention(office);
    expect((await keysPresent(office)).original).toBe(false);
  });

  it('has what records leave behind swept, and counts it apart', async () => {
    const { office } = await openFinishedOffice({});
    const swept: unknown[] = [];
    const leftovers = {
      sweep: async (now: Date, options = {}) => {
        swept.push({ now, ...options });
        return 3;
      },
    };
    const report = await applyRetention({ ...office, leftovers }, { dryRun: true });
    expect(report).toMatchObject({ removedLeftovers: 3, removedObjects: 0 });
    expect(swept).toEqual([{ now: office.clock.now(), dryRun: true }]);
  });

  it('never lets a file go that the record does not acknowledge, however old', async () => {
    const { office, dossier } = await openFinishedOffice({ rawScanDays: 1, finalDays: 365 });
    const attachments = (await office.repository.attachments(dossier.dossierId))!;
    await office.repository.commit([{ ...attachments, documents: [] }], []);
    office.clock.advance(10_000 * DAY_MS);
    expect(await applyRetention(office)).toMatchObject({
      removedFiles: 0,
      batches: { 'not-acknowledged': 1 },
    });
    expect(await keysPresent(office)).toEqual({ original: true, finals: true });
  });

  it('lets acknowledged files go when the province’s years are over', async () => {
    const { office, dossier } = await openFinishedOffice({ rawScanDays: 1, finalDays: 365 });
    office.clock.advance(366 * DAY_MS);
    expect((await applyRetention(office)).removedFiles).toBe(dossier.files.length);
    expect((await keysPresent(office)).finals).toBe(false);
  });
});
