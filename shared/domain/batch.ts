/** A delivery of scans by an office: open while scans come in, closed when no more are expected. */
import type { BatchId, DossierId, PageId, ScanId } from './ids.ts';
import type { Manifest } from './manifest.ts';
import type { Person } from './person.ts';

/**
 * `open`: scans may still come. `closed`: the last scan is in; pages are still being read.
 * `settled`: every scan and page is answered and validation has been asked for.
 */
export type BatchState = 'open' | 'closed' | 'settled';

/** Handed over as it is, by whom and, where the list was not whole, why. */
export interface BatchClosing {
  readonly at: string;
  readonly by: Pick<Person, 'id' | 'name'>;
  readonly reason?: string;
}

export interface Batch {
  readonly kind: 'batch';
  readonly version: number;
  readonly batchId: BatchId;
  readonly state: BatchState;
  /** Null when the delivery came without one, or with one that cannot be understood. */
  readonly manifest: Manifest | null;
  readonly manifestProblem?: string;
  /** ISO 8601 instant. */
  readonly openedAt: string;
  /** How often it has been closed: a late scan opens it again. */
  readonly closings: number;
  /** Dossiers that its pages were found to belong to, as of the last validation. */
  readonly dossierIds: readonly DossierId[];
  /** ISO 8601 instant from which its originals and page pictures are no longer kept. */
  readonly rawRemovedAt?: string;
  /** `closings` at that time: a scan that came later is not among them. */
  readonly rawRemovedClosings?: number;
  /** None of them is left in the store. */
  readonly rawGone?: boolean;
  /** Post office at whose desk it was opened; absent for what came by a watched folder. */
  readonly officeCode?: string;
  readonly createdBy?: Pick<Person, 'id' | 'name'>;
  /** Invented papers of a clerk who learns: shown and judged, never made a dossier. */
  readonly practice?: boolean;
  readonly closing?: BatchClosing;
}

/** The office that answers for a delivery: of the desk, else as the counter declared it. */
export function officeOfBatch(batch: Pick<Batch, 'officeCode' | 'manifest'>): string | null {
  return batch.officeCode ?? batch.manifest?.receivingPostOffice?.code ?? null;
}

/** `stored`: the original is safe. `exploded`: its pages are received. `rejected`: refused with a reason. */
export type ScanState = 'stored' | 'exploded' | 'rejected';

export interface ScanNotice {
  readonly code: string;
  /** Plain Vietnamese, one thing to do. */
  readonly message: string;
}

/** Put between pages that were there before, by one act of a person. */
export interface Insertion {
  /** Page that it follows. */
  readonly after: PageId;
  /** Position of the first file of the act: files of one act keep their order. */
  readonly first: number;
}

export interface Scan {
  readonly kind: 'scan';
  readonly version: number;
  readonly scanId: ScanId;
  readonly batchId: BatchId;
  /** From 1, in scanning order. */
  readonly position: number;
  /** As delivered; may hold anything but NUL and is never used as a path. */
  readonly name: string;
  readonly state: ScanState;
  readonly bytes: number;
  readonly sha256: string;
  /** Of the untouched original; null for a file that was listed but never came. */
  readonly objectKey: string | null;
  readonly mediaType?: string;
  readonly pageCount?: number;
  readonly signed?: boolean;
  readonly warnings: readonly ScanNotice[];
  readonly rejection?: ScanNotice;
  /** The page that this is a better scan of. */
  readonly replaces?: PageId;
  readonly inserted?: Insertion;
  /** `closings` of its batch when it came; absent in records from before this was noted. */
  readonly closingsBefore?: number;
}
