/** What a page is and which pages make one paper (giấy tờ, thành phần hồ sơ). */
import type { SkipReason } from './decide-digitizing.ts';
import type { Box } from './geometry.ts';
import type { PageId, PaperId } from './ids.ts';
import type { PaperMetadata } from './paper-metadata.ts';

/** Paper types are data in `paper-types/`; `KHAC` is a paper whose type nobody could tell. */
export type PaperType = string;

export const UNKNOWN_PAPER_TYPE: PaperType = 'KHAC';

/** Of a paper that says nothing of what it is. */
export const NAMELESS_PAPER = 'Giấy tờ khác';

/** A page's own type: that of its paper, a side of a card, or a sheet that is no paper at all. */
export type PageType = string;

/** A page that waits to be read: nothing is known of it, nothing follows from it. */
export const UNREAD_PAGE_TYPE: PageType = 'UNREAD';

/** `declared` is what the counter typed, `person` what somebody entered who looked at the paper. */
export type FieldSource = 'ocr' | 'qr' | 'mrz' | 'barcode' | 'declared' | 'person';

/** What a paper says under one name: the second legal step of digitising (Circular 01/2023/TT-VPCP, article 9). */
export interface PaperField {
  readonly name: string;
  /** NFC, in the form as written on the paper: dates `dd/MM/yyyy`, capitals kept, leaders and final marks left out. */
  readonly value: string;
  /** 0-100: of values at 90 and above, ninety-nine in a hundred should be right; from 40 on a person should look. */
  readonly confidence: number;
  readonly source: FieldSource;
  /** Null where no one place of a page says it. */
  readonly pageId: PageId | null;
  /** Pixels of the straightened page. */
  readonly box: Box | null;
}

export interface Paper {
  readonly paperId: PaperId;
  readonly type: PaperType;
  /** Vietnamese name from the procedure's list, or the type's own. */
  readonly name: string;
  /** Code of the component of the procedure that the paper stands for (MAGIAYTO); null when it stands for none. */
  readonly componentCode: string | null;
  readonly pageIds: readonly PageId[];
  /** Digitally signed file: passes byte for byte, alone. */
  readonly signed: boolean;
  /** One per name, in the order of the form. */
  readonly fields: readonly PaperField[];
  /** The minimum data; absent on records from before there were any. */
  readonly metadata?: PaperMetadata;
  /** Code of the digitised result; absent where there is no result. */
  readonly resultCode?: string;
  /** Why no file is made of it although it was scanned. */
  readonly skip?: SkipReason;
  /** Fields that the paper does not have, as a person says who looked. */
  readonly absent?: readonly string[];
  /** A person said what it is and which pages it has. */
  readonly assigned?: true;
}

export interface TypedPage {
  readonly pageId: PageId;
  readonly pageType: PageType;
  /** Paper that the page is in; null for sheets. */
  readonly paperId: PaperId | null;
  /** By a person, or because it was scanned again: kept, in no paper. */
  readonly dropped?: true;
}

/** A listed component that is not digitised, and why. */
export interface SkippedComponent {
  readonly type: PaperType;
  readonly name: string;
  readonly componentCode: string | null;
  readonly reason: SkipReason;
}

/** A required component without a paper. */
export interface MissingComponent {
  readonly type: PaperType;
  readonly name: string;
}
