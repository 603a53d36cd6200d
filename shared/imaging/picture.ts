/** Plain pixel arrays that every imaging step takes and gives: 8 bits, row by row, no padding. */
import type { Box } from '../domain/geometry.ts';

export type { GreyPicture } from '../ports/ocr-engine.ts';

import type { GreyPicture } from '../ports/ocr-engine.ts';

/** 8-bit sRGB, three bytes a pixel, row by row, no padding. */
export interface RgbPicture {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A decoded scan: `channels` says which of the two it is, so that grey scans never pay for colour. */
export type Picture = (GreyPicture & { readonly channels: 1 }) | (RgbPicture & { readonly channels: 3 });

export function blankGrey(widthPx: number, heightPx: number, value = 255): GreyPicture {
  return { data: new Uint8Array(widthPx * heightPx).fill(value), widthPx, heightPx };
}

/** Copies an upright part of a picture; the part is clamped to the picture. */
export function cropGrey(picture: GreyPicture, box: Box): GreyPicture {
  const left = Math.min(picture.widthPx - 1, Math.max(0, Math.floor(box.x)));
  const top = Math.min(picture.heightPx - 1, Math.max(0, Math.floor(box.y)));
  const widthPx = Math.max(1, Math.min(picture.widthPx, Math.ceil(box.x + box.width)) - left);
  const heightPx = Math.max(1, Math.min(picture.heightPx, Math.ceil(box.y + box.height)) - top);
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const from = (top + y) * picture.widthPx + left;
    data.set(picture.data.subarray(from, from + widthPx), y * widthPx);
  }
  return { data, widthPx, heightPx };
}

/** Whitens upright parts of a picture, in place. */
export function eraseBoxes(picture: GreyPicture, boxes: readonly Box[]): void {
  for (const box of boxes) {
    const left = Math.max(0, Math.floor(box.x));
    const right = Math.min(picture.widthPx, Math.ceil(box.x + box.width));
    const bottom = Math.min(picture.heightPx, Math.ceil(box.y + box.height));
    for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y++) {
      if (right > left) picture.data.fill(255, y * picture.widthPx + left, y * picture.widthPx + right);
    }
  }
}

/** Binary PGM (netpbm P5): the plainest container that every OCR engine reads, without any compression. */
export function encodePgm(picture: GreyPicture): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${picture.widthPx} ${picture.heightPx}\n255\n`);
  const bytes = new Uint8Array(header.length + picture.data.length);
  bytes.set(header);
  bytes.set(picture.data, header.length);
  return bytes;
}
