/** Evens out light: each pixel is stretched between the ink and the paper found around it. */
import type { GreyPicture } from './picture.ts';

/** Less than this between ink and paper is grain: stretching it would invent print. */
const LEAST_RANGE = 12;

/**
 * Ink becomes 0, paper 255, whatever the shade or fading of a place.
 * `tilePx` should hold both ink and paper wherever there is print: several modules or letters.
 */
export function evenContrast(picture: GreyPicture, tilePx: number): GreyPicture {
  const { data, widthPx, heightPx } = picture;
  const columns = Math.max(1, Math.round(widthPx / tilePx));
  const rows = Math.max(1, Math.round(heightPx / tilePx));
  const ink = new Float32Array(columns * rows);
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [low, high] = tileRange(
        picture,
        column / columns,
        row / rows,
        (column + 1) / columns,
        (row + 1) / rows,
      );
      ink[row * columns + column] = low;
      paper[row * columns + column] = high;
    }
  }
  const darkest = spread(ink, columns, rows, Math.min);
  const brightest = spread(paper, columns, rows, Math.max);
  const even = new Uint8ClampedArray(data.length);
  const low = new Float32Array(widthPx);
  const high = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const row = Math.max(0, Math.min(rows - 1, ((y + 0.5) / heightPx) * rows - 0.5));
    interpolateRow(darkest, columns, rows, row, low);
    interpolateRow(brightest, columns, rows, row, high);
    for (let x = 0; x < widthPx; x++) {
      const at = y * widthPx + x;
      even[at] = ((data[at]! - low[x]!) * 255) / Math.max(LEAST_RANGE, high[x]! - low[x]!);
    }
  }
  return { data: new Uint8Array(even.buffer), widthPx, heightPx };
}

/** 5th and 95th percentile, so that a speck or a hot pixel does not set the range. */
function tileRange(
  picture: GreyPicture,
  left: number,
  top: number,
  right: number,
  bottom: number,
): [number, number] {
  const { data, widthPx, heightPx } = picture;
  const counts = new Uint32Array(256);
  const [x0, x1] = [
    Math.floor(left * widthPx),
    Math.max(Math.floor(right * widthPx), Math.floor(left * widthPx) + 1),
  ];
  const [y0, y1] = [
    Math.floor(top * heightPx),
    Math.max(Math.floor(bottom * heightPx), Math.floor(top * heightPx) + 1),
  ];
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) counts[data[y * widthPx + x]!]!++;
  const total = (x1 - x0) * (y1 - y0);
  return [percentile(counts, total, 0.05), percentile(counts, total, 0.95)];
}

/** Smallest level below which lies at least `share` of the counted pixels. */
function percentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let level = 0; level < counts.length; level++) {
    seen += counts[level]!;
    if (seen > total * share) return level;
  }
  return counts.length - 1;
}

/** A tile of paper alone or ink alone borrows the other level from its neighbours. */
function spread(
  values: Float32Array,
  columns: number,
  rows: number,
  pick: (a: number, b: number) => number,
): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let chosen = values[row * columns + column]!;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          chosen = pick(chosen, values[r * columns + c]!);
        }
      }
      result[row * columns + column] = chosen;
    }
  }
  return result;
}

/** Bilinear values of one row of pixels; `row` counts in tiles and may lie between two. */
function interpolateRow(
  tiles: Float32Array,
  columns: number,
  rows: number,
  row: number,
  out: Float32Array,
): void {
  const top = Math.floor(row);
  const bottom = Math.min(rows - 1, top + 1);
  const share = row - top;
  const along = Float32Array.from({ length: columns }, (_, column) => {
    const above = tiles[top * columns + column]!;
    return above + (tiles[bottom * columns + column]! - above) * share;
  });
  for (let x = 0; x < out.length; x++) {
    const column = Math.max(0, Math.min(columns - 1, ((x + 0.5) / out.length) * columns - 0.5));
    const left = Math.floor(column);
    const from = along[left]!;
    out[x] = from + (along[Math.min(columns - 1, left + 1)]! - from) * (column - left);
  }
}
