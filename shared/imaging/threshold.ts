/** Finds the grey level between ink and paper. */
import type { GreyPicture } from './picture.ts';

/** Otsu 1979: the level that best parts the histogram in two; pixels below it are ink. */
export function findInkLevel(picture: GreyPicture): number {
  const { data } = picture;
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) histogram[data[i]!]!++;
  let total = 0;
  for (let v = 0; v < 256; v++) total += v * histogram[v]!;
  let best = 128;
  let bestSpread = 0;
  let dark = 0;
  let darkSum = 0;
  for (let v = 0; v < 255; v++) {
    dark += histogram[v]!;
    darkSum += v * histogram[v]!;
    const light = data.length - dark;
    if (dark === 0 || light === 0) continue;
    const apart = darkSum / dark - (total - darkSum) / light;
    const spread = dark * light * apart * apart;
    if (spread > bestSpread) {
      bestSpread = spread;
      best = v + 1;
    }
  }
  return best;
}

/** 1 where the picture is darker than `level`, else 0. */
export function inkMask(picture: GreyPicture, level: number): Uint8Array {
  const { data } = picture;
  const mask = new Uint8Array(data.length);
  for (let i = 0; i < mask.length; i++) mask[i] = data[i]! < level ? 1 : 0;
  return mask;
}
