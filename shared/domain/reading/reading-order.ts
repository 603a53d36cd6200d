/** Puts the lines of a page into the order in which a person reads them: a letterhead's left column before its right. */
import { applyToBox, type Box, type Transform } from '../geometry.ts';
import type { Line } from '../page-text.ts';
import { opensLetterhead, opensNumberOrSubject } from './letterhead.ts';
import {
  boxAround,
  GUTTER_HEIGHTS,
  lineOfWords,
  medianHeight,
  type PageMarks,
  rebuildSegments,
  shareRow,
} from './line-segments.ts';

/** A column that starts so many lines below its right neighbour stands beside its end, like a date under a portrait. */
const LATE_START_LINES = 4;

/** White between the lines of a letterhead's left column at most. */
const LETTERHEAD_WHITE_LINES = 3;

/** Carries lines into other coordinates. */
export function mapLines(lines: readonly Line[], transform: Transform): Line[] {
  return lines.map((line) =>
    lineOfWords(line.words.map((word) => ({ ...word, box: applyToBox(transform, word.box) }))),
  );
}

/**
 * Orders an engine's lines, whatever order and columns it saw: bands of the page from top to bottom; bands under one
 * another that share a gutter are columns, read left to right, unless a rule parts them into rows of a table.
 */
export function orderLines(lines: readonly Line[], marks: PageMarks): Line[] {
  if (lines.length === 0) return [];
  const segments = rebuildSegments(lines, marks);
  const gutterPx = medianHeight(lines) * GUTTER_HEIGHTS;
  return joinRows(orderSegments(segments, marks.levelRules, gutterPx));
}

function orderSegments(segments: readonly Line[], rules: readonly Box[], gutterPx: number): Line[] {
  const bands = findBands(segments);
  const ordered: Line[] = [];
  for (let from = 0; from < bands.length; ) {
    const zone = findZone(bands, from, rules, gutterPx);
    if (zone) ordered.push(...orderColumns(bands, from, zone, rules, gutterPx));
    else ordered.push(...orderRow(bands[from]!));
    from = zone ? zone.to : from + 1;
  }
  return ordered;
}

/** Bands from some first one to before `to` that share a gutter. */
interface Zone {
  readonly to: number;
  readonly gutter: Gutter;
}

function findZone(
  bands: readonly Line[][],
  from: number,
  rules: readonly Box[],
  gutterPx: number,
): Zone | null {
  let gutter = findGutter(bands[from]!, gutterPx);
  if (!gutter) return null;
  let end = from + 1;
  for (let to = from + 1; to < bands.length; to++) {
    if (rules.some((rule) => parts(rule, bands[to - 1]!, bands[to]!, gutter!))) break;
    const common = findGutter(bands.slice(from, to + 1).flat(), gutterPx);
    if (!common || common.left >= gutter.right || common.right <= gutter.left) break;
    gutter = common;
    const isTwoSided = findGutter(bands[to]!, gutterPx) !== null;
    if (isTwoSided || (end === to && continues(bands.slice(from, to).flat(), bands[to]!, gutter, gutterPx)))
      end = to + 1;
  }
  return { to: end, gutter };
}

/**
 * True when a band on one side follows close under its column; further below a new part of the page begins, unless it is
 * the number or the subject in a letterhead.
 */
function continues(above: readonly Line[], band: readonly Line[], gutter: Gutter, gutterPx: number): boolean {
  const isLeft = band[0]!.box.x < gutter.left;
  const column = above.filter((line) => line.box.x < gutter.left === isLeft).map((line) => line.box);
  if (column.length === 0) return false;
  const bottom = boxAround(column).y + boxAround(column).height;
  const isOfLetterhead =
    isLeft && opensNumberOrSubject(band[0]!.words) && above.some(({ words }) => opensLetterhead(words, 0));
  const reachPx = isOfLetterhead ? LETTERHEAD_WHITE_LINES * gutterPx : gutterPx;
  return boxAround(band.map((line) => line.box)).y - bottom < reachPx;
}

/** Groups of segments that stand beside one another, from top to bottom. */
function findBands(segments: readonly Line[]): Line[][] {
  const sorted = [...segments].sort((a, b) => a.box.y - b.box.y);
  const bands: Line[][] = [];
  for (const segment of sorted) {
    const last = bands.at(-1);
    if (last?.some((other) => standsBeside(other.box, segment.box))) last.push(segment);
    else bands.push([segment]);
  }
  return bands;
}

/** Feet and heads of lines under one another may touch; pieces in different columns need overlap but little. */
function standsBeside(a: Box, b: Box): boolean {
  const isUnder = a.x < b.x + b.width && b.x < a.x + a.width;
  return shareRow(a, b) > (isUnder ? 0.5 : 0.2);
}

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** The widest white that runs down between segments, if one is wide enough; before a letterhead's right column any is. */
function findGutter(segments: readonly Line[], gutterPx: number): Gutter | null {
  const sorted = [...segments].sort((a, b) => a.box.x - b.box.x);
  let widest: Gutter | null = null;
  let reach = sorted[0]!.box.x;
  for (const { box, words } of sorted) {
    const least = opensLetterhead(words, 0) ? 1 : gutterPx * 0.7;
    if (box.x - reach >= Math.max(least, widest ? widest.right - widest.left : 0)) {
      widest = { left: reach, right: box.x };
    }
    reach = Math.max(reach, box.x + box.width);
  }
  return widest;
}

function parts(rule: Box, above: readonly Line[], below: readonly Line[], gutter: Gutter | null): boolean {
  const level = rule.y + rule.height / 2;
  const top = boxAround(above.map((line) => line.box));
  const next = boxAround(below.map((line) => line.box));
  const between = level > top.y + top.height * 0.5 && level < next.y + next.height * 0.5;
  const crosses = gutter === null || (rule.x < gutter.left && rule.x + rule.width > gutter.right);
  return between && crosses;
}

function orderColumns(
  bands: readonly Line[][],
  from: number,
  { to, gutter }: Zone,
  rules: readonly Box[],
  gutterPx: number,
): Line[] {
  const middle = (gutter.left + gutter.right) / 2;
  const rows = bands.slice(from, to);
  if (areFormRows(rows, middle)) return rows.flatMap(orderRow);
  // A value that goes on under its own label makes columns of both.
  if (pairsLabels(rows[0]!, middle) && rows[1] && isTwoSided(rows[1], middle)) {
    return [...orderRow(rows[0]!), ...orderSegments(rows.slice(1).flat(), rules, gutterPx)];
  }
  const zone = rows.flat();
  const left = zone.filter((line) => line.box.x < middle);
  const right = zone.filter((line) => line.box.x >= middle);
  const start = boxAround(left.map((line) => line.box)).y;
  const late = start - startOfColumn(bands, from, boxAround(right.map((line) => line.box)), gutter.right);
  const columns = late > LATE_START_LINES * gutterPx ? [right, left] : [left, right];
  return columns.flatMap((column) => orderSegments(column, rules, gutterPx));
}

/** Where the right column begins: lines close above that stand right of the gutter are read already, but belong to it. */
function startOfColumn(bands: readonly Line[][], from: number, column: Box, gutterRight: number): number {
  let start = column.y;
  for (let band = from - 1; band >= 0; band--) {
    const box = boxAround(bands[band]!.map((line) => line.box));
    if (box.x < gutterRight - box.height || start - (box.y + box.height) > box.height) break;
    start = box.y;
  }
  return start;
}

/** A form is read across: most of its rows pair labels, or have a label that waits for what stands right of it. */
function areFormRows(rows: readonly Line[][], middle: number): boolean {
  // Alone, a waiting label is no form: "Nơi nhận:" stands beside the office of who signs.
  if (!rows.some((row) => pairsLabels(row, middle))) return false;
  const twoSided = rows.filter((row) => isTwoSided(row, middle));
  const across = twoSided.filter((row) => pairsLabels(row, middle) || hasWaitingLabel(row, middle));
  return across.length * 2 > twoSided.length;
}

function isTwoSided(row: readonly Line[], middle: number): boolean {
  return row.some((line) => line.box.x < middle) && row.some((line) => line.box.x >= middle);
}

/** "Label: value   Label: value" on one row. */
function pairsLabels(row: readonly Line[], middle: number): boolean {
  const labelled = row.filter((line) => line.words.some((word) => /.:$/.test(word.text)));
  return labelled.some(
    (b) => b.box.x >= middle && labelled.some((a) => a.box.x < middle && shareRow(a.box, b.box) > 0.5),
  );
}

/** "Label:   ☐ one   ☐ other": nothing follows the label on its own side. */
function hasWaitingLabel(row: readonly Line[], middle: number): boolean {
  return row.some(
    (a) =>
      a.box.x < middle &&
      /.:$/.test(a.words.at(-1)!.text) &&
      row.some((b) => b.box.x >= middle && shareRow(a.box, b.box) > 0.5),
  );
}

function orderRow(segments: readonly Line[]): Line[] {
  return [...segments].sort((a, b) =>
    shareRow(a.box, b.box) > 0.5
      ? a.box.x - b.box.x
      : a.box.y + a.box.height / 2 - (b.box.y + b.box.height / 2),
  );
}

/** Segments that follow each other on one row are one line; the state's name and motto stand by themselves. */
function joinRows(segments: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const segment of segments) {
    const last = lines.at(-1);
    const follows =
      last && segment.box.x >= last.box.x + last.box.width && shareRow(last.box, segment.box) > 0.6;
    if (follows && !opensLetterhead(segment.words, 0))
      lines[lines.length - 1] = lineOfWords([...last.words, ...segment.words]);
    else lines.push(segment);
  }
  return lines;
}
