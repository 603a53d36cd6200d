/** Prepares the engine's copy of a page: upright, straight, evenly lit, without coloured ink; the scan stays untouched. */
import {
  compose,
  IDENTITY,
  type QuarterTurn,
  quarterTurn,
  rotation,
  scaling,
  type Transform,
  translation,
} from '../domain/geometry.ts';
import type { PageFrame } from '../domain/page-text.ts';
import { dropColour, toGrey } from './colour-drop.ts';
import { declutter } from './declutter.ts';
import { flattenLight } from './flatten.ts';
import { findLetters, type Letters } from './letters.ts';
import { guessTurn, measureSkew, type TurnGuess } from './orientation.ts';
import type { GreyPicture, Picture } from './picture.ts';
import { findSheet, type Sheet, wholePicture } from './sheet.ts';
import { shrink } from './shrink.ts';
import { warp } from './warp.ts';

/** Kept with every reading: a step that changes what the engine sees takes the next number. */
export const PREPARATION = [
  'colour-drop/1',
  'sheet/1',
  'even-light/1',
  'straighten/2',
  'declutter/3',
  'letter-scale/1',
  'typeset/4',
  'card-english/1',
  'margin-figures/1',
] as const;

export type PreparationStep = (typeof PREPARATION)[number];

/** Steps not taken, to measure what each is worth; none for real papers. */
export type LeftOut = ReadonlySet<PreparationStep>;

/** Enough to see lines of text, coarse enough to be quick. */
const MEASURING_DPI = 120;
/** The paper's brightness is taken in squares of a sixth of an inch: one line of text and the white beside it. */
const LIGHT_BLOCK_INCH = 1 / 6;
/** Below this a slant harms neither OCR nor the look of the page. */
const SMALLEST_SKEW_DEG = 0.05;

/** A sheet of paper, measured once, from which the engine's copy is made for any turn and resolution. */
export interface MeasuredPage {
  readonly sheet: Sheet;
  /** The flat sheet as evenly lit grey. */
  readonly even: GreyPicture;
  /** At about `MEASURING_DPI`. */
  readonly letters: Letters;
  readonly guess: TurnGuess;
  readonly leftOut: LeftOut;
}

/** `declaredDpi` is null where the file says nothing trustworthy: then the picture may be a photograph. */
export function measurePage(
  picture: Picture,
  declaredDpi: number | null,
  leftOut: LeftOut = new Set(),
): MeasuredPage {
  const sheet = leftOut.has('sheet/1') ? wholePicture(picture, declaredDpi) : findSheet(picture, declaredDpi);
  const grey = leftOut.has('colour-drop/1') ? toGrey(picture) : dropColour(picture);
  const flat =
    sheet.fromImage === IDENTITY ? grey : warp(grey, sheet.fromImage, sheet.widthPx, sheet.heightPx);
  const even = leftOut.has('even-light/1') ? flat : flattenLight(flat, sheet.dpi * LIGHT_BLOCK_INCH);
  const factor = Math.max(1, Math.round(sheet.dpi / MEASURING_DPI));
  const letters = findLetters(shrink(even, factor), sheet.dpi / factor);
  return { sheet, even, letters, guess: guessTurn(letters.alone), leftOut };
}

export interface StraightPage {
  readonly frame: PageFrame;
  readonly rotationDeg: QuarterTurn;
  readonly skewDeg: number;
}

/** Lays the page upright and straight, its content being turned clockwise by `rotationDeg`. */
export function straighten(page: MeasuredPage, rotationDeg: QuarterTurn): StraightPage {
  const turn = straightenSheet(page, rotationDeg);
  const { sheet } = page;
  const fromImage = compose(sheet.fromImage, turn.fromSheet);
  return { frame: { ...turn.size, dpi: sheet.dpi, fromImage }, rotationDeg, skewDeg: turn.skewDeg };
}

/** The engine's copy of a page laid straight, at `dpi`, and the marks that were cleared from it. */
export function drawForEngine(
  page: MeasuredPage,
  rotationDeg: QuarterTurn,
  dpi: number,
): ReturnType<typeof declutter> {
  const { size, fromSheet } = straightenSheet(page, rotationDeg);
  const scale = dpi / page.sheet.dpi;
  const copy = warp(
    page.even,
    compose(fromSheet, scaling(scale)),
    Math.max(1, Math.round(size.widthPx * scale)),
    Math.max(1, Math.round(size.heightPx * scale)),
  );
  if (page.leftOut.has('declutter/3')) {
    return { clear: copy, marks: { leaders: [], levelRules: [], uprightRules: [] } };
  }
  return declutter(copy, dpi);
}

function straightenSheet(page: MeasuredPage, rotationDeg: QuarterTurn) {
  const { widthPx, heightPx } = page.even;
  const back = ((360 - rotationDeg) % 360) as QuarterTurn;
  const upright = quarterTurn(back, widthPx, heightPx);
  const size = back % 180 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
  const skewDeg = page.leftOut.has('straighten/2') ? 0 : measureSkew(page.letters.alone, rotationDeg);
  const isStraight = Math.abs(skewDeg) < SMALLEST_SKEW_DEG;
  const fromSheet = isStraight ? upright : compose(upright, turnAboutCentre(-skewDeg, size));
  return { size, fromSheet, skewDeg };
}

function turnAboutCentre(clockwiseDeg: number, size: { widthPx: number; heightPx: number }): Transform {
  const centre = translation(-size.widthPx / 2, -size.heightPx / 2);
  return compose(compose(centre, rotation(clockwiseDeg)), translation(size.widthPx / 2, size.heightPx / 2));
}
