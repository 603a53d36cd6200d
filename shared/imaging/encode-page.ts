/** Codes the pixels of a page for keeping: Group 4 for black and white, PNG without loss, JPEG for drawn photographs. */
import sharp, { type Sharp } from 'sharp';
import { encodeG4 } from './g4-tiff.ts';

export interface PagePixels {
  /** 8 bits a channel, row by row, no padding. */
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
}

export interface EncodedPage {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/tiff';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colour: boolean;
}

/** Nothing to be seen against the original at reading size; kept for pictures that a renderer has resampled anyway. */
const JPEG_QUALITY = 90;
/** Typed text with smooth edges takes half of it, photographs ten times as much. */
const CHEAP_BYTES_PER_PIXEL = 0.1;
const WORTH_A_LOSS = 2.5;
const BANDS = 8;
const BAND_ROWS = 32;

/** Keeps every pixel. */
export async function encodeLossless(pixels: PagePixels): Promise<EncodedPage> {
  const { widthPx, heightPx } = pixels;
  const page = dropUnusedColour(pixels);
  if (page.channels === 1 && isBilevel(page.data)) {
    const bytes = await encodeG4(page.data, widthPx, heightPx);
    return { bytes, mediaType: 'image/tiff', widthPx, heightPx, colour: false };
  }
  const bytes = await encodePng(page);
  return { bytes, mediaType: 'image/png', widthPx, heightPx, colour: page.channels === 3 };
}

/** For pixels that were drawn, or lost detail before: without loss unless a JPEG of high quality is far smaller. */
export async function encodeCompact(pixels: PagePixels): Promise<EncodedPage> {
  const page = dropUnusedColour(pixels);
  if (!(await isPhotographic(page))) return encodeLossless(page);
  const { widthPx, heightPx, channels } = page;
  return {
    bytes: await encodeJpeg(page),
    mediaType: 'image/jpeg',
    widthPx,
    heightPx,
    colour: channels === 3,
  };
}

/** Judged by bands of the page: coding all of it twice would cost more than drawing it. */
async function isPhotographic(page: PagePixels): Promise<boolean> {
  const sample = takeBands(page);
  const kept = (await encodePng(sample)).length;
  if (kept <= sample.widthPx * sample.heightPx * CHEAP_BYTES_PER_PIXEL) return false;
  return (await encodeJpeg(sample)).length * WORTH_A_LOSS < kept;
}

function takeBands({ data, widthPx, heightPx, channels }: PagePixels): PagePixels {
  const rowBytes = widthPx * channels;
  const bandRows = Math.min(BAND_ROWS, heightPx);
  const bands = Array.from({ length: BANDS }, (_, index) => {
    const top = Math.floor(((heightPx - bandRows) * index) / (BANDS - 1));
    return data.subarray(top * rowBytes, (top + bandRows) * rowBytes);
  });
  return { data: Buffer.concat(bands), widthPx, heightPx: bandRows * BANDS, channels };
}

function encodePng(pixels: PagePixels): Promise<Buffer> {
  return open(pixels).png({ compressionLevel: 6 }).toBuffer();
}

function encodeJpeg(pixels: PagePixels): Promise<Buffer> {
  return open(pixels).jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

function open({ data, widthPx, heightPx, channels }: PagePixels): Sharp {
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels }, limitInputPixels: false });
  return channels === 1 ? image.toColourspace('b-w') : image;
}

function isBilevel(grey: Uint8Array): boolean {
  return grey.every((value) => value === 0 || value === 255);
}

/** Three equal channels are one. */
export function dropUnusedColour(pixels: PagePixels): PagePixels {
  const { data, widthPx, heightPx, channels } = pixels;
  if (channels === 1) return pixels;
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return pixels;
  }
  const grey = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 3]!;
  return { data: grey, widthPx, heightPx, channels: 1 };
}
