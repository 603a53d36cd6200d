/** Finds places that look like a bar code or a matrix code: half ink, full of edges, too dense for text. */
import type { Box } from '../domain/geometry.ts';
import { type CellGrid, connectedCells, gather, measureCells, measureNoise } from './code-cells.ts';
import type { GreyPicture } from './picture.ts';

export type RegionKind = 'bars' | 'mixed' | 'matrix';

export interface CodeRegion {
  readonly box: Box;
  /** Edges of bars all point one way, those of a matrix two; dirt and slant leave some places undecided. */
  readonly kind: RegionKind;
  /** Direction across the bars, clockwise degrees from the x axis, -90..90; of no meaning for a matrix. */
  readonly acrossDeg: number;
  /** Guessed width of the narrowest bar or module. */
  readonly modulePx: number;
}

/** On A4 a cell is about 2 mm: less than a text line, more than most modules. */
const CELLS_ON_LONG_SIDE = 150;
const MIN_CONTRAST = 20;
/** Bars and modules are half ink; a text line with the white above it is under a quarter. */
const INK_SHARE = { least: 0.24, most: 0.82 };
/** Squared edge height per pixel, in squares of the local contrast: photographs and shades stay below. */
const MIN_EDGE_ENERGY = 0.01;
/** Bars stand out by their direction; a matrix must be taller than a text line (marking adds two cells). */
const MIN_SIDE_CELLS = { bars: 3, mixed: 4, matrix: 5 };
const LONGEST_MATRIX = 6;
/** Specks of a bad copy add edges: no code on these papers has more modules a side (QR version 12). */
const MOST_MODULES = 65;
/** Four characters of Code 128 span more; a frame or a border has fewer edges. */
const FEWEST_BAR_MODULES = 40;
const MIN_FILL = 0.4;
const LARGEST_SHARE = 0.5;

/** The largest first; places where codes were read already are among them. */
export function findCodeRegions(picture: GreyPicture): CodeRegion[] {
  const longSidePx = Math.max(picture.widthPx, picture.heightPx);
  const cells = measureCells(picture, Math.max(6, Math.round(longSidePx / CELLS_ON_LONG_SIDE)));
  const noise = measureNoise(cells);
  const white = gather(cells.high, cells, 2, Math.max);
  const black = gather(cells.low, cells, 2, Math.min);
  // Grain widens the range of light and dark, but never makes up more than half of it where there is print.
  const grain = white.map((level, cell) => Math.min(5 * noise, (level - black[cell]!) / 2));
  const contrast = white.map((level, cell) => level - black[cell]! - grain[cell]!);
  const paper = white.map((level, cell) => level - grain[cell]! / 2);
  const dense = markDense(cells, paper, contrast, noise);
  return [...connectedCells(dense, cells.columns)]
    .sort((a, b) => b.length - a.length)
    .map((members) => describeRegion(members, cells, contrast))
    .filter((region) => region !== null);
}

function markDense(cells: CellGrid, paper: Float32Array, contrast: Float32Array, noise: number): Uint8Array {
  const ink = new Float32Array(cells.mean.length);
  const energy = new Float32Array(cells.mean.length);
  for (let cell = 0; cell < ink.length; cell++) {
    if (contrast[cell]! < MIN_CONTRAST) continue;
    ink[cell] = (paper[cell]! - cells.mean[cell]!) / contrast[cell]!;
    const squares = (cells.xx[cell]! + cells.yy[cell]!) / Math.max(1, cells.count[cell]!);
    energy[cell] = (squares - 2 * noise * noise) / contrast[cell]! ** 2;
  }
  const add = (a: number, b: number) => a + b;
  const inkAround = gather(ink, cells, 1, add);
  const energyAround = gather(energy, cells, 1, add);
  return Uint8Array.from(ink, (_, cell) => {
    const share = inkAround[cell]! / 9;
    const dense = share >= INK_SHARE.least && share <= INK_SHARE.most;
    return dense && energyAround[cell]! / 9 >= MIN_EDGE_ENERGY ? 1 : 0;
  });
}

/** Null for a place whose shape no code has. */
function describeRegion(
  members: readonly number[],
  cells: CellGrid,
  contrast: Float32Array,
): CodeRegion | null {
  const rowsOf = members.map((cell) => Math.floor(cell / cells.columns));
  const columnsOf = members.map((cell) => cell % cells.columns);
  const [left, top] = [least(columnsOf), least(rowsOf)];
  const [columns, rows] = [most(columnsOf) - left + 1, most(rowsOf) - top + 1];
  const filled = members.length >= MIN_FILL * columns * rows;
  if (!filled || columns * rows > LARGEST_SHARE * cells.columns * cells.rows) return null;
  const { coherence, acrossDeg, edgesPerPx } = measureEdges(members, cells, contrast);
  const kind = coherence > 0.6 ? 'bars' : coherence > 0.3 ? 'mixed' : 'matrix';
  const [short, long] = [Math.min(columns, rows), Math.max(columns, rows)];
  if (short < MIN_SIDE_CELLS[kind] || (kind === 'matrix' && long > LONGEST_MATRIX * short)) return null;
  // Half of all module borders change colour: bars show them in one direction only, a matrix in two.
  const guessedPx = (kind === 'bars' ? 0.5 : 1) / Math.max(1e-6, edgesPerPx);
  const square = kind !== 'bars' && long < 1.5 * short;
  const modulePx = Math.max(1, guessedPx, square ? (long * cells.sizePx) / MOST_MODULES : 0);
  const radians = (acrossDeg * Math.PI) / 180;
  const acrossPx =
    (columns * Math.abs(Math.cos(radians)) + rows * Math.abs(Math.sin(radians))) * cells.sizePx;
  if (kind === 'bars' && acrossPx < FEWEST_BAR_MODULES * modulePx) return null;
  const { sizePx } = cells;
  const box = { x: left * sizePx, y: top * sizePx, width: columns * sizePx, height: rows * sizePx };
  return { box, kind, acrossDeg, modulePx };
}

/** The structure tensor of a group of cells, each cell weighed by its own contrast. */
function measureEdges(members: readonly number[], cells: CellGrid, contrast: Float32Array) {
  let [xx, yy, xy, variation, count] = [0, 0, 0, 0, 0];
  for (const cell of members) {
    const unit = Math.max(MIN_CONTRAST, contrast[cell]!);
    xx += cells.xx[cell]! / unit ** 2;
    yy += cells.yy[cell]! / unit ** 2;
    xy += cells.xy[cell]! / unit ** 2;
    variation += cells.variation[cell]! / unit;
    count += cells.count[cell]!;
  }
  return {
    /** 1 when all edges point one way, 0 when they point any way. */
    coherence: Math.hypot(xx - yy, 2 * xy) / Math.max(1e-9, xx + yy),
    acrossDeg: (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI,
    edgesPerPx: variation / Math.max(1, count),
  };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}
