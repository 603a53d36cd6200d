/** Looks at a page turned one way: draws the engine's copy and asks the engine what it reads there. */
import { applyToBox, compose, type QuarterTurn, scaling } from '../../domain/geometry.ts';
import type { PageMarks } from '../../domain/line-segments.ts';
import type { PageFrame, ReadCode } from '../../domain/page-text.ts';
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

const ENGINE_DPI = 300;
/** An A3 sheet at 300 dpi fits; larger drawings are read coarser, or they would take minutes. */
const MOST_ENGINE_PIXELS = 20e6;

/** @throws DigitizationError `engine-unavailable`. */
export async function lookAt(reader: Reader, turn: QuarterTurn, timeoutMs: number): Promise<Look> {
  const straight = straighten(reader.page, turn);
  const dpi = affordableDpi(straight.frame, ENGINE_DPI);
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

export function affordableDpi({ widthPx, heightPx, dpi }: PageFrame, wanted: number): number {
  const squareInches = (widthPx / dpi) * (heightPx / dpi);
  return Math.floor(Math.min(wanted, Math.sqrt(MOST_ENGINE_PIXELS / squareInches)));
}
