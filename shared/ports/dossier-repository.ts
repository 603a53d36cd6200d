/** The record of batches, scans, pages, dossiers, corrections and attachments; state and outgoing messages go in one write. */
import type { DossierAttachments } from '../domain/attachment.ts';
import type { Batch, Scan } from '../domain/batch.ts';
import type { Corrections } from '../domain/corrections.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { BatchId, DossierId, PageId, ScanId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { Page } from '../domain/page.ts';

export type Entity = Batch | Scan | Page | Dossier | Corrections | DossierAttachments;

/** At most this many records and messages together in one write (DynamoDB's transaction limit). */
export const MAX_WRITES = 100;

export interface DossierRepository {
  batch(id: BatchId): Promise<Batch | null>;
  scan(id: ScanId): Promise<Scan | null>;
  page(id: PageId): Promise<Page | null>;
  dossier(id: DossierId): Promise<Dossier | null>;
  corrections(id: DossierId): Promise<Corrections | null>;
  attachments(id: DossierId): Promise<DossierAttachments | null>;

  /** By position. */
  scansOf(batch: BatchId): Promise<Scan[]>;
  /** By scan position, then page number. */
  pagesOf(batch: BatchId): Promise<Page[]>;
  /** Scans still to be exploded and pages still to be read, consistently counted. */
  unfinishedIn(batch: BatchId): Promise<{ scans: number; pages: number }>;

  /** Newest first. */
  listBatches(limit: number): Promise<Batch[]>;
  /** Of one office, by `officeOfBatch`. */
  listBatchesOf(officeCode: string, limit: number): Promise<Batch[]>;
  listDossiers(limit: number): Promise<Dossier[]>;

  /** Opened before that instant and with raw scans that may still be there; oldest first. */
  listKeptBatches(openedBefore: string): Promise<Batch[]>;
  /** Created before that instant and with finished files that may still be there; oldest first. */
  listKeptDossiers(createdBefore: string): Promise<Dossier[]>;

  /**
   * All or nothing. Each record's `version` must be the stored one (0: must not exist yet) and is stored one higher;
   * otherwise `record-conflict` and nothing is written. A message whose id was saved before is not saved again.
   * More than `MAX_WRITES` together are a RangeError.
   */
  commit(records: readonly Entity[], messages: readonly Message[]): Promise<void>;
}

export function entityId(entity: Entity): BatchId | ScanId | PageId | DossierId {
  switch (entity.kind) {
    case 'batch':
      return entity.batchId;
    case 'scan':
      return entity.scanId;
    case 'page':
      return entity.pageId;
    case 'dossier':
    case 'corrections':
    case 'attachments':
      return entity.dossierId;
  }
}
