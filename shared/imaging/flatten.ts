/** Evens out the light: paper becomes white everywhere, whatever shadow, fold or tint lies over it. */
import { blankGrey, type GreyPicture } from './picture.ts';

/** Darker paper than this is a border or the desk: brightening it would only make noise. */
const DARKEST_PAPER = 60;
/** The paper's brightness in a block: most of a text block is paper, specks of glare are above it. */
const PAPER_QUANTILE = 0.8;

/** Divides every pixel by the paper's brightness around it; `blockPx` should span a line of text or two. */
export function flattenLight(picture: GreyPicture, blockPx: number): GreyPicture {
  const light = measureLight(picture, Math.max(4, Math.round(blockPx)));
  const { data, widthPx, heightPx } = picture;
  const out = blankGrey(widthPx, heightPx, 0);
  const even = out.data;
  const row = new Float32Array(light.columns + 1);
  const { lefts, shares } = placeColumns(light, widthPx);
  for (let y = 0; y < heightPx; y++) {
    const v = Math.min(light.rows - 1, Math.max(0, (y + 0.5) / light.blockPx - 0.5));
    const top = Math.floor(v);
    const bottom = Math.min(light.rows - 1, top + 1);
    for (let c = 0; c < light.columns; c++) {
      const above = light.paper[top * light.columns + c]!;
      row[c] = above + (light.paper[bottom * light.columns + c]! - above) * (v - top);
    }
    row[light.columns] = row[light.columns - 1]!;
    for (let x = 0, i = y * widthPx; x < widthPx; x++, i++) {
      const from = row[lefts[x]!]!;
      const paper = from + (row[lefts[x]! + 1]! - from) * shares[x]!;
      const value = (data[i]! * 255) / paper;
      even[i] = Math.min(value, 255);
    }
  }
  return out;
}

/** For each column of pixels the column of blocks at its left, and how far it is on the way to the next. */
function placeColumns({ columns, blockPx }: Light, widthPx: number) {
  const lefts = new Int32Array(widthPx);
  const shares = new Float64Array(widthPx);
  for (let x = 0; x < widthPx; x++) {
    const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / blockPx - 0.5));
    lefts[x] = Math.floor(u);
    shares[x] = u - lefts[x]!;
  }
  return { lefts, shares };
}

interface Light {
  readonly paper: Float32Array;
  readonly columns: number;
  readonly rows: number;
  readonly blockPx: number;
}

function measureLight(picture: GreyPicture, blockPx: number): Light {
  const columns = Math.max(1, Math.ceil(picture.widthPx / blockPx));
  const rows = Math.max(1, Math.ceil(picture.heightPx / blockPx));
  const { data } = picture;
  const paper = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      histogram.fill(0);
      const right = Math.min(picture.widthPx, (c + 1) * blockPx);
      const bottom = Math.min(picture.heightPx, (r + 1) * blockPx);
      const count = (right - c * blockPx) * (bottom - r * blockPx);
      for (let y = r * blockPx; y < bottom; y++) {
        for (let x = c * blockPx; x < right; x++) histogram[data[y * picture.widthPx + x]!]!++;
      }
      let value = 255;
      for (let above = histogram[255]!; above < count * (1 - PAPER_QUANTILE) && value > 0; ) {
        above += histogram[--value]!;
      }
      paper[r * columns + c] = Math.max(DARKEST_PAPER, value);
    }
  }
  // Solid ink fills whole blocks: the paper there is as bright as the brightest neighbour says.
  return { paper: blur(widen(paper, columns, rows), columns, rows), columns, rows, blockPx };
}

function widen(field: Float32Array, columns: number, rows: number): Float32Array {
  return mapNeighbours(field, columns, rows, (values, count) => {
    let most = 0;
    for (let i = 0; i < count; i++) most = Math.max(most, values[i]!);
    return most;
  });
}

function blur(field: Float32Array, columns: number, rows: number): Float32Array {
  return mapNeighbours(field, columns, rows, (values, count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += values[i]!;
    return sum / count;
  });
}

function mapNeighbours(
  field: Float32Array,
  columns: number,
  rows: number,
  decide: (values: Float32Array, count: number) => number,
): Float32Array {
  const out = new Float32Array(field.length);
  const values = new Float32Array(9);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let count = 0;
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
          values[count++] = field[y * columns + x]!;
        }
      }
      out[r * columns + c] = decide(values, count);
    }
  }
  return out;
}
