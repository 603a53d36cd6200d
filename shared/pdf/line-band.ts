/** Finds the straight band that a line's words stand in: one text size and one baseline, whatever letters a word has. */
import type { Box } from '../domain/geometry.ts';

export interface LineBand {
  /** Height of the band in pixels. */
  readonly heightPx: number;
  /** Lower edge of the band at `x`, in pixels of the page, y downwards. */
  bottomAt(x: number): number;
}

/** Letters with marks above and tails below span no more than this many usual words; taller boxes swallowed a rule. */
const TALLEST_WORD = 1.7;
/** Below this length, in line heights, ascenders and descenders tilt a line more than the paper does. */
const SHORTEST_SLANTED_LINE = 15;
const STEEPEST_SLOPE = 0.03;
/** A slant has to make the band this much narrower to be more than the play of letters. */
const WORTHWHILE_GAIN = 0.85;
/** A line of hundreds of specks must not cost their square. */
const MOST_WORDS_COMPARED = 40;

/**
 * The band of `boxes`, the words of one line from left to right (at least one). Readers rebuild lines from sizes and
 * baselines, so these must not follow the letters; they do follow the slant that straightening left over.
 */
export function fitLineBand(boxes: readonly Box[]): LineBand {
  const usualHeight = median(boxes.map((box) => box.height));
  const level = bandAlong(boxes, 0, TALLEST_WORD * usualHeight);
  const lengthPx = boxes.at(-1)!.x + boxes.at(-1)!.width - boxes[0]!.x;
  if (lengthPx < SHORTEST_SLANTED_LINE * usualHeight) return level;
  const slanted = bandAlong(boxes, fitSlope(boxes, usualHeight), TALLEST_WORD * usualHeight);
  return slanted.heightPx < WORTHWHILE_GAIN * level.heightPx ? slanted : level;
}

function bandAlong(boxes: readonly Box[], slope: number, tallestPx: number): LineBand {
  const levelled = (box: Box, y: number) => y - slope * centreX(box);
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    top = Math.min(top, levelled(box, box.y));
    bottom = Math.max(bottom, levelled(box, box.y + box.height));
  }
  if (bottom - top <= tallestPx) {
    return { heightPx: bottom - top, bottomAt: (x) => bottom + slope * x };
  }
  const centre = median(boxes.map((box) => levelled(box, centreY(box))));
  return { heightPx: tallestPx, bottomAt: (x) => centre + tallestPx / 2 + slope * x };
}

/** Theil-Sen: the median slope between the centres of any two words; one stray box does not tilt the line. */
function fitSlope(boxes: readonly Box[], usualHeight: number): number {
  const step = Math.ceil(boxes.length / MOST_WORDS_COMPARED);
  const slopes: number[] = [];
  for (let i = 0; i < boxes.length; i += step) {
    for (let j = i + step; j < boxes.length; j += step) {
      const runPx = centreX(boxes[j]!) - centreX(boxes[i]!);
      if (runPx > usualHeight) slopes.push((centreY(boxes[j]!) - centreY(boxes[i]!)) / runPx);
    }
  }
  if (slopes.length === 0) return 0;
  return Math.max(-STEEPEST_SLOPE, Math.min(STEEPEST_SLOPE, median(slopes)));
}

function centreX(box: Box): number {
  return box.x + box.width / 2;
}

function centreY(box: Box): number {
  return box.y + box.height / 2;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
