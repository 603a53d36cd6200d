/** Where the bytes of each thing lie in the object store: ASCII ids only, nothing about people. */
import type { BatchId, DossierId, FileId, PageId, ScanId } from '../domain/ids.ts';
import type { PagePlan } from '../domain/page-plan.ts';

export interface PageOfBatch {
  readonly batchId: BatchId;
  readonly pageId: PageId;
}

/** Write-once: the file as it was delivered. */
export function originalKeyOf(scan: { readonly batchId: BatchId; readonly scanId: ScanId }): string {
  return `originals/${scan.batchId}/${scan.scanId}`;
}

export function pictureKeyOf({ batchId, pageId }: PageOfBatch): string {
  return `pages/${batchId}/${pageId}`;
}

/** Text that a born-digital page carried itself, as intake found it. */
export function carriedTextKeyOf({ batchId, pageId }: PageOfBatch): string {
  return `carried-texts/${batchId}/${pageId}.json`;
}

/** A page that a person turned is read again; what was read before stays under its own key. */
export function textKeyOf({ batchId, pageId, plan }: PageOfBatch & { readonly plan?: PagePlan }): string {
  const turn = plan?.rotationDeg === undefined ? '' : `.t${plan.rotationDeg}`;
  return `texts/${batchId}/${pageId}${turn}.json`;
}

/** What was withdrawn lies under a prefix of its own, which only the named person may open. */
export function quarantineKeyOf(key: string): string {
  return `quarantine/${key}`;
}

export function fileKeyOf(dossierId: DossierId, fileId: FileId): string {
  return `files/${dossierId}/${fileId}.pdf`;
}

/** Says which version of the procedure catalogue is in force. */
export function catalogueKeyOf(): string {
  return 'catalogue/current.json';
}

/** Write-once. */
export function catalogueVersionKeyOf(version: number): string {
  return `catalogue/versions/${String(version).padStart(6, '0')}.json`;
}
