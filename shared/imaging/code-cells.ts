/** Lays a grid over a grey picture and measures each cell: light and dark, edges and the way they point. */
import type { GreyPicture } from './picture.ts';

/** One value per cell and array, row by row. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  readonly sizePx: number;
  /** Sampled pixels. */
  readonly count: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
  readonly mean: Float32Array;
  /** Sums of |dx| + |dy|, dx², dy² and dx·dy over the sampled pixels. */
  readonly variation: Float32Array;
  readonly xx: Float32Array;
  readonly yy: Float32Array;
  readonly xy: Float32Array;
}

/** Cells are square with `sizePx` a side; those at the right and bottom may be smaller. */
export function measureCells(picture: GreyPicture, sizePx: number): CellGrid {
  const { data, widthPx, heightPx } = picture;
  const columns = Math.ceil(widthPx / sizePx);
  const rows = Math.ceil(heightPx / sizePx);
  const array = (fill = 0) => new Float32Array(columns * rows).fill(fill);
  const [count, low, high, mean] = [array(), array(255), array(), array()];
  const [variation, xx, yy, xy] = [array(), array(), array(), array()];
  // Every second row and column is enough for the statistics of a large cell.
  const step = sizePx >= 12 ? 2 : 1;
  for (let y = 0; y < heightPx - 1; y += step) {
    const cellRow = Math.floor(y / sizePx) * columns;
    for (let x = 0; x < widthPx - 1; x += step) {
      const at = y * widthPx + x;
      const cell = cellRow + Math.floor(x / sizePx);
      const value = data[at]!;
      const right = data[at + 1]!;
      const below = data[at + widthPx]!;
      const diagonal = data[at + widthPx + 1]!;
      // Taken in the middle of four pixels, so that a lone speck has no direction.
      const dx = (right + diagonal - value - below) / 2;
      const dy = (below + diagonal - value - right) / 2;
      count[cell]!++;
      mean[cell]! += value;
      if (value < low[cell]!) low[cell] = value;
      if (value > high[cell]!) high[cell] = value;
      variation[cell]! += Math.abs(dx) + Math.abs(dy);
      xx[cell]! += dx * dx;
      yy[cell]! += dy * dy;
      xy[cell]! += dx * dy;
    }
  }
  for (let cell = 0; cell < mean.length; cell++) mean[cell]! /= Math.max(1, count[cell]!);
  return { columns, rows, sizePx, count, low, high, mean, variation, xx, yy, xy };
}

/** Standard deviation of the grain of plain paper, which is what the flattest quarter of a page is. */
export function measureNoise(cells: CellGrid): number {
  const perPixel = cells.variation.map((sum, cell) => sum / Math.max(1, cells.count[cell]!) / 2).sort();
  // The mean distance of two draws from a normal distribution is 1.13 of its deviation.
  return (perPixel[Math.floor(perPixel.length / 4)] ?? 0) / 1.13;
}

/** Combines every cell's value with those of its neighbours up to `reach` cells away. */
export function gather(
  values: Float32Array,
  cells: CellGrid,
  reach: number,
  combine: (a: number, b: number) => number,
): Float32Array {
  const across = gatherAlong(values, 1, (cell) => cell % cells.columns, cells.columns, reach, combine);
  const rowOf = (cell: number) => Math.floor(cell / cells.columns);
  return gatherAlong(across, cells.columns, rowOf, cells.rows, reach, combine);
}

function gatherAlong(
  values: Float32Array,
  stride: number,
  positionOf: (cell: number) => number,
  length: number,
  reach: number,
  combine: (a: number, b: number) => number,
): Float32Array {
  return values.map((value, cell) => {
    const position = positionOf(cell);
    let combined = value;
    for (let offset = 1; offset <= reach; offset++) {
      if (position >= offset) combined = combine(combined, values[cell - offset * stride]!);
      if (position + offset < length) combined = combine(combined, values[cell + offset * stride]!);
    }
    return combined;
  });
}

/** Groups of marked cells that touch by a side. */
export function* connectedCells(marked: Uint8Array, columns: number): Generator<number[]> {
  const open = Uint8Array.from(marked);
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue;
    const members = [start];
    open[start] = 0;
    for (let next = 0; next < members.length; next++) {
      const cell = members[next]!;
      const column = cell % columns;
      const neighbours = [cell - columns, cell + columns];
      if (column > 0) neighbours.push(cell - 1);
      if (column < columns - 1) neighbours.push(cell + 1);
      for (const neighbour of neighbours) {
        if (open[neighbour] !== 1) continue;
        open[neighbour] = 0;
        members.push(neighbour);
      }
    }
    yield members;
  }
}
