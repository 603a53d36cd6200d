/** One page as the record keeps it, and the facts of it that validation decides on. */
import type { BatchId, PageId, ScanId } from './ids.ts';
import type { PagePlan } from './page-plan.ts';
import type { PageText } from './page-text.ts';

export type ImageMediaType = 'image/jpeg' | 'image/png' | 'image/tiff';

/** The picture of a page as delivered: untouched bytes where the format allows it. */
export interface PageImage {
  readonly objectKey: string;
  readonly mediaType: ImageMediaType;
  /** Pixels after EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Declared by the file and plausible for a sheet of paper; null where nothing trustworthy is said (phones). */
  readonly dpi: number | null;
}

/** Measured on the picture at intake, before any text is read. */
export interface PageQuality {
  /** Pixels per inch of paper, from the declared resolution or the outline of the sheet; null when unknown. */
  readonly effectiveDpi: number | null;
  readonly blank: boolean;
  readonly blurry: boolean;
  readonly dark: boolean;
  /** Text runs into an edge of the picture. */
  readonly cutOff: boolean;
  readonly colour: boolean;
  /** The figures behind the verdicts, for the report and for tuning. */
  readonly figures: Readonly<Record<string, number>>;
  /** 64-bit perceptual hash as 16 hex digits: near-equal pages differ in few bits. */
  readonly fingerprint: string;
}

/** `received` waits for recognition; `parked` waits for a person because every try to read it failed. */
export type PageState = 'received' | 'recognized' | 'parked';

/** Why a page is parked that bears a mark of state secret: its bytes lie in the quarantine, its text nowhere. */
export const SECRET_PAGE = 'secret-paper';

export interface Page {
  readonly kind: 'page';
  readonly version: number;
  readonly pageId: PageId;
  readonly batchId: BatchId;
  readonly scanId: ScanId;
  /** Position of its scan in the batch, and of the page in its scan; both from 1. */
  readonly scanPosition: number;
  readonly pageNumber: number;
  readonly state: PageState;
  readonly image: PageImage;
  readonly quality: PageQuality;
  /** Text that a born-digital page carried itself: kept, not read again. */
  readonly bornDigital: boolean;
  /** The page belongs to a digitally signed file, which passes byte for byte. */
  readonly signed: boolean;
  /** Where the words are; absent until recognized. */
  readonly textKey?: string;
  /** Why the page is parked. */
  readonly parkedReason?: string;
  /** Bears a mark of state secret, or is in a paper that does; once said it stands. */
  readonly secret?: true;
  /** What a person decided about it. */
  readonly plan?: PagePlan;
}

/** All that validation may know of one page. */
export interface PageFacts {
  readonly pageId: PageId;
  readonly scanId: ScanId;
  readonly signed: boolean;
  readonly quality: PageQuality;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Null while the page waits to be read, or when it is parked. */
  readonly text: PageText | null;
  readonly parked: boolean;
  /** A mark of state secret was seen on it: nothing that it says was kept. */
  readonly secret?: true;
  /** What a person decided about it. */
  readonly plan?: PagePlan;
  /** Dropped by a person, or scanned again: in no paper, no finding and no file. */
  readonly leftOut?: true;
}
