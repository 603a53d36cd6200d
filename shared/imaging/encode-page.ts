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
const SAMPLED_ROWS = 48;
/** Typed text with smooth edges has far fewer colours in a row, photographs and noise far more. */
const COLOURS_OF_A_PHOTOGRAPH = 2_000;
/** Against 256 shades of grey, of which a scan of white paper uses most. */
const SHADES_OF_A_PHOTOGRAPH = 200;

/** Keeps every pixel. */
export async function encodeLossless(pixels: PagePixels): Promise<EncodedPage> {
  const { widthPx, heightPx } = pixels;
  const page = dropUnusedColour(pixels);
  if (page.channels === 1 && isBilevel(page.data)) {
    const bytes = await encodeG4(page.data, widthPx, heightPx);
    return { bytes, mediaType: 'image/tiff', widthPx, heightPx, colour: false };
  }
  const bytes = await open(page).png({ compressionLevel: 6 }).toBuffer();
  return { bytes, mediaType: 'image/png', widthPx, heightPx, colour: page.channels === 3 };
}

/** For pages that a renderer drew: without loss where that is small, else as a JPEG of high quality. */
export async function encodeRendered(pixels: PagePixels): Promise<EncodedPage> {
  const page = dropUnusedColour(pixels);
  if (!looksPhotographic(page)) return encodeLossless(page);
  const bytes = await open(page).jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
  return {
    bytes,
    mediaType: 'image/jpeg',
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    colour: page.channels === 3,
  };
}

function open({ data, widthPx, heightPx, channels }: PagePixels): Sharp {
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels }, limitInputPixels: false });
  return channels === 1 ? image.toColourspace('b-w') : image;
}

function isBilevel(grey: Uint8Array): boolean {
  return grey.every((value) => value === 0 || value === 255);
}

function dropUnusedColour(pixels: PagePixels): PagePixels {
  const { data, widthPx, heightPx, channels } = pixels;
  if (channels === 1) return pixels;
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return pixels;
  }
  const grey = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 3]!;
  return { data: grey, widthPx, heightPx, channels: 1 };
}

function looksPhotographic({ data, widthPx, heightPx, channels }: PagePixels): boolean {
  const colours = new Set<number>();
  const step = Math.max(1, Math.floor(heightPx / SAMPLED_ROWS));
  for (let y = 0; y < heightPx; y += step) {
    for (let at = y * widthPx * channels; at < (y + 1) * widthPx * channels; at += channels) {
      colours.add(channels === 1 ? data[at]! : (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    }
  }
  return colours.size > (channels === 1 ? SHADES_OF_A_PHOTOGRAPH : COLOURS_OF_A_PHOTOGRAPH);
}
