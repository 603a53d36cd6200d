/** Makes the grey copy that OCR reads: seals, stamps and coloured pens fade, black print stays. */
import type { GreyPicture, Picture } from './picture.ts';

/** The brightest channel of every pixel: black is dark in all three, red or blue ink is bright in one. */
export function dropColour(picture: Picture): GreyPicture {
  const { widthPx, heightPx } = picture;
  if (picture.channels === 1) return { data: picture.data, widthPx, heightPx };
  const from = picture.data;
  const data = new Uint8Array(widthPx * heightPx);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    data[i] = Math.max(from[j]!, from[j + 1]!, from[j + 2]!);
  }
  return { data, widthPx, heightPx };
}

/** The brightness that people see (ITU-R BT.601): what a reader does that knows nothing of seals. */
export function toGrey(picture: Picture): GreyPicture {
  const { widthPx, heightPx } = picture;
  if (picture.channels === 1) return { data: picture.data, widthPx, heightPx };
  const from = picture.data;
  const data = new Uint8Array(widthPx * heightPx);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    data[i] = Math.round(0.299 * from[j]! + 0.587 * from[j + 1]! + 0.114 * from[j + 2]!);
  }
  return { data, widthPx, heightPx };
}
