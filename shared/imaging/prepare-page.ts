/** Prepares the engine's copy of a page: upright, straight, evenly lit, without coloured ink; the scan stays untouched. */
import {
  compose,
  type QuarterTurn,
  quarterTurn,
  rotation,
  scaling,
  type Transform,
  translation,
} from '../domain/geometry.ts';
import type { PageFrame } from '../domain/page-text.ts';
import { dropColour } from './colour-drop.ts';
import { declutter } from './declutter.ts';
import { flattenLight } from './flatten.ts';
import { keepLetters } from './letters.ts';
import { guessTurn, measureSkew, type TurnGuess } from './orientation.ts';
import type { GreyPicture, Picture } from './picture.ts';
import { shrink } from './shrink.ts';
import { warp } from './warp.ts';

/** Enough to see lines of text, coarse enough to be quick. */
const MEASURING_DPI = 120;
/** The paper's brightness is taken in squares of a sixth of an inch: one line of text and the white beside it. */
const LIGHT_BLOCK_INCH = 1 / 6;
/** Below this a slant harms neither OCR nor the look of the page. */
const SMALLEST_SKEW_DEG = 0.05;

/** A sheet in its picture, measured once, from which the engine's copy is made for any turn and resolution. */
export interface MeasuredPage {
  /** Evenly lit grey, as delivered. */
  readonly even: GreyPicture;
  readonly dpi: number;
  /** Letters alone, black on white, at about `MEASURING_DPI`. */
  readonly letters: GreyPicture;
  readonly guess: TurnGuess;
}

export function measurePage(picture: Picture, dpi: number): MeasuredPage {
  const even = flattenLight(dropColour(picture), dpi * LIGHT_BLOCK_INCH);
  const factor = Math.max(1, Math.round(dpi / MEASURING_DPI));
  const letters = keepLetters(shrink(even, factor), dpi / factor);
  return { even, dpi, letters, guess: guessTurn(letters) };
}

export interface StraightPage {
  readonly frame: PageFrame;
  readonly rotationDeg: QuarterTurn;
  readonly skewDeg: number;
}

/** Lays the page upright and straight, its content being turned clockwise by `rotationDeg`. */
export function straighten(page: MeasuredPage, rotationDeg: QuarterTurn): StraightPage {
  const { widthPx, heightPx } = page.even;
  const back = ((360 - rotationDeg) % 360) as QuarterTurn;
  const upright = quarterTurn(back, widthPx, heightPx);
  const size = back % 180 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
  const skewDeg = measureSkew(page.letters, rotationDeg);
  const fromImage =
    Math.abs(skewDeg) < SMALLEST_SKEW_DEG ? upright : compose(upright, turnAboutCentre(-skewDeg, size));
  return { frame: { ...size, dpi: page.dpi, fromImage }, rotationDeg, skewDeg };
}

/** The engine's copy of a straight page at `dpi`. */
export function drawForEngine(page: MeasuredPage, frame: PageFrame, dpi: number): ReturnType<typeof declutter> {
  const scale = dpi / frame.dpi;
  const copy = warp(
    page.even,
    compose(frame.fromImage, scaling(scale)),
    Math.max(1, Math.round(frame.widthPx * scale)),
    Math.max(1, Math.round(frame.heightPx * scale)),
  );
  return declutter(copy, dpi);
}

function turnAboutCentre(clockwiseDeg: number, size: { widthPx: number; heightPx: number }): Transform {
  const centre = translation(-size.widthPx / 2, -size.heightPx / 2);
  return compose(compose(centre, rotation(clockwiseDeg)), translation(size.widthPx / 2, size.heightPx / 2));
}
