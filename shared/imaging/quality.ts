/** Judges a page's picture before any text is read: is there anything on it, and could a person read it? */
import type { PageQuality } from '../domain/page.ts';
import { countCutLetters } from './cut-letters.ts';
import { findEffectiveDpi } from './effective-dpi.ts';
import { takeFingerprint } from './fingerprint.ts';
import { measureContentMm } from './page-content.ts';
import { type PageSurvey, surveyPage } from './page-survey.ts';
import type { GreyPicture } from './picture.ts';
import { measurePrintBlur, type PrintBlur } from './print-blur.ts';
import { guessDpi } from './sheet.ts';

const MM_PER_INCH = 25.4;
/** Two short words; a lone page number is none. */
const BLANK_BELOW_MM = 12;
/**
 * Letters of office print lose half of their words to OCR at 0.42 mm (a Gaussian of 3.5 pixels at 200 dpi), of which
 * a tenth may go unmeasured; sound scans and photographs stay below 0.28.
 */
const BLURRY_FROM_MM = 0.36;
/** Below this an edge is as sharp as its coarse pixels allow. */
const BLURRY_FROM_PX = 1.3;
/** A photograph taken from near shows large letters, which survive more: the smear as a share of their height. */
const BLURRY_FROM_LETTER = 0.08;
const FEWEST_LETTERS = 6;
/** Photographs are soft by nature: where letters are less of what is on the page, their sharpness is nobody's concern. */
const LETTERS_SHARE = 0.4;
/** Even smeared into words the letters of a form are lower than this; patches of a photograph are not. */
const LARGEST_LETTER_MM = 6.2;
/** Halftone or heavy noise, in grey levels of the survey's copy: print cannot be told from dots then. */
const COARSE_GRAIN = 12;
/** Grey level of the paper: photographs by a lamp stay above 110; at 85 grey letters sink into black. */
const DARK_BELOW = 100;
const CUT_FROM_LETTERS = 2;

/**
 * `facts.dpi` is the trustworthy declared resolution; null marks a photograph, in which the sheet is looked for.
 * `facts.scannedDpi` is that of the scan which the picture shows enlarged.
 * Takes 60-150 ms of one core for A4 at 300 dpi.
 */
export function judgePage(
  picture: GreyPicture,
  facts: { readonly dpi: number | null; readonly scannedDpi?: number; readonly colour: boolean },
): PageQuality {
  const survey = surveyPage(picture, facts.dpi === null);
  const effectiveDpi = findEffectiveDpi(picture, facts.dpi, survey.outline);
  const print = measurePrintBlur(survey);
  const paperLevel = print.letters >= FEWEST_LETTERS ? print.paperLevel : measureBrightness(survey);
  const contentMm = measureContentMm(survey);
  const cutLetters = countCutLetters(survey);
  const blurMm = (print.spreadPx / (effectiveDpi ?? guessDpi(picture))) * MM_PER_INCH;
  const dark = paperLevel < DARK_BELOW;
  const coarse = survey.grain > COARSE_GRAIN;
  const blank = !dark && !coarse && contentMm < BLANK_BELOW_MM;
  return {
    effectiveDpi: facts.scannedDpi ?? effectiveDpi,
    blank,
    blurry:
      !blank && !coarse && isText(print, survey, contentMm) && isBlurred(print, blurMm, facts.dpi !== null),
    dark,
    cutOff: cutLetters >= CUT_FROM_LETTERS,
    colour: facts.colour,
    figures: {
      contentMm: round(contentMm),
      blurMm: round(blurMm),
      blurPx: round(print.spreadPx),
      letterPx: round(print.letterPx),
      letters: print.letters,
      paperLevel: Math.round(paperLevel),
      contrastLevel: print.contrastLevel,
      cutLetters,
      grain: round(survey.grain),
    },
    fingerprint: takeFingerprint(survey),
  };
}

function isText(print: PrintBlur, { mmPerPx, factor }: PageSurvey, contentMm: number): boolean {
  if (print.letters < FEWEST_LETTERS || print.lettersMm < LETTERS_SHARE * contentMm) return false;
  return (print.letterPx / factor) * mmPerPx <= LARGEST_LETTER_MM;
}

function isBlurred(print: PrintBlur, blurMm: number, isScan: boolean): boolean {
  if (print.letters < FEWEST_LETTERS || print.spreadPx < BLURRY_FROM_PX || blurMm < BLURRY_FROM_MM)
    return false;
  return isScan || print.spreadPx >= BLURRY_FROM_LETTER * print.letterPx;
}

/** The paper's median level over the sheet. */
function measureBrightness({ paper }: PageSurvey): number {
  const levels = paper.filter((level) => level > 0).sort();
  return levels[levels.length >> 1] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
