/** Measures how far the edges of letters are smeared, whatever their contrast, in any direction. */
import type { Mark, PageSurvey } from './page-survey.ts';

/** Letters and, where blur joined them, words; in pixels of the survey's copy. */
const LETTER_SIDE_PX = { least: 3, most: 45, longest: 260 };
const LEAST_CONTRAST = 0.3;

/** The steepest of an edge's pixels owes about one deviation of a halved difference to grain. */
const GRAIN_IN_SLOPE = 0.71;

export interface PrintBlur {
  /** Letters measured: a few say nothing. */
  readonly letters: number;
  /** The longer sides of all marks of a letter's size together, in millimetres of an A4 sheet. */
  readonly lettersMm: number;
  /** Deviation of the Gaussian that would smear an edge so, in pixels of the picture, along its worse axis. */
  readonly spreadPx: number;
  /** The shorter side of the median letter, in pixels of the picture. */
  readonly letterPx: number;
  /** Brightness of the paper at the median letter, and how much darker the letter is. */
  readonly paperLevel: number;
  readonly contrastLevel: number;
}

export function measurePrintBlur(survey: PageSurvey): PrintBlur {
  const across: number[] = [];
  const down: number[] = [];
  const sides: number[] = [];
  const papers: number[] = [];
  const contrasts: number[] = [];
  let lengthPx = 0;
  for (const mark of survey.marks) {
    const short = Math.min(mark.width, mark.height);
    const long = Math.max(mark.width, mark.height);
    if (short < LETTER_SIDE_PX.least || short > LETTER_SIDE_PX.most || long > LETTER_SIDE_PX.longest)
      continue;
    lengthPx += long;
    const edge = measureEdges(mark, survey);
    if (edge.contrast < LEAST_CONTRAST * edge.brightest || edge.contrast < 8 * survey.grain + 6) continue;
    // The steepest slope of an edge of height h, smeared by a Gaussian of deviation s, is h / (s √(2π)).
    across.push(edge.contrast / (edge.steepestAcross * Math.sqrt(2 * Math.PI)));
    down.push(edge.contrast / (edge.steepestDown * Math.sqrt(2 * Math.PI)));
    sides.push(short);
    papers.push(edge.brightest);
    contrasts.push(edge.contrast);
  }
  return {
    letters: across.length,
    lettersMm: lengthPx * survey.mmPerPx,
    spreadPx: Math.max(median(across), median(down)) * survey.factor,
    letterPx: median(sides) * survey.factor,
    paperLevel: median(papers),
    contrastLevel: median(contrasts),
  };
}

function measureEdges(mark: Mark, { grey, grain }: PageSurvey) {
  const { data, widthPx, heightPx } = grey;
  let [darkest, brightest, across, down] = [255, 0, 0, 0];
  for (let y = Math.max(1, mark.y - 2); y < Math.min(heightPx - 1, mark.y + mark.height + 2); y++) {
    for (let x = Math.max(1, mark.x - 2); x < Math.min(widthPx - 1, mark.x + mark.width + 2); x++) {
      const at = y * widthPx + x;
      darkest = Math.min(darkest, data[at]!);
      brightest = Math.max(brightest, data[at]!);
      across = Math.max(across, Math.abs(data[at + 1]! - data[at - 1]!));
      down = Math.max(down, Math.abs(data[at + widthPx]! - data[at - widthPx]!));
    }
  }
  const slope = (difference: number) => Math.max(0.5, difference / 2 - GRAIN_IN_SLOPE * grain);
  return {
    contrast: brightest - darkest,
    brightest,
    steepestAcross: slope(across),
    steepestDown: slope(down),
  };
}

/** 0 for none. */
function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
