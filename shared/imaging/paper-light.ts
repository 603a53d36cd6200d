/** Measures how bright the paper is at every place of a small page picture, through print and shadow. */
import type { GreyPicture } from './picture.ts';

/** At about 100 dpi: paper is seen in every square of 3 mm, but within solid print. */
const CELL_PX = 12;
const PAPER_QUANTILE = 0.85;
/** Seals, bars and headlines are solid over less than this many cells. */
const REACH_CELLS = 2;

/** One brightness per pixel. */
export function measurePaper(grey: GreyPicture): Uint8Array {
  const columns = Math.ceil(grey.widthPx / CELL_PX);
  const rows = Math.ceil(grey.heightPx / CELL_PX);
  let cells: Float32Array = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      cells[row * columns + column] = cellPaper(grey, column, row);
  }
  cells = spread(cells, columns, rows, REACH_CELLS, (values) => Math.max(...values));
  cells = spread(cells, columns, rows, 1, (values) => values.reduce((a, b) => a + b, 0) / values.length);
  return interpolate(cells, columns, rows, grey);
}

function cellPaper({ data, widthPx, heightPx }: GreyPicture, column: number, row: number): number {
  const counts = new Uint32Array(256);
  const right = Math.min(widthPx, (column + 1) * CELL_PX);
  const bottom = Math.min(heightPx, (row + 1) * CELL_PX);
  let total = 0;
  for (let y = row * CELL_PX; y < bottom; y++) {
    for (let x = column * CELL_PX; x < right; x++) {
      counts[data[y * widthPx + x]!]!++;
      total++;
    }
  }
  let level = 255;
  for (let above = counts[255]!; above <= total * (1 - PAPER_QUANTILE) && level > 0; )
    above += counts[--level]!;
  return level;
}

function spread(
  cells: Float32Array,
  columns: number,
  rows: number,
  reach: number,
  combine: (values: number[]) => number,
): Float32Array {
  return cells.map((_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const values: number[] = [];
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
        values.push(cells[r * columns + c]!);
      }
    }
    return combine(values);
  });
}

function interpolate(cells: Float32Array, columns: number, rows: number, grey: GreyPicture): Uint8Array {
  const { widthPx, heightPx } = grey;
  const out = new Uint8Array(widthPx * heightPx);
  const along = new Float32Array(columns);
  for (let y = 0; y < heightPx; y++) {
    const v = Math.max(0, Math.min(rows - 1, (y + 0.5) / CELL_PX - 0.5));
    const top = Math.floor(v);
    const bottom = Math.min(rows - 1, top + 1);
    for (let column = 0; column < columns; column++) {
      const above = cells[top * columns + column]!;
      along[column] = above + (cells[bottom * columns + column]! - above) * (v - top);
    }
    for (let x = 0; x < widthPx; x++) {
      const u = Math.max(0, Math.min(columns - 1, (x + 0.5) / CELL_PX - 0.5));
      const left = Math.floor(u);
      const from = along[left]!;
      out[y * widthPx + x] = from + (along[Math.min(columns - 1, left + 1)]! - from) * (u - left);
    }
  }
  return out;
}
