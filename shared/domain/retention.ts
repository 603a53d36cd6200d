/** Decides what may be deleted: nothing before the officer's system has it, nothing that nobody has acknowledged. */
import type { DossierAttachments } from './attachment.ts';
import type { Batch, Scan } from './batch.ts';
import { type Dossier, type DossierFile, filesToAttach } from './dossier.ts';

export interface RetentionPolicy {
  /** Days after the acknowledged hand-over that originals and page pictures are kept; null keeps them. */
  readonly rawScanDays: number | null;
  /** The same for finished files. */
  readonly finalDays: number | null;
}

export interface DossierStanding {
  readonly dossier: Dossier;
  readonly attachments: DossierAttachments | null;
}

/** Why raw scans stay; `due` means they may go. */
export type RawScanDecision =
  | 'due'
  | 'kept-for-ever'
  | 'removed-already'
  | 'batch-not-settled'
  | 'no-dossier'
  | 'dossier-under-way'
  | 'not-acknowledged'
  | 'too-young';

const MS_PER_DAY = 86_400_000;

/** `dossiers` are all of the batch's; one that cannot be found counts as under way. */
export function decideRawScans(
  batch: Batch,
  dossiers: readonly (DossierStanding | null)[],
  { rawScanDays }: RetentionPolicy,
  now: Date,
): RawScanDecision {
  if (rawScanDays === null) return 'kept-for-ever';
  if (batch.state !== 'settled') return 'batch-not-settled';
  if (isRemoved(batch)) return 'removed-already';
  if (dossiers.length === 0) return 'no-dossier';
  for (const standing of dossiers) {
    if (standing?.dossier.state !== 'digitized') return 'dossier-under-way';
    if (!isAcknowledged(standing)) return 'not-acknowledged';
    if (!isOlder(standing.attachments!.attachedAt, rawScanDays, now)) return 'too-young';
  }
  return 'due';
}

/** A late scan opens a batch again: from then on it is decided about anew. */
export function isRemoved({ rawRemovedAt, rawRemovedClosings, closings }: Batch): boolean {
  return rawRemovedAt !== undefined && (rawRemovedClosings ?? closings) === closings;
}

/** False once all were let go, until a late scan is settled with it. */
export function keepsRawScans(batch: Batch): boolean {
  return !(batch.rawGone && isRemoved(batch));
}

export function keepsFinals({ files }: Dossier): boolean {
  return files.some((file) => file.state === 'assembled' && file.removedAt === undefined);
}

/** Nothing handed in after that instant can be due: it is attached later still. Null where all is kept. */
export function dueBefore(days: number | null, now: Date): string | null {
  return days === null ? null : new Date(now.getTime() - days * MS_PER_DAY).toISOString();
}

/** Whether it was among the scans that were let go with the batch: those that came later are kept until their own time. */
export function isRemovedScan(
  { rawRemovedAt, rawRemovedClosings }: Batch,
  { closingsBefore = 0 }: Pick<Scan, 'closingsBefore'>,
): boolean {
  return rawRemovedAt !== undefined && closingsBefore < (rawRemovedClosings ?? Number.POSITIVE_INFINITY);
}

/**
 * Finished files that may go: of a digitized dossier whose latest revision hangs on the record, each file named there
 * or whole inside one that is. What the record does not know stays, however old.
 */
export function decideFinals(
  { dossier, attachments }: DossierStanding,
  { finalDays }: RetentionPolicy,
  now: Date,
): DossierFile[] {
  if (finalDays === null || dossier.state !== 'digitized' || !attachments) return [];
  if (!isAcknowledged({ dossier, attachments })) return [];
  if (!isOlder(attachments.attachedAt, finalDays, now)) return [];
  const named = new Set(attachments.documents.map((document) => document.tepDinhKemId));
  const handedOver = new Set(
    dossier.files.filter((file) => named.has(file.fileId)).flatMap((file) => file.paperIds),
  );
  return dossier.files.filter(
    (file) =>
      file.state === 'assembled' &&
      file.removedAt === undefined &&
      (named.has(file.fileId) || file.paperIds.every((paperId) => handedOver.has(paperId))),
  );
}

/** The record names every file that had to be attached, at this very revision. */
function isAcknowledged({ dossier, attachments }: DossierStanding): boolean {
  if (!attachments || attachments.revision !== dossier.revision) return false;
  const standing = attachments.documents.filter((document) => !document.isDeleted);
  const named = new Set(standing.map((document) => document.tepDinhKemId));
  const due = filesToAttach(dossier);
  return due.length > 0 && due.every((file) => file.state === 'assembled' && named.has(file.fileId));
}

function isOlder(instant: string, days: number, now: Date): boolean {
  return now.getTime() - Date.parse(instant) >= days * MS_PER_DAY;
}
