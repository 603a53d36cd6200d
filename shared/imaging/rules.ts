/** Erases long straight lines, of tables and underlines, from the engine's copy, and keeps the strokes that touch them. */
import type { Box } from '../domain/geometry.ts';
import type { GreyPicture } from './picture.ts';

const MM_PER_INCH = 25.4;
/** Longer than any stroke of a letter, even in a headline. */
const SHORTEST_RULE_MM = 10;
const THICKEST_RULE_MM = 0.9;
/** Grey fringe that a scanner leaves beside a line. */
const FRINGE_MM = 0.15;
/** A streak that a dirty scanner draws is paler than print: what is so much darker than the line is no part of it. */
const STROKE_DARKER = 70;

export interface Rules {
  readonly level: readonly Box[];
  readonly upright: readonly Box[];
}

/** Changes `picture` and its ink `mask`, both upright and straight, and says where the rules were. */
export function eraseRules(picture: GreyPicture, mask: Uint8Array, dpi: number): Rules {
  const { widthPx, heightPx } = picture;
  const size = {
    shortest: Math.round((SHORTEST_RULE_MM * dpi) / MM_PER_INCH),
    thickest: Math.max(3, Math.round((THICKEST_RULE_MM * dpi) / MM_PER_INCH)),
    fringe: Math.max(1, Math.round((FRINGE_MM * dpi) / MM_PER_INCH)),
  };
  const found = new Uint8Array(mask.length);
  const rows = { length: heightPx, step: widthPx };
  const columns = { length: widthPx, step: 1 };
  const level = markRules(picture, mask, found, columns, rows, size);
  const upright = markRules(picture, mask, found, rows, columns, size);
  for (let i = 0; i < found.length; i++) {
    if (!found[i]) continue;
    picture.data[i] = 255;
    if (found[i] === 1) mask[i] = 0;
  }
  return {
    level: level.map(({ from, to, first, last }) => ({
      x: from,
      y: first,
      width: to - from,
      height: last - first + 1,
    })),
    upright: upright.map(({ from, to, first, last }) => ({
      x: first,
      y: from,
      width: last - first + 1,
      height: to - from,
    })),
  };
}

/** From `from` to before `to` along the rule, from `first` to `last` across it. */
interface Run {
  from: number;
  to: number;
  first: number;
  last: number;
}

interface Direction {
  readonly length: number;
  /** Distance of neighbours in the pixel array. */
  readonly step: number;
}

/** Marks ink of rules with 1 and their fringe with 2. */
function markRules(
  picture: GreyPicture,
  mask: Uint8Array,
  found: Uint8Array,
  along: Direction,
  across: Direction,
  size: { shortest: number; thickest: number; fringe: number },
): Run[] {
  const runs: Run[] = [];
  for (let place = 0; place < across.length; place++) {
    const start = place * across.step;
    for (let from = 0; from < along.length; from++) {
      if (!mask[start + from * along.step]) continue;
      let to = from + 1;
      while (to < along.length && mask[start + to * along.step]) to++;
      if (to - from >= size.shortest) {
        let thin = 0;
        const darkest =
          medianAlong(picture.data, start + from * along.step, along.step, to - from) - STROKE_DARKER;
        const ink = { data: picture.data, mask, found, darkest };
        for (let at = from; at < to; at++) {
          if (markAcross(ink, start + at * along.step, place, across, size)) thin++;
        }
        if (thin * 2 > to - from) addRun(runs, { from, to, first: place, last: place });
      }
      from = to;
    }
  }
  return runs;
}

function medianAlong(data: Uint8Array, start: number, step: number, length: number): number {
  const values = new Uint8Array(length);
  for (let at = 0; at < length; at++) values[at] = data[start + at * step]!;
  return values.sort()[length >> 1]!;
}

/** A rule is some pixels thick, and a slight slant lets it wander from row to row. */
function addRun(runs: Run[], run: Run): void {
  const same = runs.find(
    (other) => other.last >= run.first - 3 && other.from <= run.to && other.to >= run.from,
  );
  if (!same) {
    runs.push(run);
    return;
  }
  same.from = Math.min(same.from, run.from);
  same.to = Math.max(same.to, run.to);
  same.last = run.last;
}

interface Ink {
  readonly data: Uint8Array;
  readonly mask: Uint8Array;
  readonly found: Uint8Array;
  /** Of the rule; what is darker crosses it. */
  readonly darkest: number;
}

function markAcross(
  { data, mask, found, darkest }: Ink,
  index: number,
  place: number,
  across: Direction,
  size: { thickest: number; fringe: number },
): boolean {
  let before = 0;
  while (before <= size.thickest && place - before > 0 && mask[index - (before + 1) * across.step]) before++;
  let after = 0;
  while (
    after <= size.thickest &&
    place + after + 1 < across.length &&
    mask[index + (after + 1) * across.step]
  )
    after++;
  if (before + after + 1 > size.thickest) return false;
  for (let k = -before - size.fringe; k <= after + size.fringe; k++) {
    if (place + k < 0 || place + k >= across.length) continue;
    const i = index + k * across.step;
    if (data[i]! < darkest) continue;
    if (k >= -before && k <= after) found[i] = 1;
    else if (!mask[i] && !found[i]) found[i] = 2;
  }
  return true;
}
