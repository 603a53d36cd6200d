/** Opens a delivered picture as plain 8-bit pixels, upright by its EXIF orientation, or says what is wrong with it. */
import sharp from 'sharp';
import { DigitizationError } from '../errors/digitization-error.ts';
import type { GreyPicture, Picture } from './picture.ts';

/** Smaller than this on a side is an icon or a tracking pixel, never a page. */
const MIN_SIDE_PX = 16;

export interface PictureSize {
  /** Pixels after EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Colour without alpha: 1 for grey and bilevel, 3 for RGB, 4 for CMYK. */
  readonly colours: number;
}

/**
 * Decodes the first page of JPEG, PNG or TIFF bytes: any depth, CMYK and alpha become 8-bit sRGB or grey on white.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`.
 */
export async function decodePicture(bytes: Uint8Array, maxPixels: number): Promise<Picture> {
  const size = await measurePicture(bytes);
  const decoded = await decodeAs(size.colours === 1 ? 'b-w' : 'srgb', bytes, size, maxPixels);
  const { data, widthPx, heightPx } = decoded;
  return decoded.channels === 1
    ? { data, widthPx, heightPx, channels: 1 }
    : { data, widthPx, heightPx, channels: 3 };
}

/** As `decodePicture`, colours as bright as an eye sees them. */
export async function decodeGrey(bytes: Uint8Array, limits: { maxPixels: number }): Promise<GreyPicture> {
  const { data, widthPx, heightPx } = await decodeAs(
    'b-w',
    bytes,
    await measurePicture(bytes),
    limits.maxPixels,
  );
  return { data, widthPx, heightPx };
}

/** Reads the header alone. @throws DigitizationError `scan-damaged`. */
export async function measurePicture(bytes: Uint8Array): Promise<PictureSize> {
  try {
    const { autoOrient, channels, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { widthPx: autoOrient.width, heightPx: autoOrient.height, colours: channels - (hasAlpha ? 1 : 0) };
  } catch (cause) {
    throw new DigitizationError('scan-damaged', {}, { cause });
  }
}

async function decodeAs(
  space: 'b-w' | 'srgb',
  bytes: Uint8Array,
  { widthPx, heightPx }: PictureSize,
  maxPixels: number,
): Promise<{ data: Uint8Array; widthPx: number; heightPx: number; channels: number }> {
  if (widthPx * heightPx > maxPixels) {
    throw new DigitizationError('scan-too-many-pixels', { widthPx, heightPx, maxPixels });
  }
  if (widthPx < MIN_SIDE_PX || heightPx < MIN_SIDE_PX) {
    throw new DigitizationError('scan-too-small', { widthPx, heightPx });
  }
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace(space)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.length),
      widthPx: info.width,
      heightPx: info.height,
      channels: info.channels,
    };
  } catch (cause) {
    throw new DigitizationError('scan-damaged', { widthPx, heightPx }, { cause });
  }
}
