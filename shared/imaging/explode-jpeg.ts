/** Takes a JPEG file for one page and keeps its bytes: only what is broken or foreign around the picture goes. */
import type { ExplodedPage, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';
import { recodeLossy } from './decode-page.ts';
import { swapsAxes } from './exif.ts';
import { APP0, APP1, APP2, isNamed, payloadOf } from './jpeg-markers.ts';
import { withOrientation } from './jpeg-orientation.ts';
import { plausibleDpi } from './plausible-dpi.ts';
import { checkJpeg, isUsual, type OpenedJpeg, readJpegExif } from './sound-jpeg.ts';

/** Padding of file systems and odd bytes of writers. */
const SMALL_TAIL_BYTES = 64;

/** @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`. */
export async function explodeJpeg(
  file: Uint8Array,
  limits: ExplodeLimits,
): Promise<{ page: ExplodedPage; warnings: ScanWarning[] }> {
  const jpeg = await checkJpeg(file, limits);
  const { structure } = jpeg;
  const exif = readJpegExif(jpeg);
  const warnings: ScanWarning[] = [];
  if (jpeg.irregular) warnings.push('image-irregular');
  if (exif?.damaged) warnings.push('metadata-damaged');
  if (hasForeignTail(file, jpeg)) warnings.push('trailing-data');
  const orientation = exif?.orientation ?? 1;
  const turned = swapsAxes(orientation);
  const widthPx = turned ? structure.heightPx : structure.widthPx;
  const heightPx = turned ? structure.widthPx : structure.heightPx;
  const dpi = exif?.camera ? null : plausibleDpi(readJfifDpi(jpeg) ?? exif?.dpi ?? null, widthPx, heightPx);
  if (!isUsual(structure)) {
    const encoded = await recodeLossy(jpeg.bytes, { orientation });
    return { page: { pageNumber: 1, ...encoded, dpi }, warnings };
  }
  const bytes = exif?.damaged ? withOrientation(jpeg.bytes, structure, orientation) : jpeg.bytes;
  const colour = structure.components === 3;
  return {
    page: { pageNumber: 1, bytes, mediaType: 'image/jpeg', widthPx, heightPx, dpi, colour },
    warnings,
  };
}

/** JFIF 1.02: units 1 dots an inch, 2 dots a centimetre. */
function readJfifDpi({ bytes, structure }: OpenedJpeg): number | null {
  const segment = structure.segments.find(({ marker }) => marker === APP0);
  const payload = segment && payloadOf(bytes, segment);
  if (!payload || !isNamed(payload, 'JFIF') || payload.length < 12) return null;
  const density = payload[8]! * 256 + payload[9]!;
  if (payload[7] === 1) return density;
  return payload[7] === 2 ? density * 2.54 : null;
}

/** Phones hang further pictures and films behind the first one and say so (CIPA DC-007, motion photos). */
function hasForeignTail(file: Uint8Array, { structure }: OpenedJpeg): boolean {
  const tail = file.subarray(structure.endOffset ?? file.length);
  if (tail.length <= SMALL_TAIL_BYTES || tail.every((byte) => byte === 0 || byte === 0xff)) return false;
  return !structure.segments.some((segment) => {
    const payload = payloadOf(file, segment);
    if (segment.marker === APP2) return isNamed(payload, 'MPF');
    return (
      segment.marker === APP1 && isNamed(payload, 'http://ns.adobe.com/xap/1.0/') && saysMotionPhoto(payload)
    );
  });
}

function saysMotionPhoto(xmp: Uint8Array): boolean {
  return /MotionPhoto|MicroVideo|GContainer|Container:Directory/.test(new TextDecoder('latin1').decode(xmp));
}
