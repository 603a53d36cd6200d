/** Reads printed words from a prepared grey picture of one page. */
import type { Line } from '../domain/page-text.ts';

/** 8-bit grey, row by row, no padding; 0 is black. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a page segmentation expects to find. */
export type Layout = 'page' | 'single-block' | 'single-line' | 'sparse';

/** BCP 47 tags of what is read: papers are Vietnamese; cards have lines in English and for machines. */
export type ReadingLanguage = 'vi' | 'en';

export interface OcrRequest {
  readonly picture: GreyPicture;
  /** Told to the engine always: without it ruled tables vanish. */
  readonly dpi: number;
  readonly layout: Layout;
  readonly timeoutMs: number;
  /** Only these characters may be answered, e.g. for a machine-readable zone. */
  readonly alphabet?: string;
  /** One that the engine lists in `languages`; `vi` unless said. */
  readonly language?: ReadingLanguage;
}

export interface OcrResult {
  /** Boxes in pixels of `picture`; lines in the engine's reading order. */
  readonly lines: readonly Line[];
  readonly timedOut: boolean;
}

export interface OcrEngine {
  readonly identity: { readonly name: string; readonly version: string; readonly model: string };
  /** BCP 47 tags of the languages it reads with their marks; `vi` is asked of every engine that serves alone. */
  readonly languages: readonly string[];
  recognize(request: OcrRequest): Promise<OcrResult>;
  /** Frees workers and memory; the engine cannot be used afterwards. */
  close(): Promise<void>;
}
