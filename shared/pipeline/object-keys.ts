/** Where the bytes of each thing lie in the object store: ASCII ids only, nothing about people. */
import type { BatchId, DossierId, FileId, PageId, ScanId } from '../domain/ids.ts';

interface PageOfBatch {
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

export function textKeyOf({ batchId, pageId }: PageOfBatch): string {
  return `texts/${batchId}/${pageId}.json`;
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
