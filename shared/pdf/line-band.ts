/** Finds the straight band that a line's words stand in: one text size and one baseline, whatever letters a word has. */
import type { Box } from '../domain/geometry.ts';

export interface LineBand {
  /** Height of the band in pixels. */
  readonly heightPx: number;
  /** Lower edge of the band at `x`, in pixels of the page, y downwards. */
  bottomAt(x: number): number;
}

/** A word box this many times as high as the usual one swallowed a rule, a bracket or a speck. */
const TALLEST_WORD = 2;
/** Below this length, in line heights, ascenders and descenders tilt a line more than the paper does. */
const SHORTEST_SLANTED_LINE = 15;
const STEEPEST_SLOPE = 0.03;

/**
 * The band of `boxes`, the words of one line from left to right (at least one). Readers rebuild lines from sizes and
 * baselines, so these must not follow the letters; they do follow the slant that straightening left over.
 */
export function fitLineBand(boxes: readonly Box[]): LineBand {
  const usualHeight = median(boxes.map((box) => box.height));
  const slope = fitSlope(boxes, usualHeight);
  const levelled = (box: Box, y: number) => y - slope * (box.x + box.width / 2);
  const top = Math.min(...boxes.map((box) => levelled(box, box.y)));
  const bottom = Math.max(...boxes.map((box) => levelled(box, box.y + box.height)));
  const limit = TALLEST_WORD * usualHeight;
  if (bottom - top <= limit) {
    return { heightPx: bottom - top, bottomAt: (x) => bottom + slope * x };
  }
  const centre = median(boxes.map((box) => levelled(box, box.y + box.height / 2)));
  return { heightPx: limit, bottomAt: (x) => centre + limit / 2 + slope * x };
}

/** Theil-Sen: the median slope between the centres of any two words; one stray box does not tilt the line. */
function fitSlope(boxes: readonly Box[], usualHeight: number): number {
  const first = boxes[0]!;
  const last = boxes.at(-1)!;
  if (last.x + last.width - first.x < SHORTEST_SLANTED_LINE * usualHeight) return 0;
  const slopes: number[] = [];
  // Words far apart say most; a line of hundreds of specks must not cost their square.
  const step = Math.ceil(boxes.length / 40);
  for (let i = 0; i < boxes.length; i += step) {
    for (let j = i + step; j < boxes.length; j += step) {
      const runPx = boxes[j]!.x + boxes[j]!.width / 2 - boxes[i]!.x - boxes[i]!.width / 2;
      const risePx = boxes[j]!.y + boxes[j]!.height / 2 - boxes[i]!.y - boxes[i]!.height / 2;
      if (runPx > usualHeight) slopes.push(risePx / runPx);
    }
  }
  if (slopes.length < 3) return 0;
  return Math.max(-STEEPEST_SLOPE, Math.min(STEEPEST_SLOPE, median(slopes)));
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
