/** What every dossier repository promises, together with the outbox that its commits fill. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../shared/domain/dossier.ts';
import type { BatchId, DossierId, MessageId, PageId, ScanId } from '../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../shared/domain/manifest.ts';
import { type DossierRepository, MAX_WRITES } from '../../shared/ports/dossier-repository.ts';
import type { Outbox } from '../../shared/ports/outbox.ts';
import {
  sampleAttachments,
  sampleBatch,
  sampleCorrections,
  sampleDossier,
  sampleMessage,
  samplePage,
  sampleScan,
} from '../support/sample-records.ts';
import { type Make, open } from './subject.ts';

export interface RecordSubject {
  readonly repository: DossierRepository;
  readonly outbox: Outbox;
}

const BATCH = 'batch-1' as BatchId;

async function savedMessageIds(outbox: Outbox): Promise<string[]> {
  return (await outbox.undelivered(1_000)).map(({ id }) => id);
}

export function describeDossierRepository(name: string, make: Make<RecordSubject>): void {
  describe(`dossier repository: ${name}`, () => {
    it('gives back each kind of record one version higher', async () => {
      const { repository } = await open(make);
      const batch = sampleBatch('batch-1');
      const scan = sampleScan('batch-1', 1, { name: 'giấy \ud800 "khai"\n\u202e.pdf' });
      const page = samplePage('batch-1', 1, 1);
      const dossier = sampleDossier('d-1');
      const attachments = sampleAttachments('d-1');
      const corrections = sampleCorrections('d-1');
      await repository.commit([batch, scan, page, dossier, corrections, attachments], []);
      expect(await repository.batch(BATCH)).toEqual({ ...batch, version: 1 });
      expect(await repository.scan(scan.scanId)).toEqual({ ...scan, version: 1 });
      expect(await repository.page(page.pageId)).toEqual({ ...page, version: 1 });
      expect(await repository.dossier('d-1' as DossierId)).toEqual({ ...dossier, version: 1 });
      expect(await repository.corrections('d-1' as DossierId)).toEqual({ ...corrections, version: 1 });
      expect(await repository.attachments('d-1' as DossierId)).toEqual({ ...attachments, version: 1 });
    });

    it('keeps a record far larger than others', async () => {
      const { repository } = await open(make);
      const findings = Array.from({ length: 3_000 }, (_, index) => ({
        code: 'PAGE_UNREAD' as const,
        severity: 'warning' as const,
        message: `Trang ${index}: ${'không đọc được chữ '.repeat(20)}`,
      }));
      const dossier = sampleDossier('d-1', { findings });
      await repository.commit([dossier, sampleDossier('d-2', { findings })], []);
      expect(await repository.dossier('d-1' as DossierId)).toEqual({ ...dossier, version: 1 });
      await repository.commit([{ ...dossier, version: 1, findings: findings.slice(1) }], []);
      expect((await repository.dossier('d-1' as DossierId))!.findings).toHaveLength(2_999);
      expect(await repository.listDossiers(10)).toHaveLength(2);
    });

    it('says null for what is not there', async () => {
      const { repository } = await open(make);
      await repository.commit([sampleDossier('d-1')], []);
      expect(await repository.batch('d-1' as BatchId)).toBeNull();
      expect(await repository.scan('d-1' as ScanId)).toBeNull();
      expect(await repository.page('d-1' as PageId)).toBeNull();
      expect(await repository.dossier('d-2' as DossierId)).toBeNull();
      expect(await repository.corrections('d-1' as DossierId)).toBeNull();
      expect(await repository.attachments('d-1' as DossierId)).toBeNull();
    });

    it('replaces a record whose version is the stored one', async () => {
      const { repository } = await open(make);
      await repository.commit([sampleBatch('batch-1')], []);
      const stored = await repository.batch(BATCH);
      await repository.commit([{ ...stored!, state: 'closed', closings: 1 }], []);
      expect(await repository.batch(BATCH)).toMatchObject({ version: 2, state: 'closed', closings: 1 });
    });

    it.each([0, 1, 3])(
      'refuses version %i over a stored 2, with all of its writes and messages',
      async (version) => {
        const { repository, outbox } = await open(make);
        await repository.commit([sampleBatch('batch-1')], []);
        await repository.commit([sampleBatch('batch-1', { version: 1 })], []);
        const commit = repository.commit(
          [
            samplePage('batch-1', 1, 1),
            sampleBatch('batch-1', { version, state: 'closed' }),
            sampleDossier('d-1'),
          ],
          [sampleMessage('m-1')],
        );
        await expect(commit).rejects.toMatchObject({ code: 'record-conflict' });
        expect(await repository.batch(BATCH)).toMatchObject({ version: 2, state: 'open' });
        expect(await repository.pagesOf(BATCH)).toEqual([]);
        expect(await repository.dossier('d-1' as DossierId)).toBeNull();
        expect(await savedMessageIds(outbox)).toEqual([]);
      },
    );

    it('refuses to replace a record that was never stored', async () => {
      const { repository } = await open(make);
      const commit = repository.commit([sampleBatch('batch-1', { version: 1 })], []);
      await expect(commit).rejects.toMatchObject({ code: 'record-conflict' });
      expect(await repository.batch(BATCH)).toBeNull();
    });

    it('lets one of many concurrent commits on one version win, and none of the others leave a trace', async () => {
      const { repository, outbox } = await open(make);
      await repository.commit([sampleBatch('batch-1')], []);
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4, 5, 6].map((writer) =>
          repository.commit(
            [samplePage('batch-1', writer, 1), sampleBatch('batch-1', { version: 1, closings: writer })],
            [sampleMessage(`m-${writer}`)],
          ),
        ),
      );
      const winners = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index + 1] : []));
      expect(winners).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'record-conflict' });
      }
      expect(await repository.batch(BATCH)).toMatchObject({ version: 2, closings: winners[0] });
      expect((await repository.pagesOf(BATCH)).map((page) => page.scanPosition)).toEqual(winners);
      expect(await savedMessageIds(outbox)).toEqual([`m-${winners[0]}`]);
    });

    it('saves 50 shuffled and duplicated pages once each, with one message each, in order', async () => {
      const pages = Array.from({ length: 50 }, (_, index) =>
        samplePage('batch-1', 1 + (index % 5), 1 + Math.floor(index / 5)),
      );
      const arrivals = fc.shuffledSubarray([...pages, ...pages], { minLength: 100, maxLength: 100 });
      await fc.assert(
        fc.asyncProperty(arrivals, async (shuffled) => {
          const { subject, close } = await make();
          const saves = shuffled.map((page) =>
            subject.repository.commit([page], [sampleMessage(`m-${page.pageId}`)]),
          );
          const outcomes = await Promise.allSettled(saves);
          expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
          const stored = await subject.repository.pagesOf(BATCH);
          const places = stored.map((page) => page.scanPosition * 100 + page.pageNumber);
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(new Set(places).size).toBe(50);
          expect(new Set(await savedMessageIds(subject.outbox)).size).toBe(50);
          expect(await savedMessageIds(subject.outbox)).toHaveLength(50);
          await close();
        }),
        { numRuns: 3 },
      );
    });

    it('orders scans by position and pages by scan, then number, as numbers', async () => {
      const { repository } = await open(make);
      await repository.commit(
        [10, 2, 1].map((position) => sampleScan('batch-1', position)),
        [],
      );
      await repository.commit(
        [samplePage('batch-1', 10, 1), samplePage('batch-1', 2, 10), samplePage('batch-1', 2, 9)],
        [],
      );
      await repository.commit([sampleScan('batch-2', 3), samplePage('batch-2', 3, 1)], []);
      expect((await repository.scansOf(BATCH)).map((scan) => scan.position)).toEqual([1, 2, 10]);
      const pages = await repository.pagesOf(BATCH);
      expect(pages.map((page) => [page.scanPosition, page.pageNumber])).toEqual([
        [2, 9],
        [2, 10],
        [10, 1],
      ]);
    });

    it('counts the scans to be exploded and the pages to be read', async () => {
      const { repository } = await open(make);
      expect(await repository.unfinishedIn(BATCH)).toEqual({ scans: 0, pages: 0 });
      await repository.commit(
        [sampleScan('batch-1', 1), sampleScan('batch-1', 2, { state: 'rejected' }), sampleScan('batch-1', 3)],
        [],
      );
      await repository.commit(
        [1, 2, 3].map((number) => samplePage('batch-1', 1, number)),
        [],
      );
      await repository.commit([sampleScan('batch-2', 1), samplePage('batch-2', 1, 1)], []);
      expect(await repository.unfinishedIn(BATCH)).toEqual({ scans: 2, pages: 3 });
      await repository.commit(
        [
          sampleScan('batch-1', 1, { version: 1, state: 'exploded' }),
          samplePage('batch-1', 1, 1, { version: 1, state: 'recognized' }),
          samplePage('batch-1', 1, 2, { version: 1, state: 'parked' }),
        ],
        [],
      );
      expect(await repository.unfinishedIn(BATCH)).toEqual({ scans: 1, pages: 1 });
    });

    it('sees zero unfinished pages exactly at the last of 50 concurrent readings', async () => {
      const { repository } = await open(make);
      const pages = Array.from({ length: 50 }, (_, index) => samplePage('batch-1', 1, index + 1));
      await repository.commit(pages, []);
      const left = await Promise.all(
        pages.map(async (page) => {
          await repository.commit([{ ...page, version: 1, state: 'recognized' }], []);
          return (await repository.unfinishedIn(BATCH)).pages;
        }),
      );
      expect(Math.min(...left)).toBe(0);
      expect(await repository.unfinishedIn(BATCH)).toEqual({ scans: 0, pages: 0 });
    });

    it('lists batches and dossiers newest first', async () => {
      const { repository } = await open(make);
      for (const day of ['03', '01', '02']) {
        await repository.commit(
          [
            sampleBatch(`batch-${day}`, { openedAt: `2026-01-${day}T02:00:00.000Z` }),
            sampleDossier(`d-${day}`, { createdAt: `2026-01-${day}T02:00:00.000Z` }),
          ],
          [],
        );
      }
      expect((await repository.listBatches(10)).map((batch) => batch.batchId)).toEqual([
        'batch-03',
        'batch-02',
        'batch-01',
      ]);
      expect((await repository.listDossiers(2)).map((dossier) => dossier.dossierId)).toEqual([
        'd-03',
        'd-02',
      ]);
    });

    it('lists what is old enough and keeps something that may have to go, oldest first', async () => {
      const { repository } = await open(make);
      const openedAt = (day: number) => `2026-01-0${day}T02:00:00.000Z`;
      const gone = { rawGone: true, rawRemovedAt: openedAt(9), rawRemovedClosings: 1 } as const;
      const batches = [
        sampleBatch('young', { openedAt: openedAt(5) }),
        sampleBatch('late-scan', { openedAt: openedAt(3), closings: 2, ...gone }),
        sampleBatch('gone', { openedAt: openedAt(2), closings: 1, ...gone }),
        sampleBatch('old', { openedAt: openedAt(1), closings: 1 }),
      ];
      const file = { state: 'assembled', objectKey: 'files/d/f.pdf' } as Dossier['files'][number];
      const dossiers = [
        sampleDossier('d-young', { createdAt: openedAt(5), files: [file] }),
        sampleDossier('d-due', { createdAt: openedAt(1), files: [{ ...file, state: 'due' }] }),
        sampleDossier('d-gone', { createdAt: openedAt(1), files: [{ ...file, removedAt: openedAt(9) }] }),
        sampleDossier('d-old', { createdAt: openedAt(2), files: [file] }),
      ];
      await repository.commit([...batches, ...dossiers], []);
      const kept = async () => (await repository.listKeptBatches(openedAt(5))).map(({ batchId }) => batchId);
      expect(await kept()).toEqual(['old', 'late-scan']);
      expect((await repository.listKeptDossiers(openedAt(5))).map(({ dossierId }) => dossierId)).toEqual([
        'd-old',
      ]);
      const old = (await repository.batch('old' as BatchId))!;
      await repository.commit([{ ...old, ...gone }], []);
      expect(await kept()).toEqual(['late-scan']);
    });

    it('lists the batches of one office, newest first: of its desk, else as declared', async () => {
      const { repository } = await open(make);
      const declared = { ...EMPTY_MANIFEST, receivingPostOffice: { code: '970000' } };
      await repository.commit(
        [
          sampleBatch('batch-1', { officeCode: '970000', openedAt: '2026-01-05T02:00:00.000Z' }),
          sampleBatch('batch-2', { manifest: declared, openedAt: '2026-01-06T02:00:00.000Z' }),
          sampleBatch('batch-3', { officeCode: '970001', manifest: declared }),
          sampleBatch('batch-4'),
        ],
        [],
      );
      const listed = async (limit: number) =>
        (await repository.listBatchesOf('970000', limit)).map((batch) => batch.batchId);
      expect(await listed(9)).toEqual(['batch-2', 'batch-1']);
      expect(await listed(1)).toEqual(['batch-2']);
    });

    it(`takes ${MAX_WRITES} records and messages in one commit and refuses one more`, async () => {
      const { repository, outbox } = await open(make);
      const pages = Array.from({ length: MAX_WRITES / 2 }, (_, index) => samplePage('batch-1', 1, index + 1));
      const messages = pages.map(({ pageId }) => sampleMessage(pageId));
      await expect(repository.commit([...pages, sampleBatch('batch-1')], messages)).rejects.toThrow(
        RangeError,
      );
      expect(await repository.pagesOf(BATCH)).toEqual([]);
      await repository.commit(pages, messages);
      expect(await repository.pagesOf(BATCH)).toHaveLength(pages.length);
      expect(await savedMessageIds(outbox)).toHaveLength(messages.length);
    });

    it('does nothing for nothing', async () => {
      const { repository, outbox } = await open(make);
      await repository.commit([], []);
      expect(await savedMessageIds(outbox)).toEqual([]);
    });
  });

  describe(`outbox: ${name}`, () => {
    it('gives messages oldest first and whole', async () => {
      const { repository, outbox } = await open(make);
      const messages = ['m-9', 'm-1', 'm-5'].map((id, index) =>
        sampleMessage(id, {
          at: `2026-01-05T02:00:0${index}.000Z`,
          cause: 'm-0' as MessageId,
          body: { hồ: ['sơ', 1, null] },
        }),
      );
      for (const message of messages) await repository.commit([], [message]);
      expect(await outbox.undelivered(10)).toEqual(messages);
      expect(await outbox.undelivered(2)).toEqual(messages.slice(0, 2));
    });

    it('keeps the first of messages with one id', async () => {
      const { repository, outbox } = await open(make);
      await repository.commit(
        [],
        [sampleMessage('m-1', { type: 'first' }), sampleMessage('m-1', { type: 'second' })],
      );
      await repository.commit([sampleBatch('batch-1')], [sampleMessage('m-1', { type: 'third' })]);
      expect((await outbox.undelivered(10)).map(({ type }) => type)).toEqual(['first']);
      expect(await repository.batch(BATCH)).not.toBeNull();
    });

    it('never brings back what was delivered, whatever is saved later', async () => {
      const { repository, outbox } = await open(make);
      await repository.commit([], [sampleMessage('m-1'), sampleMessage('m-2')]);
      await outbox.markDelivered(['m-1' as MessageId]);
      await outbox.markDelivered(['m-1' as MessageId]);
      await repository.commit([sampleBatch('batch-1')], [sampleMessage('m-1'), sampleMessage('m-3')]);
      expect((await savedMessageIds(outbox)).sort()).toEqual(['m-2', 'm-3']);
    });

    it('ignores the delivery of what was never saved', async () => {
      const { repository, outbox } = await open(make);
      await outbox.markDelivered([]);
      await outbox.markDelivered(['m-1' as MessageId]);
      await repository.commit([], [sampleMessage('m-1')]);
      expect(await savedMessageIds(outbox)).toEqual(['m-1']);
    });
  });
}
