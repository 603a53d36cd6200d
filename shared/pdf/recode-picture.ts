/** Codes a picture anew, in a form that PDF reads, losing no more than it had lost already. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { DigitizationError } from '../errors/digitization-error.ts';
import { readTiffTags, TIFF_TAG } from './tiff-tags.ts';

const JPEG_QUALITY = 88;
const WHITE = '#ffffff';
/** Both ways of putting JPEG into a TIFF: TIFF 6.0, section 22, and Adobe's Technical Note 2. */
const TIFF_JPEG = [6, 7];

/**
 * Bilevel becomes Group 4, what JPEG has touched becomes JPEG, all else lossless PNG of 8 bits on white. EXIF
 * orientation is not applied; white may be added at the right and below.
 * @throws DigitizationError `scan-damaged`
 */
export async function recodePicture(
  bytes: Uint8Array,
  metadata: Metadata,
  maxPixels: number,
): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
  const colours = metadata.channels - (metadata.hasAlpha ? 1 : 0);
  const onPaper = picture.flatten({ background: WHITE }).toColourspace(colours === 1 ? 'b-w' : 'srgb');
  try {
    if (isBilevel(metadata)) return await codeG4(onPaper, metadata);
    if (isLossy(bytes, metadata)) return await onPaper.jpeg({ quality: JPEG_QUALITY }).toBuffer();
    return await onPaper.png({ adaptiveFiltering: true }).toBuffer();
  } catch (cause) {
    throw new DigitizationError('scan-damaged', { bytes: bytes.length }, { cause });
  }
}

function isBilevel(metadata: Metadata): boolean {
  return metadata.bitsPerSample === 1 && metadata.channels === 1 && !metadata.isPalette;
}

function isLossy(bytes: Uint8Array, metadata: Metadata): boolean {
  if (metadata.format === 'jpeg') return true;
  return TIFF_JPEG.includes(readTiffTags(bytes)?.get(TIFF_TAG.compression) ?? 0);
}

/** PDF wants one run of fax data; libtiff gives that for a single tile, and a tile's sides are multiples of 16. */
function codeG4(picture: Sharp, { width, height }: Metadata): Promise<Uint8Array> {
  const right = -width & 15;
  const bottom = -height & 15;
  return picture
    .extend({ right, bottom, background: WHITE })
    .tiff({
      compression: 'ccittfax4',
      bitdepth: 1,
      tile: true,
      tileWidth: width + right,
      tileHeight: height + bottom,
    })
    .toBuffer();
}
