/** Codes a picture anew, in a form that PDF reads, losing no more than it had lost already. */
import sharp, { type Metadata } from 'sharp';
import { DigitizationError } from '../errors/digitization-error.ts';
import { encodeG4 } from '../imaging/g4-tiff.ts';
import { openTiff, readDirectory } from '../imaging/tiff-directory.ts';

const JPEG_QUALITY = 88;
const WHITE = '#ffffff';
const TIFF_COMPRESSION = 259;
/** Both ways of putting JPEG into a TIFF: TIFF 6.0, section 22, and Adobe's Technical Note 2. */
const TIFF_JPEG = [6, 7];

/**
 * Bilevel becomes Group 4, what JPEG has touched becomes JPEG, all else lossless PNG of 8 bits on white. EXIF
 * orientation is not applied.
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
    if (isBilevel(metadata)) {
      return await encodeG4(await onPaper.raw().toBuffer(), metadata.width, metadata.height);
    }
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
  const block = openTiff(bytes);
  const directory = block && readDirectory(block, block.firstDirectory, new Set([TIFF_COMPRESSION]));
  return TIFF_JPEG.includes(directory?.fields.get(TIFF_COMPRESSION)?.[0] ?? 0);
}
