/** Decodes a delivered picture of any kind into page pixels, upright and on white, and codes them for keeping. */
import sharp, { type Sharp } from 'sharp';
import { DigitizationError } from '../errors/digitization-error.ts';
import { type EncodedPage, encodeCompact, encodeLossless, type PagePixels } from './encode-page.ts';
import type { Orientation } from './exif.ts';

export interface DecodeOptions {
  readonly orientation?: Orientation;
  /** Page of a TIFF, from 0. */
  readonly directory?: number;
  /** How much taller than coded the picture is: fax pages have pixels that are not square. */
  readonly stretchRows?: number;
}

/**
 * Every pixel is kept; depths above 8 bits are reduced, CMYK becomes sRGB, alpha is laid on white.
 * @throws DigitizationError `scan-damaged`.
 */
export async function recode(bytes: Uint8Array, options: DecodeOptions = {}): Promise<EncodedPage> {
  return encodeLossless(await decodePage(bytes, options));
}

/** For pictures that were compressed with loss before. @throws DigitizationError `scan-damaged`. */
export async function recodeLossy(bytes: Uint8Array, options: DecodeOptions = {}): Promise<EncodedPage> {
  return encodeCompact(await decodePage(bytes, options));
}

async function decodePage(
  bytes: Uint8Array,
  { orientation = 1, directory = 0, stretchRows = 1 }: DecodeOptions,
) {
  try {
    const input = {
      page: directory,
      limitInputPixels: false,
      failOn: 'error',
      sequentialRead: true,
    } as const;
    const metadata = await sharp(bytes, input).metadata();
    const grey = metadata.channels - (metadata.hasAlpha ? 1 : 0) === 1;
    let image = sharp(bytes, input).flatten({ background: '#ffffff' });
    if (stretchRows !== 1) {
      const height = Math.round((metadata.pageHeight ?? metadata.height) * stretchRows);
      image = image.resize({ width: metadata.width, height, fit: 'fill', kernel: 'nearest' });
    }
    const { data, info } = await orient(image, orientation)
      .toColourspace(grey ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const channels: 1 | 3 = info.channels === 1 ? 1 : 3;
    return { data, widthPx: info.width, heightPx: info.height, channels };
  } catch (cause) {
    throw new DigitizationError('scan-damaged', { reason: 'picture-data' }, { cause });
  }
}

/** Turns pixels upright by quarter turns and mirroring alone. */
export async function turnPixels(pixels: PagePixels, orientation: Orientation): Promise<PagePixels> {
  if (orientation === 1) return pixels;
  const { data: stored, widthPx: width, heightPx: height, channels } = pixels;
  const image = sharp(stored, { raw: { width, height, channels }, limitInputPixels: false });
  const turned = orient(channels === 1 ? image.toColourspace('b-w') : image, orientation);
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height, channels };
}

/** Turns and mirrors stored pixels upright; sharp mirrors before it turns, in whatever order it is told. */
function orient(image: Sharp, orientation: Orientation): Sharp {
  switch (orientation) {
    case 1:
      return image;
    case 2:
      return image.flop();
    case 3:
      return image.rotate(180);
    case 4:
      return image.flip();
    case 5:
      return image.rotate(90).flip();
    case 6:
      return image.rotate(90);
    case 7:
      return image.rotate(90).flop();
    case 8:
      return image.rotate(270);
  }
}
