/** Compares what is stored with what the record says of one batch or dossier, and names every gap. */
import type { DossierAttachments } from './attachment.ts';
import type { Batch, Scan } from './batch.ts';
import { currentFiles, type Dossier } from './dossier.ts';
import type { Page } from './page.ts';
import { isRemovedScan } from './retention.ts';

export type GapCode =
  | 'original-without-record'
  | 'original-missing'
  | 'original-size-differs'
  | 'scan-waits'
  | 'page-waits'
  | 'batch-left-open'
  | 'batch-not-settled'
  | 'batch-without-dossier'
  | 'dossier-missing'
  | 'page-in-no-dossier'
  | 'assembly-waits'
  | 'file-missing'
  | 'file-size-differs'
  | 'not-attached'
  | 'message-waits'
  | 'dead-letter';

export interface Gap {
  readonly code: GapCode;
  /** Id or key of what the gap is about. */
  readonly subject: string;
}

export interface Patience {
  /** Longer than any queue is meant to hold work. */
  readonly workMs: number;
  /** A delivery may be left open over a weekend. */
  readonly openBatchMs: number;
}

/** Bytes by key. */
export type Stored = ReadonlyMap<string, number>;

export interface BatchEvidence {
  readonly batch: Batch;
  readonly scans: readonly Scan[];
  readonly pages: readonly Page[];
  /** Those of `batch.dossierIds` that exist. */
  readonly dossiers: readonly Dossier[];
}

export function findBatchGaps(
  { batch, scans, pages, dossiers }: BatchEvidence,
  originals: Stored,
  now: Date,
  patience: Patience,
): Gap[] {
  const ageMs = now.getTime() - Date.parse(batch.openedAt);
  const isLate = ageMs > patience.workMs;
  const gaps = scans.flatMap((scan): Gap[] => [
    ...findOriginalGap(scan, batch, originals),
    ...(scan.state === 'stored' && isLate ? [{ code: 'scan-waits', subject: scan.scanId } as const] : []),
  ]);
  const unread = pages.filter((page) => page.state === 'received');
  if (isLate) gaps.push(...unread.map(({ pageId }): Gap => ({ code: 'page-waits', subject: pageId })));
  if (batch.state === 'open' && ageMs > patience.openBatchMs)
    gaps.push({ code: 'batch-left-open', subject: batch.batchId });
  if (
    batch.state === 'closed' &&
    isLate &&
    unread.length === 0 &&
    !scans.some(({ state }) => state === 'stored')
  )
    gaps.push({ code: 'batch-not-settled', subject: batch.batchId });
  if (batch.state === 'settled' && isLate) gaps.push(...findUnclaimed(batch, pages, dossiers));
  return gaps;
}

/** A secret paper's original lies in quarantine, for a while; a refused listing never had one. */
function findOriginalGap(scan: Scan, batch: Batch, originals: Stored): Gap[] {
  if (!scan.objectKey?.startsWith('originals/') || isRemovedScan(batch, scan)) return [];
  const bytes = originals.get(scan.objectKey);
  if (bytes === undefined) return [{ code: 'original-missing', subject: scan.scanId }];
  return bytes === scan.bytes ? [] : [{ code: 'original-size-differs', subject: scan.scanId }];
}

function findUnclaimed(batch: Batch, pages: readonly Page[], dossiers: readonly Dossier[]): Gap[] {
  if (pages.length > 0 && batch.dossierIds.length === 0)
    return [{ code: 'batch-without-dossier', subject: batch.batchId }];
  const known = new Set(dossiers.map(({ dossierId }) => dossierId));
  const claimed = new Set(dossiers.flatMap((dossier) => dossier.pages.map(({ pageId }) => pageId)));
  const missing = batch.dossierIds.filter((id) => !known.has(id));
  return [
    ...missing.map((subject): Gap => ({ code: 'dossier-missing', subject })),
    ...(missing.length > 0 ? [] : pages)
      .filter(({ pageId }) => !claimed.has(pageId))
      .map(({ pageId }): Gap => ({ code: 'page-in-no-dossier', subject: pageId })),
  ];
}

export function findDossierGaps(
  dossier: Dossier,
  attachments: DossierAttachments | null,
  files: Stored,
  now: Date,
  { workMs }: Patience,
): Gap[] {
  const isLate = now.getTime() - Date.parse(dossier.updatedAt) > workMs;
  const gaps: Gap[] = [];
  if (dossier.state === 'assembling' && isLate)
    gaps.push({ code: 'assembly-waits', subject: dossier.dossierId });
  for (const file of currentFiles(dossier)) {
    if (file.state !== 'assembled' || file.removedAt !== undefined) continue;
    const bytes = files.get(file.objectKey!);
    if (bytes === undefined) gaps.push({ code: 'file-missing', subject: file.fileId });
    else if (bytes !== file.bytes) gaps.push({ code: 'file-size-differs', subject: file.fileId });
  }
  if (dossier.state === 'digitized' && isLate && (attachments?.revision ?? 0) < dossier.revision)
    gaps.push({ code: 'not-attached', subject: dossier.dossierId });
  return gaps;
}

/** Originals that no scan of the record points to. */
export function findStrayOriginals(originals: Stored, scans: readonly Scan[]): Gap[] {
  const known = new Set(scans.map(({ objectKey }) => objectKey));
  return [...originals.keys()]
    .filter((key) => !known.has(key))
    .map((subject) => ({ code: 'original-without-record', subject }));
}
