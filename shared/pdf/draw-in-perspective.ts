/** Draws a photographed page flat, as a JPEG of its frame's size: the one case in which pixels must change. */
import sharp from 'sharp';
import { apply, compose, invert, type Point, scaling } from '../domain/geometry.ts';
import type { PageFrame } from '../domain/page-text.ts';
import { decodePicture } from '../imaging/codec.ts';
import type { GreyPicture, Picture } from '../imaging/picture.ts';
import { shrink } from '../imaging/shrink.ts';
import { warp } from '../imaging/warp.ts';

const JPEG_QUALITY = 85;

/**
 * Grey stays grey, all else becomes sRGB; what lies beyond the photo is white.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`
 */
export async function drawInPerspective(
  bytes: Uint8Array,
  frame: PageFrame,
  maxPixels: number,
): Promise<Uint8Array> {
  const photo = await decodePicture(bytes, maxPixels);
  const { channels } = photo;
  const factor = shrinkFactor(frame);
  const drawn = new Uint8Array(frame.widthPx * frame.heightPx * channels);
  for (let channel = 0; channel < channels; channel++) {
    const plane = shrink(takePlane(photo, channel), factor);
    const toFrame = compose(scaling(factor), frame.fromImage);
    const flat = warp(plane, toFrame, frame.widthPx, frame.heightPx);
    for (let i = 0; i < flat.data.length; i++) drawn[i * channels + channel] = flat.data[i]!;
  }
  const raw = { width: frame.widthPx, height: frame.heightPx, channels } as const;
  return sharp(drawn, { raw, limitInputPixels: maxPixels })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
    .toBuffer();
}

function takePlane(picture: Picture, channel: number): GreyPicture {
  const { data, widthPx, heightPx, channels } = picture;
  if (channels === 1) return picture;
  const plane = new Uint8Array(widthPx * heightPx);
  for (let i = 0, at = channel; i < plane.length; i++, at += channels) plane[i] = data[at]!;
  return { data: plane, widthPx, heightPx };
}

/** Photo pixels along a frame pixel's side at the middle of the page: sampling fewer than half of them would flicker. */
function shrinkFactor(frame: PageFrame): number {
  const back = invert(frame.fromImage);
  const { x, y } = { x: frame.widthPx / 2, y: frame.heightPx / 2 };
  const here = apply(back, { x, y });
  const across = distance(here, apply(back, { x: x + 1, y }));
  const down = distance(here, apply(back, { x, y: y + 1 }));
  return Math.max(1, Math.floor(Math.min(across, down)));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
