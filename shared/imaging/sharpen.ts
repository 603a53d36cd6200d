/** Brings back what the optics spread into neighbouring pixels: unsharp masking with a square surrounding. */
import { averageAlong } from './mean-filter.ts';
import type { GreyPicture } from './picture.ts';

/** `reachPx` about as wide as the finest detail; `amount` 2 undoes a blur of about that width and triples the noise. */
export function sharpen(picture: GreyPicture, reachPx: number, amount: number): GreyPicture {
  const { data, widthPx, heightPx } = picture;
  const across = new Float32Array(data);
  for (let y = 0; y < heightPx; y++) averageAlong(across, y * widthPx, 1, widthPx, reachPx);
  for (let x = 0; x < widthPx; x++) averageAlong(across, x, widthPx, heightPx, reachPx);
  const sharp = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i++) sharp[i] = data[i]! + amount * (data[i]! - across[i]!);
  return { data: new Uint8Array(sharp.buffer), widthPx, heightPx };
}
