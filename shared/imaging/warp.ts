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
  // A quarter turn has no row to start from: its columns are the rows of the source.
  const isUpright = isAffine(toTarget) && Math.abs(back[4]) > Math.abs(back[3]);
  return isUpright
    ? resampleTwice(picture, back, widthPx, heightPx, fill)
    : fetchPixels(picture, back, widthPx, heightPx, fill);
}

/** Places along a row or column are counted in 65,536ths of a pixel, weights in 16,384ths: whole numbers are quick. */
const PLACE_BITS = 16;
const ONE_PIXEL = 1 << PLACE_BITS;
const WEIGHT_BITS = 14;
const HALF_WEIGHT = 1 << (WEIGHT_BITS - 1);
const WHOLE_WEIGHTS = Int32Array.from(WEIGHTS.subarray(0, STEPS * 4), (weight) =>
  Math.round(weight * (1 << WEIGHT_BITS)),
);

/**
 * First along the rows, then along the columns (Catmull and Smith 1980): eight neighbours for each pixel, not sixteen.
 * The second pass fetches row v at column x, so the first finds which u that row has there.
 */
function resampleTwice(
  picture: GreyPicture,
  [a, b, c, d, e, f, , , i]: Transform,
  widthPx: number,
  heightPx: number,
  fill: number,
): GreyPicture {
  const { widthPx: width, heightPx: height } = picture;
  const rows = blankGrey(widthPx, height, fill);
  const perPixel = (a - (b * d) / e) / i;
  for (let y = 0; y < height; y++) {
    const first = perPixel / 2 + (b / e) * (y + 0.5) + (c - (b * f) / e) / i - 0.5;
    const source = picture.data.subarray(y * width, (y + 1) * width);
    resampleRow(source, rows.data.subarray(y * widthPx, (y + 1) * widthPx), first, perPixel);
  }
  const out = blankGrey(widthPx, heightPx, fill);
  for (let y = 0; y < heightPx; y++) {
    const first = (d / 2 + e * (y + 0.5) + f) / i - 0.5;
    resampleAcross(rows, out.data.subarray(y * widthPx, (y + 1) * widthPx), first, d / i);
  }
  return out;
}

function resampleRow(source: Uint8Array, target: Uint8Array, first: number, step: number): void {
  const last = source.length - 1;
  const stepPlace = Math.round(step * ONE_PIXEL);
  let place = startPlace(first);
  for (let x = 0; x < target.length; x++, place += stepPlace) {
    const at = place >> PLACE_BITS;
    const w = weightsAt(place);
    if (at >= 1 && at + 2 <= last) {
      target[x] = weigh(source[at - 1]!, source[at]!, source[at + 1]!, source[at + 2]!, w);
    } else if (at >= -1 && at <= last) {
      const near = (k: number) => source[hold(at + k, last)]!;
      target[x] = weigh(near(-1), near(0), near(1), near(2), w);
    }
  }
}

/** One target row out of the columns of `rows`; the place in the column changes by `step` from pixel to pixel. */
function resampleAcross(rows: GreyPicture, target: Uint8Array, first: number, step: number): void {
  const { data, widthPx, heightPx } = rows;
  const last = heightPx - 1;
  const stepPlace = Math.round(step * ONE_PIXEL);
  let place = startPlace(first);
  for (let x = 0; x < widthPx; x++, place += stepPlace) {
    const at = place >> PLACE_BITS;
    const w = weightsAt(place);
    if (at >= 1 && at + 2 <= last) {
      const p = at * widthPx + x;
      target[x] = weigh(data[p - widthPx]!, data[p]!, data[p + widthPx]!, data[p + 2 * widthPx]!, w);
    } else if (at >= -1 && at <= last) {
      const near = (k: number) => data[hold(at + k, last) * widthPx + x]!;
      target[x] = weigh(near(-1), near(0), near(1), near(2), w);
    }
  }
}

/** Half a step of the weights is added once, so that cutting digits off rounds to the nearest step. */
function startPlace(first: number): number {
  return Math.round(first * ONE_PIXEL) + ONE_PIXEL / STEPS / 2;
}

function weightsAt(place: number): number {
  return ((place & (ONE_PIXEL - 1)) >> (PLACE_BITS - 6)) * 4;
}

function weigh(v0: number, v1: number, v2: number, v3: number, w: number): number {
  const sum =
    v0 * WHOLE_WEIGHTS[w]! +
    v1 * WHOLE_WEIGHTS[w + 1]! +
    v2 * WHOLE_WEIGHTS[w + 2]! +
    v3 * WHOLE_WEIGHTS[w + 3]!;
  const value = (sum + HALF_WEIGHT) >> WEIGHT_BITS;
  return value < 0 ? 0 : Math.min(value, 255);
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
          : data[sy + hold(left - 1, width - 1)]! * a0 +
            data[sy + hold(left, width - 1)]! * a1 +
            data[sy + hold(left + 1, width - 1)]! * a2 +
            data[sy + hold(left + 2, width - 1)]! * a3;
        sum += across * WEIGHTS[wv + row]!;
      }
      target[at] = sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5;
    }
  }
  return out;
}

function hold(place: number, last: number): number {
  return place < 0 ? 0 : Math.min(place, last);
}
