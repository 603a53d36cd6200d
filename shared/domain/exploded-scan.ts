/** What comes out of a delivered scan file: its pages one by one, and what a clerk should know about the file. */
import type { Line } from './page-text.ts';

export interface ExplodeLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Of one page. */
  readonly maxPixels: number;
  /** Shorter edge of a page picture. */
  readonly minPixels: number;
  /** For pages that have no resolution of their own: text and drawings of a born-digital PDF. */
  readonly rasterDpi: number;
}

export interface ExplodedPage {
  /** From 1 in the file. */
  readonly pageNumber: number;
  /**
   * JPEG: 1 or 3 components, 8 bit, baseline or progressive; PNG: no alpha, at most 8 bits a channel;
   * TIFF: one CCITT G4 strip, most significant bit first (`g4-tiff.ts`).
   */
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/tiff';
  /** Pixels after EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Declared and plausible for a sheet of paper; null for phones and defaults (72, 96). */
  readonly dpi: number | null;
  /** Of the scan in a page that was drawn finer than it, for a stamp or a signature laid over it. */
  readonly scannedDpi?: number;
  /** The picture has colour channels. */
  readonly colour: boolean;
  /** Text that a born-digital page carries itself, in pixels of this picture; absent for scans. */
  readonly bornDigitalLines?: readonly Line[];
}

export interface ExplodedScan {
  /** By content, never by name. */
  readonly mediaType: string;
  readonly pageCount: number;
  /** A digitally signed PDF: its own bytes must be kept; the pages are pictures to read. */
  readonly signed: boolean;
  readonly warnings: readonly ScanWarning[];
}

/** What was noticed about an accepted file; `scan-warnings.ts` has a sentence for each. */
export type ScanWarning =
  | 'pdf-active-content'
  | 'pdf-attachment'
  | 'pdf-encrypted-owner'
  | 'pdf-repaired'
  | 'pdf-hidden-content'
  | 'pdf-pages-unreachable'
  | 'pdf-form'
  | 'pdf-font-missing'
  | 'pdf-changed-after-signing'
  | 'trailing-data'
  | 'leading-data'
  | 'image-irregular'
  | 'metadata-damaged'
  | 'oversized-sheet'
  | 'low-resolution';
