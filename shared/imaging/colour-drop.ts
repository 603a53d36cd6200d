/** Makes the grey copy that OCR reads: seals, stamps and coloured pens fade, black print stays. */
import type { GreyPicture, Picture } from './picture.ts';

/** The brightest channel of every pixel: black is dark in all three, red or blue ink is bright in one. */
export function dropColour(picture: Picture): GreyPicture {
  const { widthPx, heightPx } = picture;
  if (picture.channels === 1) return { data: picture.data, widthPx, heightPx };
  const from = picture.data;
  const data = new Uint8Array(widthPx * heightPx);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    const red = from[j]!;
    const green = from[j + 1]!;
    const blue = from[j + 2]!;
    const brightest = red > green ? red : green;
    data[i] = brightest > blue ? brightest : blue;
  }
  return { data, widthPx, heightPx };
}
