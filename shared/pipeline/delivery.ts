/** The doors of a delivery: a batch is opened, scans are kept untouched, the batch is closed, and it settles once. */
import type { Batch, BatchClosing, Insertion, Scan, ScanNotice } from '../domain/batch.ts';
import type { BatchId, PageId, ScanId } from '../domain/ids.ts';
import type { Manifest } from '../domain/manifest.ts';
import type { Message } from '../domain/message.ts';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { sha256 } from './hash.ts';
import { eventMessage, workMessage } from './messages.ts';
import { originalKeyOf } from './object-keys.ts';
import { type Office, settleConflicts } from './step.ts';

/** Who opened a batch and where; nothing of it for what came by a watched folder. */
export type BatchOrigin = Pick<Batch, 'officeCode' | 'createdBy' | 'practice'>;

/** Opens a batch, or finds it: a delivery over several visits rejoins by its id. A later manifest replaces the earlier. */
export async function openBatch(
  office: Office,
  batchId: BatchId,
  manifest: Manifest | null,
  manifestProblem?: string,
  origin: BatchOrigin = {},
): Promise<Batch> {
  return settleConflicts(async () => {
    const known = await office.repository.batch(batchId);
    if (known && JSON.stringify(known.manifest) === JSON.stringify(manifest)) return known;
    const { manifestProblem: _outdated, ...before } = known ?? newBatch(batchId, office.clock.now());
    const batch: Batch = {
      ...before,
      ...origin,
      state: before.state === 'settled' ? 'open' : before.state,
      manifest,
      ...(manifestProblem === undefined ? {} : { manifestProblem }),
    };
    await office.repository.commit([batch], []);
    return { ...batch, version: batch.version + 1 };
  });
}

function newBatch(batchId: BatchId, now: Date): Batch {
  return {
    kind: 'batch',
    version: 0,
    batchId,
    state: 'open',
    manifest: null,
    openedAt: now.toISOString(),
    closings: 0,
    dossierIds: [],
  };
}

export interface DeliveredScan {
  readonly batchId: BatchId;
  /** From 1, in scanning order. */
  readonly position: number;
  readonly name: string;
  /** The page that this is a better scan of: once it is there, that one is left out. */
  readonly replaces?: PageId;
  readonly inserted?: Insertion;
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
  const content = { sha256: sha256(bytes), bytes: bytes.length };
  const { scanId, objectKey } = nameScan(delivered, content.sha256);
  if (await office.repository.scan(scanId)) return scanId;
  await office.store.putOnce(objectKey, bytes);
  return noteScan(office, delivered, content);
}

/** Where a delivered file is kept, known before its bytes are there. */
export function nameScan(
  delivered: DeliveredScan,
  content: string,
): { readonly scanId: ScanId; readonly objectKey: string } {
  const scanId = scanIdOf(delivered, content);
  return { scanId, objectKey: originalKeyOf({ ...delivered, scanId }) };
}

/** The second half of `receiveScan`, for an original that is durable at its place already. */
export async function noteScan(
  office: Office,
  delivered: DeliveredScan,
  content: { readonly sha256: string; readonly bytes: number },
): Promise<ScanId> {
  const { scanId, objectKey } = nameScan(delivered, content.sha256);
  if (await office.repository.scan(scanId)) return scanId;
  const scan: Scan = {
    kind: 'scan',
    version: 0,
    scanId,
    ...delivered,
    state: 'stored',
    ...content,
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
export async function closeBatch(office: Office, batchId: BatchId, closing?: BatchClosing): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(batchId);
    if (!batch) throw new DigitizationError('record-missing', { batchId });
    if (batch.state !== 'open') return;
    await office.repository.commit([{ ...batch, state: 'closed', ...(closing ? { closing } : {}) }], []);
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
    if (batch?.state !== 'closed' || batch.practice) return;
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

/** Every addition touches the batch, so that it cannot be settled between our look and our write. */
async function addScan(office: Office, scan: Scan, messages: readonly Message[]): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(scan.batchId);
    if (!batch) throw new DigitizationError('record-missing', { batchId: scan.batchId });
    if (await office.repository.scan(scan.scanId)) return;
    const state = batch.state === 'settled' ? 'open' : batch.state;
    const closingsBefore = batch.closings;
    await office.repository.commit(
      [
        { ...batch, state },
        { ...scan, closingsBefore },
      ],
      messages,
    );
  });
}

export function rejectionEvent(
  office: Office,
  scan: Scan,
  rejection: ScanNotice,
  cause: Message | null,
): Message {
  return eventMessage(
    'scan-rejected',
    { batchId: scan.batchId, scanId: scan.scanId, position: scan.position, ...rejection },
    { subject: scan.scanId, at: office.clock.now(), cause: cause?.id ?? null },
  );
}

export function noticeOf(code: ErrorCode): ScanNotice {
  return { code, message: `${catalogue[code].vi} ${catalogue[code].remedyVi}` };
}

/** A delivered file is (batch, position, name) with its content: the same name rescanned is another scan. */
function scanIdOf(delivered: DeliveredScan, content: string): ScanId {
  const mark = sha256(`${delivered.name}\0${content}`).slice(0, 10);
  return `${delivered.batchId}.s${String(delivered.position).padStart(4, '0')}-${mark}` as ScanId;
}
