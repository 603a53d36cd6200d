/** Erases dotted leaders, over which an engine reads letters that nobody wrote. */
import type { Component } from './components.ts';

const MM_PER_INCH = 25.4;
const LARGEST_DOT_MM = 0.75;
const WIDEST_GAP_MM = 2.6;
/** Feet of dots of one leader; a page may be curved, but from dot to dot it is level. */
const UNEVENNESS_MM = 0.3;
const FEWEST_DOTS = 6;
/** Dots of one leader are alike; fragments of faint small print are not. */
const ALIKE_SHARE = 0.75;

/**
 * Indices of the components that are dots, leader by leader: at least six flat specks in a row on one base line.
 * Dots that have run together count by their length.
 */
export function findLeaders(components: readonly Component[], dpi: number): number[][] {
  const px = dpi / MM_PER_INCH;
  const dots = components
    .map((component, index) => ({ ...component, index, foot: component.y + component.height }))
    .filter((dot) => dot.height <= LARGEST_DOT_MM * px && dot.width <= 60 * px && dot.area > 1)
    .sort((a, b) => a.x - b.x);
  const leaders: number[][] = [];
  /** Open runs by the row of their last foot: a dot looks only at the few rows near its own. */
  const runs = new Map<number, (typeof dots)[]>();
  const close = (run: typeof dots) => {
    const count = run.reduce((sum, dot) => sum + Math.max(1, dot.width / (LARGEST_DOT_MM * px)), 0);
    if (count >= FEWEST_DOTS && areAlike(run, px)) leaders.push(run.map((dot) => dot.index));
  };
  const reach = Math.max(1, Math.round(UNEVENNESS_MM * px));
  for (const dot of dots) {
    const run = takeRun(runs, dot, reach, WIDEST_GAP_MM * px) ?? [];
    run.push(dot);
    const row = runs.get(dot.foot) ?? [];
    row.push(run);
    runs.set(dot.foot, row);
  }
  for (const row of runs.values()) row.forEach(close);
  return leaders;
}

/** Same height for nearly all, and same distance for nearly all that stand alone. */
function areAlike(run: readonly Component[], px: number): boolean {
  const heights = run.map((dot) => dot.height);
  if (!isSteady(heights, 1.5)) return false;
  const pitches: number[] = [];
  for (let i = 1; i < run.length; i++) {
    const [before, dot] = [run[i - 1]!, run[i]!];
    const isPair = before.width <= LARGEST_DOT_MM * px && dot.width <= LARGEST_DOT_MM * px;
    if (isPair) pitches.push(dot.x + dot.width / 2 - before.x - before.width / 2);
  }
  // Where nearly all dots have run together there is no distance to judge by.
  return pitches.length < 3 || isSteady(pitches, 1.5);
}

function isSteady(values: readonly number[], slackPx: number): boolean {
  const middle = [...values].sort((a, b) => a - b)[values.length >> 1]!;
  const slack = Math.max(slackPx, middle * 0.3);
  return values.filter((value) => Math.abs(value - middle) <= slack).length >= values.length * ALIKE_SHARE;
}

type Dot = Component & { readonly foot: number };

/** Takes the run out of the rows near `dot` that it continues; runs that end too far to the left stay as they are. */
function takeRun<D extends Dot>(
  runs: Map<number, D[][]>,
  dot: D,
  reach: number,
  widestGap: number,
): D[] | null {
  for (let off = 0; off <= reach; off++) {
    for (const foot of off === 0 ? [dot.foot] : [dot.foot - off, dot.foot + off]) {
      const row = runs.get(foot);
      const at = row?.findIndex((run) => {
        const last = run.at(-1)!;
        const gap = dot.x - (last.x + last.width);
        return gap <= widestGap && gap > -dot.width;
      });
      if (row && at !== undefined && at >= 0) return row.splice(at, 1)[0]!;
    }
  }
  return null;
}
