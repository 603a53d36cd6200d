import { beforeAll, describe, expect, it } from 'vitest';
import { currentFiles } from '../../shared/domain/dossier.ts';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { applyRetention } from '../../shared/pipeline/retention.ts';
import type { AwsOffice } from '../../shared/runtime/aws.ts';
import { motoConfig } from '../support/aws/created-stack.ts';
import { runEventSources } from '../support/aws/event-sources.ts';
import { runOnAws } from '../support/aws/run-on-aws.ts';
import { deafTo } from '../support/faults/deaf-work-queue.ts';
import { sampleMessage } from '../support/sample-records.ts';
import { scriptedScan, scriptedTasks } from '../support/scripted-tasks.ts';
import { openOffice } from './open-office.ts';
import { motoEndpoint, s3Config, withAll } from './peers.ts';

const DAY_MS = 86_400_000;
const CATALOGUE = 'functions/standalone/sample-catalogue/lay-thu-tuc.json';
const [ATTACHED, UNACKNOWLEDGED] = ['H12.09-260102-0001', 'H12.09-260102-0002'] as DossierId[];

withAll('operations over a province on AWS', () => {
  let office: AwsOffice;
  let environment: Record<string, string>;
  const run = (command: string, ...args: string[]) => runOnAws(command, args, environment);

  async function deliver(dossierCode: DossierId): Promise<void> {
    const batchId = `b-${dossierCode}` as BatchId;
    await openBatch(office, batchId, manifestSchema.parse({ dossierCode }));
    await receiveScan(office, { batchId, position: 1, name: 'a.json' }, scriptedScan('TỜ KHAI', 'Trang 2/2'));
    await closeBatch(office, batchId);
  }

  /** Tries as often as the queue's policy lets it, and notes why each try failed. */
  async function giveUp(messageId: string, code: string): Promise<void> {
    await office.queue.send('indexing', [sampleMessage(messageId)]);
    const { maxReceives } = office.settings;
    for (let receives = 0; receives <= maxReceives; receives++) {
      const taken = await office.queue.receive('indexing', { max: 1, visibilityMs: 60_000, maxReceives });
      for (const { receipt } of taken) await office.queue.release('indexing', receipt, 0, code);
    }
  }

  beforeAll(async () => {
    const opened = await openOffice({ makeTools: async (store) => scriptedTasks(store) });
    office = opened.office;
    environment = {
      ...(await opened.environmentOf(/^Intake/)),
      LOG_LEVEL: 'error',
      RAW_SCAN_DAYS: '30',
      FINAL_DAYS: '400',
      AWS_REGION: motoConfig(motoEndpoint).region,
      AWS_ACCESS_KEY_ID: s3Config().credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: s3Config().credentials.secretAccessKey,
      AWS_ENDPOINT_URL: motoEndpoint,
      AWS_ENDPOINT_URL_S3: s3Config().endpoint,
    };
    await deliver(ATTACHED!);
    await runEventSources(
      office,
      async () => (await office.repository.attachments(ATTACHED!)) !== null,
      90_000,
    );
  });

  describe('redrive', () => {
    it('lists dead letters with their cause, gives back those of one, then all', async () => {
      await giveUp('m-engine', 'engine-unavailable');
      await giveUp('m-bug', 'unexpected');
      const listed = await run('redrive');
      expect(listed.stdout).toContain('indexing  engine-unavailable  m-engine  ');
      expect(listed.stdout).toContain('1 × unexpected: ');
      expect(await run('redrive', '--code', 'engine-unavailable')).toEqual({
        exitCode: 0,
        stdout: 'indexing: 1 redriven\n',
        stderr: '',
      });
      expect(await office.queue.deadLetters(10)).toMatchObject([{ code: 'unexpected' }]);
      expect((await run('redrive', '--all')).stdout).toBe('indexing: 1 redriven\n');
      const back = await office.queue.receive('indexing', { max: 10, visibilityMs: 1_000, maxReceives: 5 });
      expect(back.map(({ message }) => message.id).sort()).toEqual(['m-bug', 'm-engine']);
      for (const { receipt } of back) await office.queue.acknowledge('indexing', receipt);
    });
  });

  describe('reconcile', () => {
    it('finds nothing where all is well, and names what is gone or nobody’s', async () => {
      expect(await run('reconcile')).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('No gap.'),
      });
      const [file] = currentFiles((await office.repository.dossier(ATTACHED!))!);
      const bytes = await office.store.get(file!.objectKey!);
      await office.store.remove(file!.objectKey!);
      await office.store.putOnce('originals/nobody/scan.pdf', new Uint8Array([1]));
      const { exitCode, stdout } = await run('reconcile');
      expect(exitCode).toBe(1);
      expect(stdout).toContain(`file-missing  ${file!.fileId}`);
      expect(stdout).toContain('original-without-record  originals/nobody/scan.pdf');
      expect(stdout).toContain('2 gaps.');
      await office.store.put(file!.objectKey!, bytes);
      await office.store.remove('originals/nobody/scan.pdf');
    });
  });

  describe('retention', () => {
    const later = (days: number) => ({
      ...office,
      settings: { ...office.settings, rawScanDays: 30, finalDays: 400 },
      clock: { now: () => new Date(Date.now() + days * DAY_MS) },
    });

    it('removes what is over, originals under lock too, and never what nobody has acknowledged', async () => {
      await deliver(UNACKNOWLEDGED!);
      const isMade = async () => (await office.repository.dossier(UNACKNOWLEDGED!))?.state === 'digitized';
      const queue = deafTo(office.queue, 'attachment');
      await runEventSources({ ...office, queue }, isMade, 90_000);

      const originals = async (dossier: DossierId) =>
        (await office.repository.scansOf(`b-${dossier}` as BatchId)).map((scan) => scan.objectKey!);
      const [old, waiting] = [await originals(ATTACHED!), await originals(UNACKNOWLEDGED!)];
      expect((await run('retention', '--dry-run')).stdout).toContain('Would remove 0 objects');
      expect((await applyRetention(later(29))).removedObjects).toBe(0);
      expect(await applyRetention(later(31))).toMatchObject({
        batches: { due: 1, 'not-acknowledged': 1 },
        removedFiles: 0,
      });
      expect(await office.store.size(old[0]!)).toBeNull();
      expect(await office.store.size(waiting[0]!)).toBeGreaterThan(0);

      const finals = async (dossier: DossierId) =>
        currentFiles((await office.repository.dossier(dossier))!).map((file) => file.objectKey!);
      const [attached, unacknowledged] = [await finals(ATTACHED!), await finals(UNACKNOWLEDGED!)];
      expect((await applyRetention(later(401))).removedFiles).toBe(attached.length);
      for (const key of attached) expect(await office.store.size(key)).toBeNull();
      for (const key of unacknowledged) expect(await office.store.size(key)).toBeGreaterThan(0);
      const again = await applyRetention(later(402));
      expect(again).toMatchObject({ removedFiles: 0, removedObjects: 0 });
    });
  });

  describe('catalogue', () => {
    it('imports procedures into the province’s objects and reads them there', async () => {
      expect((await run('catalogue', 'list')).stderr).toContain('Chưa có danh mục');
      expect((await run('catalogue', 'import', CATALOGUE)).stdout).toContain('danh mục phiên bản 1 có');
      expect((await run('catalogue', 'list', 'khai sinh')).stdout).toContain('1.001193');
      expect((await run('catalogue', 'show', '1.001193')).exitCode).toBe(0);
    });
  });
});
