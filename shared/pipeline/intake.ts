/** Intake: a delivered scan is kept untouched, taken apart into page pictures, and each page is handed on. */
import type { Batch, Scan, ScanNotice } from '../domain/batch.ts';
import type { BatchId, PageId, ScanId } from '../domain/ids.ts';
import type { Manifest } from '../domain/manifest.ts';
import type { Message } from '../domain/message.ts';
import type { Page } from '../domain/page.ts';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { dispositions, toDigitizationError } from '../errors/disposition.ts';
import { sha256 } from './hash.ts';
import { eventMessage, readBody, workMessage } from './messages.ts';
import { originalKeyOf } from './object-keys.ts';
import { type Office, type Step, settleConflicts, type Work } from './step.ts';
import type { ExplodedScanRecord } from './tasks.ts';

/** Pages saved in one write together with their messages. */
const PAGES_PER_SAVE = 50;

/** Opens a batch, or finds it: a delivery over several visits rejoins by its id. A later manifest replaces the earlier. */
export async function openBatch(
  office: Office,
  batchId: BatchId,
  manifest: Manifest | null,
  manifestProblem?: string,
): Promise<Batch> {
  return settleConflicts(async () => {
    const known = await office.repository.batch(batchId);
    if (known && JSON.stringify(known.manifest) === JSON.stringify(manifest)) return known;
    const batch: Batch = {
      kind: 'batch',
      version: known?.version ?? 0,
      batchId,
      state: known?.state === 'settled' ? 'open' : (known?.state ?? 'open'),
      manifest,
      ...(manifestProblem === undefined ? {} : { manifestProblem }),
      openedAt: known?.openedAt ?? office.clock.now().toISOString(),
      closings: known?.closings ?? 0,
      dossierIds: known?.dossierIds ?? [],
    };
    await office.repository.commit([batch], []);
    return { ...batch, version: batch.version + 1 };
  });
}

export interface DeliveredScan {
  readonly batchId: BatchId;
  /** From 1, in scanning order. */
  readonly position: number;
  readonly name: string;
}

/**
 * Stores the original once, before anything looks into it, then asks for it to be taken apart.
 * The same file at the same place again changes nothing; another content there is a further scan.
 */
export async function receiveScan(
  office: Office,
  delivered: DeliveredScan,
  bytes: Uint8Array,
): Promise<ScanId> {
  const content = sha256(bytes);
  const scanId = scanIdOf(delivered, content);
  if (await office.repository.scan(scanId)) return scanId;
  const objectKey = originalKeyOf({ ...delivered, scanId });
  await office.store.putOnce(objectKey, bytes);
  const scan: Scan = {
    kind: 'scan',
    version: 0,
    scanId,
    ...delivered,
    state: 'stored',
    bytes: bytes.length,
    sha256: content,
    objectKey,
    warnings: [],
  };
  await addScan(office, scan, [
    workMessage(
      'scan-delivered',
      { batchId: delivered.batchId, scanId },
      { subject: scanId, at: office.clock.now(), cause: null },
    ),
  ]);
  return scanId;
}

/** Notes a file that was listed but cannot be taken at all: it never came, or is beyond the size limit. */
export async function refuseScan(office: Office, delivered: DeliveredScan, code: ErrorCode): Promise<ScanId> {
  const scanId = scanIdOf(delivered, code);
  if (await office.repository.scan(scanId)) return scanId;
  const rejection = noticeOf(code);
  const scan: Scan = {
    kind: 'scan',
    version: 0,
    scanId,
    ...delivered,
    state: 'rejected',
    bytes: 0,
    sha256: sha256(''),
    objectKey: null,
    warnings: [],
    rejection,
  };
  await addScan(office, scan, [rejectionEvent(office, scan, rejection, null)]);
  return scanId;
}

/** No more scans are expected: once every page is answered the dossier is validated for good. */
export async function closeBatch(office: Office, batchId: BatchId): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(batchId);
    if (!batch) throw new DigitizationError('record-missing', { batchId });
    if (batch.state === 'open') await office.repository.commit([{ ...batch, state: 'closed' }], []);
  });
  await settleIfFinished(office, batchId, null);
}

/**
 * The one place where a batch ends: no counter, but a consistent count and one conditional write,
 * so that the last of any number of concurrent pages closes it exactly once.
 */
export async function settleIfFinished(
  office: Office,
  batchId: BatchId,
  cause: Message | null,
): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(batchId);
    if (batch?.state !== 'closed') return;
    const unfinished = await office.repository.unfinishedIn(batchId);
    if (unfinished.scans + unfinished.pages > 0) return;
    const closings = batch.closings + 1;
    await office.repository.commit(
      [{ ...batch, state: 'settled', closings }],
      [
        workMessage(
          'batch-settled',
          { batchId },
          { subject: `${batchId}.${closings}`, at: office.clock.now(), cause: cause?.id ?? null },
        ),
      ],
    );
  });
}

/** Takes `scan-delivered`: sniffs, bounds and explodes the scan; a refused file ends with a reason the clerk can act on. */
export const intake: Step = async (work, office) => {
  const { batchId, scanId } = readBody('scan-delivered', work.message);
  const scan = await office.repository.scan(scanId);
  if (!scan) throw new DigitizationError('record-missing', { scanId });
  if (scan.state === 'stored') {
    const outcome = await explode(scan, work, office);
    if (outcome instanceof DigitizationError) await reject(office, scan, outcome.code, work.message);
    else await savePages(office, scan, outcome, work.message);
  }
  await settleIfFinished(office, batchId, work.message);
};

/** An answer for the clerk is returned; what may pass on a later try is thrown. */
async function explode(
  scan: Scan,
  work: Work,
  office: Office,
): Promise<ExplodedScanRecord | DigitizationError> {
  const { settings } = office;
  try {
    return await office.tasks.run(
      'explode-scan',
      {
        objectKey: scan.objectKey!,
        batchId: scan.batchId,
        scanId: scan.scanId,
        limits: {
          maxBytes: settings.maxScanBytes,
          maxPages: settings.maxScanPages,
          maxPixels: settings.maxPagePixels,
          minPixels: settings.minPagePixels,
          rasterDpi: settings.rasterDpi,
        },
      },
      {
        timeoutMs: settings.explodeTimeoutMs,
        onTimeout: 'scan-too-slow',
        memoryMb: settings.taskMemoryMb,
        onMemory: 'scan-too-heavy',
      },
    );
  } catch (error) {
    const failure = toDigitizationError(error);
    if (dispositions[failure.kind].queue === 'answer' || work.isLastTry) return failure;
    throw failure;
  }
}

async function reject(office: Office, scan: Scan, code: ErrorCode, cause: Message): Promise<void> {
  const rejection = noticeOf(code);
  await concludeScan(office, scan.scanId, { state: 'rejected', rejection }, [
    rejectionEvent(office, scan, rejection, cause),
  ]);
}

/** Chunk by chunk: a chunk that an earlier try has saved is left alone, so that a crash in between costs nothing. */
async function savePages(
  office: Office,
  scan: Scan,
  exploded: ExplodedScanRecord,
  cause: Message,
): Promise<void> {
  for (let from = 0; from < exploded.pages.length; from += PAGES_PER_SAVE) {
    const pages = exploded.pages.slice(from, from + PAGES_PER_SAVE).map(
      (page): Page => ({
        kind: 'page',
        version: 0,
        batchId: scan.batchId,
        scanId: scan.scanId,
        scanPosition: scan.position,
        state: 'received',
        signed: exploded.signed,
        ...page,
      }),
    );
    await settleConflicts(async () => {
      if (await office.repository.page(pages[0]!.pageId)) return;
      const messages = pages.map((page) => pageReceived(office, page, cause));
      await office.repository.commit(pages, messages);
    });
  }
  const { mediaType, signed, warnings } = exploded;
  const facts = { mediaType, signed, warnings, pageCount: exploded.pages.length };
  await concludeScan(office, scan.scanId, { state: 'exploded', ...facts }, []);
}

/** Another delivery of the same scan may have been quicker: its answer stands. */
async function concludeScan(
  office: Office,
  scanId: ScanId,
  answer: Partial<Scan>,
  messages: Message[],
): Promise<void> {
  await settleConflicts(async () => {
    const scan = (await office.repository.scan(scanId))!;
    if (scan.state === 'stored') await office.repository.commit([{ ...scan, ...answer }], messages);
  });
}

/** Every addition touches the batch, so that it cannot be settled between our look and our write. */
async function addScan(office: Office, scan: Scan, messages: readonly Message[]): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(scan.batchId);
    if (!batch) throw new DigitizationError('record-missing', { batchId: scan.batchId });
    if (await office.repository.scan(scan.scanId)) return;
    const state = batch.state === 'settled' ? 'open' : batch.state;
    await office.repository.commit([{ ...batch, state }, scan], messages);
  });
}

function pageReceived(office: Office, page: { batchId: BatchId; pageId: PageId }, cause: Message): Message {
  const { batchId, pageId } = page;
  return workMessage(
    'page-received',
    { batchId, pageId },
    { subject: pageId, at: office.clock.now(), cause: cause.id },
  );
}

function rejectionEvent(office: Office, scan: Scan, rejection: ScanNotice, cause: Message | null): Message {
  return eventMessage(
    'scan-rejected',
    { batchId: scan.batchId, scanId: scan.scanId, position: scan.position, ...rejection },
    { subject: scan.scanId, at: office.clock.now(), cause: cause?.id ?? null },
  );
}

function noticeOf(code: ErrorCode): ScanNotice {
  return { code, message: `${catalogue[code].vi} ${catalogue[code].remedyVi}` };
}

/** A delivered file is (batch, position, name) with its content: the same name rescanned is another scan. */
function scanIdOf(delivered: DeliveredScan, content: string): ScanId {
  const mark = sha256(`${delivered.name}\0${content}`).slice(0, 10);
  return `${delivered.batchId}.s${String(delivered.position).padStart(4, '0')}-${mark}` as ScanId;
}
