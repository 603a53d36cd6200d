/** Takes a WebP picture for one page; its pixels are kept as PNG because a PDF holds no WebP. */
import sharp, { type Metadata } from 'sharp';
import type { ExplodedPage, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { recode, recodeLossy } from './decode-page.ts';
import { toOrientation } from './exif.ts';
import { checkPictureSize } from './scan-plan.ts';

/** RIFF tag and length field. */
const RIFF_HEADER_BYTES = 8;
/** The extended header's animation flag (RFC 9649, 2.7). */
const ANIMATION_FLAG = 0x02;
const EXTENDED_FLAGS_OFFSET = 20;

/** @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`, `scan-type-animated`. */
export async function explodeWebp(
  file: Uint8Array,
  limits: ExplodeLimits,
): Promise<{ page: ExplodedPage; warnings: ScanWarning[] }> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length < RIFF_HEADER_BYTES + 4 ? 0 : RIFF_HEADER_BYTES + view.getUint32(4, true);
  if (end === 0 || end > file.length) throw new DigitizationError('scan-damaged', { reason: 'cut-short' });
  if (isAnimated(file)) throw new DigitizationError('scan-type-animated');
  const bytes = file.subarray(0, end);
  const metadata = await readMetadata(bytes);
  checkPictureSize(metadata.width, metadata.height, limits);
  const keep = isLossy(bytes) ? recodeLossy : recode;
  const page = await keep(bytes, { orientation: toOrientation(metadata.orientation) });
  const warnings: ScanWarning[] = file.subarray(end).some((byte) => byte !== 0) ? ['trailing-data'] : [];
  return { page: { pageNumber: 1, ...page, dpi: null }, warnings };
}

function isAnimated(file: Uint8Array): boolean {
  const extended = String.fromCharCode(...file.subarray(12, 16)) === 'VP8X';
  return extended && (file[EXTENDED_FLAGS_OFFSET]! & ANIMATION_FLAG) !== 0;
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw new DigitizationError('scan-damaged', { reason: 'header' }, { cause });
  }
}

/** The lossy codec's chunk is `VP8 `, the lossless one's `VP8L`. */
function isLossy(file: Uint8Array): boolean {
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes('VP8 ', 12, 'latin1');
}
