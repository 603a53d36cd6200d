/** Takes a PNG file for one page: its own bytes where they are plain, else the same pixels without alpha or depth. */
import type { ExplodedPage, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { recode } from './decode-page.ts';
import { type ExifFacts, readExif } from './exif.ts';
import { plausibleDpi } from './plausible-dpi.ts';
import { type PngStructure, readPngSize, readPngStructure } from './png-chunks.ts';
import { readToTheEnd } from './read-to-the-end.ts';
import { checkPictureSize } from './scan-plan.ts';

const INCHES_PER_METRE = 39.3701;

/** @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`, `scan-type-animated`. */
export async function explodePng(
  file: Uint8Array,
  limits: ExplodeLimits,
): Promise<{ page: ExplodedPage; warnings: ScanWarning[] }> {
  const size = readPngSize(file);
  if (size !== null) checkPictureSize(size.widthPx, size.heightPx, limits);
  const png = readPngStructure(file);
  if (png === null) throw new DigitizationError('scan-damaged', { reason: 'chunks' });
  if (png.animated) throw new DigitizationError('scan-type-animated');
  const bytes = file.subarray(0, png.endOffset);
  const exif = png.exif && readExif(png.exif);
  const warnings: ScanWarning[] = [];
  if (png.metadataDamaged || exif?.damaged) warnings.push('metadata-damaged');
  if (file.subarray(png.endOffset).some((byte) => byte !== 0)) warnings.push('trailing-data');
  const picture = isPlain(png, exif)
    ? await keepBytes(bytes, png)
    : await recode(bytes, { orientation: exif?.orientation ?? 1 });
  const declared = png.pixelsPerMetre === null ? null : png.pixelsPerMetre / INCHES_PER_METRE;
  const dpi = exif?.camera ? null : plausibleDpi(declared, picture.widthPx, picture.heightPx);
  return { page: { pageNumber: 1, ...picture, dpi }, warnings };
}

function isPlain(png: PngStructure, exif: ExifFacts | null): boolean {
  return (
    !png.transparent && png.bitsPerChannel <= 8 && !png.metadataDamaged && (exif?.orientation ?? 1) === 1
  );
}

async function keepBytes(bytes: Uint8Array, png: PngStructure) {
  const complaint = await readToTheEnd(bytes, png.widthPx, png.heightPx);
  if (complaint !== null) throw new DigitizationError('scan-damaged', { reason: 'picture-data' });
  const { widthPx, heightPx } = png;
  return { bytes, mediaType: 'image/png' as const, widthPx, heightPx, colour: png.colourType !== 0 };
}
