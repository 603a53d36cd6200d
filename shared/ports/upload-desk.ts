/** Files come in by numbered parts over bad lines: nothing acknowledged is lost, nothing damaged is taken. */
import type { Insertion } from '../domain/batch.ts';
import type { BatchId, PageId } from '../domain/ids.ts';

export interface UploadTicket {
  /** Follows from what is delivered, so that the same delivery begun again is the same upload. */
  readonly uploadId: string;
  readonly batchId: BatchId;
  /** From 1, in scanning order. */
  readonly position: number;
  readonly name: string;
  readonly bytes: number;
  /** Of the whole file, 64 hex digits. */
  readonly sha256: string;
  /** Of each part, where the sender has told them: an address for a part is then good for these bytes alone. */
  readonly partHashes?: readonly string[];
  /** Where the whole file is kept once it is there: write-once. */
  readonly objectKey: string;
  /** Page that the file was scanned again for. */
  readonly replaces?: PageId;
  /** Where the file goes between pages that are there. */
  readonly inserted?: Insertion;
}

export interface UploadProgress {
  /** Every part but the last has this length. */
  readonly partBytes: number;
  readonly partCount: number;
  /** Numbers of the parts that are safe, from 1, ascending. */
  readonly received: readonly number[];
  /** Where to send each part that is still missing, where parts do not pass through the API. */
  readonly parts?: readonly PartAddress[];
}

export interface PartAddress {
  readonly number: number;
  /** Takes one `PUT` of this part, for a while. */
  readonly url: string;
  /** Signed with the address: to be sent exactly so. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface UploadDesk {
  /** Same ticket again: the same upload, with what has been received. Once finished, all parts are. */
  begin(ticket: UploadTicket): Promise<UploadProgress>;
  ticket(uploadId: string): Promise<UploadTicket | null>;
  /**
   * Durable when it returns; a part sent again replaces the one before.
   * @throws DigitizationError `upload-part-damaged` when length or SHA-256 are not as announced; `record-missing`.
   */
  takePart(uploadId: string, number: number, bytes: Uint8Array, sha256: string): Promise<void>;
  /**
   * Puts the parts together at the ticket's key, durable when it returns; finished again changes nothing.
   * @throws DigitizationError `upload-incomplete` with the missing numbers; `upload-damaged` when the whole is not
   * what was announced: the parts are forgotten then; `record-missing`.
   */
  finish(uploadId: string): Promise<void>;
}
