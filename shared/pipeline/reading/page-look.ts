/** Looks at a page turned one way: draws the engine's copy and asks the engine what it reads there. */
import { applyToBox, compose, type QuarterTurn, scaling } from '../../domain/geometry.ts';
import type { PageFrame, ReadCode } from '../../domain/page-text.ts';
import type { PageMarks } from '../../domain/reading/line-segments.ts';
import { eraseBoxes, type GreyPicture } from '../../imaging/picture.ts';
import {
  drawForEngine,
  type MeasuredPage,
  type StraightPage,
  straighten,
} from '../../imaging/prepare-page.ts';
import type { OcrEngine, OcrResult } from '../../ports/ocr-engine.ts';

/** One page, measured, and who reads it. */
export interface Reader {
  readonly engine: OcrEngine;
  readonly page: MeasuredPage;
  /** In pixels of the delivered picture. */
  readonly codes: readonly ReadCode[];
  /** For all that is read of the page. */
  readonly timeoutMs: number;
}

/** The page turned one way, and what the engine says of it before anything is sifted out: all its doubts count. */
export interface Look {
  readonly straight: StraightPage;
  /** Of `picture`. */
  readonly dpi: number;
  readonly picture: GreyPicture;
  readonly marks: PageMarks;
  readonly answer: OcrResult;
}

/** The engine scales lines of text to its own height: text of usual size is read no better at 300 dpi, and slower. */
const ENGINE_DPI = { least: 220, most: 300 } as const;
const ENGINE_LETTER_PX = 16;
const MM_PER_INCH = 25.4;
/** An A3 sheet at 300 dpi fits; larger drawings are read coarser, or they would take minutes. */
const MOST_ENGINE_PIXELS = 20e6;

/** @throws DigitizationError `engine-unavailable`. */
export async function lookAt(reader: Reader, turn: QuarterTurn, timeoutMs: number): Promise<Look> {
  const straight = straighten(reader.page, turn);
  const dpi = affordableDpi(straight.frame, chooseDpi(reader.page));
  const { picture, marks } = drawPage(reader, turn, dpi);
  const answer = await reader.engine.recognize({ picture, dpi, layout: 'page', timeoutMs });
  return { straight, dpi, picture, marks, answer };
}

/** The engine's copy, without the codes, in which it would read letters. */
export function drawPage(
  { page, codes }: Reader,
  turn: QuarterTurn,
  dpi: number,
): { picture: GreyPicture; marks: PageMarks } {
  const { frame } = straighten(page, turn);
  const { clear, marks } = drawForEngine(page, turn, dpi);
  const toCopy = compose(frame.fromImage, scaling(dpi / frame.dpi));
  eraseBoxes(
    clear,
    codes.map((code) => applyToBox(toCopy, code.box)),
  );
  return { picture: clear, marks };
}

/** Letters of small print are to be as tall as those of a page of text. */
function chooseDpi({ letters, leftOut }: MeasuredPage): number {
  if (letters.sizeMm === null || leftOut.has('letter-scale/1')) return ENGINE_DPI.most;
  const dpi = (ENGINE_LETTER_PX * MM_PER_INCH) / letters.sizeMm;
  return Math.round(Math.min(ENGINE_DPI.most, Math.max(ENGINE_DPI.least, dpi)));
}

export function affordableDpi({ widthPx, heightPx, dpi }: PageFrame, wanted: number): number {
  const squareInches = (widthPx / dpi) * (heightPx / dpi);
  return Math.floor(Math.min(wanted, Math.sqrt(MOST_ENGINE_PIXELS / squareInches)));
}
