/** What validation noticed: data, not an error; it names the page or paper and ends in a sentence for a person. */
import type { Actor } from './corrections.ts';
import type { PageId, ScanId } from './ids.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The nineteen checks of the corpus of practice, plus ours about files. */
export type FindingCode =
  | 'MISSING_REQUIRED'
  | 'NAME_MISMATCH'
  | 'ID_MISMATCH'
  | 'DOB_MISMATCH'
  | 'FOREIGN_PAPER'
  | 'EXPIRED_ID'
  | 'TYPE_MISMATCH'
  | 'BLANK_PAGE'
  | 'ROTATED_PAGE'
  | 'BLURRY_PAGE'
  | 'TOO_DARK'
  | 'CUT_OFF'
  | 'LOW_DPI'
  | 'SCAN_BELOW_STANDARD'
  | 'DUPLICATE_PAGE'
  | 'PAGE_ORDER'
  | 'MISSING_PAGE'
  | 'SEPARATOR_UNREADABLE'
  | 'SEPARATOR_OTHER_DOSSIER'
  | 'ITEM_ID_INVALID'
  | 'DOSSIER_CODE_INVALID'
  | 'DOSSIER_CODE_MISSING'
  | 'MANIFEST_INVALID'
  | 'SCAN_REJECTED'
  | 'SCAN_WARNING'
  | 'PAGE_UNREAD'
  | 'RESCAN_REQUESTED'
  | 'PROCEDURE_UNKNOWN'
  | 'PROCEDURE_INACTIVE'
  | 'PROCEDURE_NOT_MAILABLE'
  | 'PROCEDURE_CASE_UNKNOWN'
  | 'COPIES_MISSING'
  | 'PAGE_COUNT_MISMATCH'
  | 'DOSSIER_CODE_MISMATCH'
  | 'DECLARATION_CONTRADICTORY'
  | 'ISSUED_IN_FUTURE'
  | 'EXPIRED_PAPER'
  | 'SECRET_PAPER'
  | 'NOT_TO_DIGITIZE'
  | 'METADATA_INCOMPLETE';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Plain Vietnamese: what is wrong and what to do. */
  readonly message: string;
  readonly pageId?: PageId;
  readonly scanId?: ScanId;
  /** Paper type that the finding is about. */
  readonly docType?: string;
  /** Figures behind the sentence, e.g. the measured dpi. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
  readonly answer?: AnsweredFinding;
}

/** What a person said who looked: `accepted` findings are shown and no longer counted; `confirmed` ones stand. */
export interface AnsweredFinding {
  readonly choice: 'accepted' | 'confirmed';
  readonly by: Actor;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly note?: string;
}

/** `rescan` holds the dossier back until the office scanned again; the others let it go on. */
export type Verdict = 'clean' | 'needs-review' | 'rescan';
