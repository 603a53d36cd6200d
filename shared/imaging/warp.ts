/** Resamples a grey picture through a plane transform: one interpolation from delivered pixels to the engine's copy. */
import { invert, isAffine, type Transform } from '../domain/geometry.ts';
import { blankGrey, type GreyPicture } from './picture.ts';

const STEPS = 64;
/** Catmull-Rom weights of the four neighbours for every 64th of a pixel. */
const WEIGHTS = Float32Array.from({ length: (STEPS + 1) * 4 }, (_, i) => {
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
  const out = blankGrey(widthPx, heightPx, fill);
  const [a, b, c, d, e, f, g, h, i] = invert(toTarget);
  const flat = isAffine(toTarget);
  const { data, widthPx: width, heightPx: height } = picture;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const px = x + 0.5;
      const py = y + 0.5;
      const w = flat ? i : g * px + h * py + i;
      const u = (a * px + b * py + c) / w - 0.5;
      const v = (d * px + e * py + f) / w - 0.5;
      if (!(u > -1 && v > -1 && u < width && v < height)) continue;
      const left = Math.floor(u);
      const top = Math.floor(v);
      const wu = Math.round((u - left) * STEPS) * 4;
      const wv = Math.round((v - top) * STEPS) * 4;
      let sum = 0;
      for (let row = 0; row < 4; row++) {
        const sy = Math.min(height - 1, Math.max(0, top - 1 + row)) * width;
        let across: number;
        if (left >= 1 && left + 2 < width) {
          const at = sy + left - 1;
          across =
            data[at]! * WEIGHTS[wu]! +
            data[at + 1]! * WEIGHTS[wu + 1]! +
            data[at + 2]! * WEIGHTS[wu + 2]! +
            data[at + 3]! * WEIGHTS[wu + 3]!;
        } else {
          across = 0;
          for (let k = 0; k < 4; k++) {
            across += data[sy + Math.min(width - 1, Math.max(0, left - 1 + k))]! * WEIGHTS[wu + k]!;
          }
        }
        sum += across * WEIGHTS[wv + row]!;
      }
      out.data[y * widthPx + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5;
    }
  }
  return out;
}
