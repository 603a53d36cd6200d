/** What was read on one page: words with boxes in the straightened page, codes, and how the page lies in its picture. */
import { type Box, type QuarterTurn, quarterTurn, type Transform } from './geometry.ts';

export interface Word {
  /** NFC, without white space. */
  readonly text: string;
  /** Pixels of the straightened page (`PageFrame`). */
  readonly box: Box;
  /** 0-100, the engine's own figure; 100 for text that a born-digital page carries itself. */
  readonly confidence: number;
  /** What the engine read in its place, where it was repaired since. */
  readonly original?: string;
  /**
   * Why it was: no syllable could be so, a fixed wording stands there, what stands around it leaves one reading, or the
   * grammar of a code does.
   */
  readonly repair?: 'syllable' | 'phrase' | 'context' | 'code';
}

/** Words of one line, left to right; lines of a page stand in reading order. */
export interface Line {
  readonly words: readonly Word[];
  readonly box: Box;
}

export type Symbology = 'QRCode' | 'Code128' | 'Code39' | 'DataMatrix' | 'PDF417' | 'Aztec' | 'EAN13' | 'ITF';

export interface ReadCode {
  readonly symbology: Symbology;
  /** UTF-8 payload, control characters kept; never trusted as a path or as markup. */
  readonly value: string;
  /** Pixels of the straightened page. */
  readonly box: Box;
}

/** The straightened page: what an officer sees and what word boxes are measured in. */
export interface PageFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels per inch of the straightened page, as best known: gives the PDF its paper size. */
  readonly dpi: number;
  /** Carries pixels of the delivered picture (after EXIF orientation) onto the straightened page. */
  readonly fromImage: Transform;
}

export interface PageText {
  /** `ocr`: read from the picture; `pdf`: text that a born-digital page carried; `none`: nothing was read. */
  readonly source: 'ocr' | 'pdf' | 'none';
  /** Name, version and model of the engine: explains a result years later. */
  readonly engine: { readonly name: string; readonly version: string; readonly model: string };
  /** The steps that made the engine's copy and settled what it read, each with its version. */
  readonly preparation: readonly string[];
  /** How far the content is turned clockwise in the delivered picture (after EXIF orientation). */
  readonly rotationDeg: QuarterTurn;
  /** Remaining slant of the text lines in the upright picture, clockwise degrees. */
  readonly skewDeg: number;
  readonly frame: PageFrame;
  readonly lines: readonly Line[];
  readonly codes: readonly ReadCode[];
  /** True when the page ran into its time limit and what is here may be part of the text. */
  readonly timedOut: boolean;
}

/** The page's text as its PDF layer says it: words by spaces, lines by line feeds. */
export function plainText(page: Pick<PageText, 'lines'>): string {
  return page.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');
}

/** Mean confidence over characters, 0-100; 0 for a page without words. */
export function meanConfidence(page: Pick<PageText, 'lines'>): number {
  let sum = 0;
  let characters = 0;
  for (const line of page.lines) {
    for (const word of line.words) {
      sum += word.confidence * word.text.length;
      characters += word.text.length;
    }
  }
  return characters === 0 ? 0 : sum / characters;
}

/** For a page that nobody could read: its picture as it lies, without a word. */
export function unreadText(
  image: { widthPx: number; heightPx: number; dpi: number | null },
  rotationDeg: QuarterTurn = 0,
): PageText {
  return {
    source: 'none',
    engine: { name: 'none', version: '', model: '' },
    preparation: [],
    rotationDeg,
    skewDeg: 0,
    frame: { ...turnedFrame(image, rotationDeg), dpi: image.dpi ?? UNKNOWN_DPI },
    lines: [],
    codes: [],
    timedOut: false,
  };
}

/** The picture as it lies, turned back by the quarter turns by which its content is turned. */
export function turnedFrame(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  rotationDeg: QuarterTurn,
): Omit<PageFrame, 'dpi'> {
  const turnDeg = ((360 - rotationDeg) % 360) as QuarterTurn;
  const size = turnDeg % 180 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
  return { ...size, fromImage: quarterTurn(turnDeg, widthPx, heightPx) };
}

/** Taken for a picture that does not say its resolution: the floor of Decree 30/2020/NĐ-CP. */
const UNKNOWN_DPI = 200;
