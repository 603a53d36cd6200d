/** Averages a grey picture down by a whole factor: the small copies on which pages are measured. */
import type { GreyPicture } from './picture.ts';

/** Every pixel of the result is the mean of `factor` × `factor` pixels; a remainder at the right and bottom is dropped. */
export function shrink(picture: GreyPicture, factor: number): GreyPicture {
  if (factor <= 1) return picture;
  const widthPx = Math.max(1, Math.floor(picture.widthPx / factor));
  const heightPx = Math.max(1, Math.floor(picture.heightPx / factor));
  const columns = Math.min(factor, picture.widthPx);
  const rows = Math.min(factor, picture.heightPx);
  const data = new Uint8Array(widthPx * heightPx);
  const sums = new Uint32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    sums.fill(0);
    for (let row = 0; row < rows; row++) {
      let at = (y * factor + row) * picture.widthPx;
      for (let x = 0; x < widthPx; x++) {
        let sum = 0;
        for (let column = 0; column < columns; column++) sum += picture.data[at++]!;
        sums[x]! += sum;
      }
    }
    for (let x = 0; x < widthPx; x++) data[y * widthPx + x] = Math.round(sums[x]! / (columns * rows));
  }
  return { data, widthPx, heightPx };
}
