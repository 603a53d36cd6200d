/** Resamples a grey picture through a plane transform: one interpolation from delivered pixels to the engine's copy. */
import { invert, isAffine, type Transform } from '../domain/geometry.ts';
import { blankGrey, type GreyPicture } from './picture.ts';

const STEPS = 64;
/** Catmull-Rom weights of the four neighbours for every 64th of a pixel. */
const WEIGHTS = Float64Array.from({ length: (STEPS + 1) * 4 }, (_, i) => {
  const t = Math.floor(i / 4) / STEPS;
  switch (i % 4) {
    case 0:
      return ((-0.5 * t + 1) * t - 0.5) * t;
    case 1:
      return (1.5 * t - 2.5) * t * t + 1;
    case 2:
      return ((-1.5 * t + 2) * t + 0.5) * t;
    default:
      return (0.5 * t - 0.5) * t * t;
  }
});

/**
 * Gives a `widthPx` × `heightPx` picture whose pixels `toTarget` fetches from `picture`; outside of it is `fill`.
 * Not meant for shrinking to less than half: shrink first.
 */
export function warp(
  picture: GreyPicture,
  toTarget: Transform,
  widthPx: number,
  heightPx: number,
  fill = 255,
): GreyPicture {
  const back = invert(toTarget);
  const isScaling = isAffine(toTarget) && back[1] === 0 && back[3] === 0;
  return isScaling
    ? scaleRows(picture, back, widthPx, heightPx, fill)
    : fetchPixels(picture, back, widthPx, heightPx, fill);
}

/** Where nothing is turned, rows and columns are interpolated one after the other: a fraction of the work. */
function scaleRows(
  { data, widthPx: width, heightPx: height }: GreyPicture,
  [a, , c, , e, f, , , i]: Transform,
  widthPx: number,
  heightPx: number,
  fill: number,
): GreyPicture {
  const out = blankGrey(widthPx, heightPx, fill);
  const columns = neighboursOf(widthPx, a / i, c / i, width);
  const rows = neighboursOf(heightPx, e / i, f / i, height);
  // Rows of the source already interpolated across, by their number: neighbours share three of four.
  const kept = Array.from({ length: 4 }, () => ({ row: -1, values: new Float64Array(widthPx) }));
  const across = (row: number): Float64Array => {
    const slot = kept[row % 4]!;
    if (slot.row !== row) {
      slot.row = row;
      interpolateRow(data.subarray(row * width, (row + 1) * width), columns, slot.values);
    }
    return slot.values;
  };
  for (let y = 0; y < heightPx; y++) {
    if (rows.weights[y]! < 0) continue;
    const [r0, r1, r2, r3] = [0, 1, 2, 3].map((k) => across(rows.places[y * 4 + k]!));
    const [w0, w1, w2, w3] = WEIGHTS.subarray(rows.weights[y]!, rows.weights[y]! + 4);
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      if (columns.weights[x]! < 0) continue;
      const sum = r0![x]! * w0! + r1![x]! * w1! + r2![x]! * w2! + r3![x]! * w3!;
      out.data[at] = sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5;
    }
  }
  return out;
}

interface Neighbours {
  /** Four for each target pixel, held inside the source. */
  readonly places: Int32Array;
  /** Index into `WEIGHTS`, or -1 for a pixel outside of the source. */
  readonly weights: Int32Array;
}

function neighboursOf(length: number, scale: number, shift: number, sourceLength: number): Neighbours {
  const places = new Int32Array(length * 4);
  const weights = new Int32Array(length).fill(-1);
  for (let x = 0; x < length; x++) {
    const u = scale * (x + 0.5) + shift - 0.5;
    if (!(u > -1 && u < sourceLength)) continue;
    const first = Math.floor(u);
    weights[x] = Math.round((u - first) * STEPS) * 4;
    for (let k = 0; k < 4; k++) {
      places[x * 4 + k] = Math.min(sourceLength - 1, Math.max(0, first - 1 + k));
    }
  }
  return { places, weights };
}

function interpolateRow(source: Uint8Array, { places, weights }: Neighbours, values: Float64Array): void {
  for (let x = 0; x < values.length; x++) {
    const w = weights[x]!;
    if (w < 0) continue;
    const at = x * 4;
    values[x] =
      source[places[at]!]! * WEIGHTS[w]! +
      source[places[at + 1]!]! * WEIGHTS[w + 1]! +
      source[places[at + 2]!]! * WEIGHTS[w + 2]! +
      source[places[at + 3]!]! * WEIGHTS[w + 3]!;
  }
}

function fetchPixels(
  { data, widthPx: width, heightPx: height }: GreyPicture,
  [a, b, c, d, e, f, g, h, i]: Transform,
  widthPx: number,
  heightPx: number,
  fill: number,
): GreyPicture {
  const out = blankGrey(widthPx, heightPx, fill);
  const target = out.data;
  for (let y = 0; y < heightPx; y++) {
    const py = y + 0.5;
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      const px = x + 0.5;
      const w = g * px + h * py + i;
      const u = (a * px + b * py + c) / w - 0.5;
      const v = (d * px + e * py + f) / w - 0.5;
      if (!(u > -1 && v > -1 && u < width && v < height)) continue;
      const left = Math.floor(u);
      const top = Math.floor(v);
      const wu = Math.round((u - left) * STEPS) * 4;
      const wv = Math.round((v - top) * STEPS) * 4;
      const a0 = WEIGHTS[wu]!;
      const a1 = WEIGHTS[wu + 1]!;
      const a2 = WEIGHTS[wu + 2]!;
      const a3 = WEIGHTS[wu + 3]!;
      const isInside = left >= 1 && left + 2 < width && top >= 1 && top + 2 < height;
      let sum = 0;
      for (let row = 0; row < 4; row++) {
        const sy = isInside
          ? (top - 1 + row) * width
          : Math.min(height - 1, Math.max(0, top - 1 + row)) * width;
        const p = sy + left - 1;
        const across = isInside
          ? data[p]! * a0 + data[p + 1]! * a1 + data[p + 2]! * a2 + data[p + 3]! * a3
          : data[sy + hold(left - 1, width)]! * a0 +
            data[sy + hold(left, width)]! * a1 +
            data[sy + hold(left + 1, width)]! * a2 +
            data[sy + hold(left + 2, width)]! * a3;
        sum += across * WEIGHTS[wv + row]!;
      }
      target[at] = sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5;
    }
  }
  return out;
}

function hold(place: number, length: number): number {
  return place < 0 ? 0 : place >= length ? length - 1 : place;
}
