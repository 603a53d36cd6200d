/** Hands out the pages of a TIFF file: fax strips and JPEG strips as they are, everything else as the same pixels. */
import type { ExplodedPage, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { recode } from './decode-page.ts';
import { swapsAxes } from './exif.ts';
import { decodeG4, reverseBits, wrapG4 } from './g4-tiff.ts';
import { withOrientation } from './jpeg-orientation.ts';
import { warnOfSize } from './page-warnings.ts';
import { plausibleDpi } from './plausible-dpi.ts';
import { checkPageCount, checkPictureSize, type ScanPlan } from './scan-plan.ts';
import { checkJpeg, isUsual } from './sound-jpeg.ts';
import { joinTiffJpeg } from './tiff-jpeg.ts';
import { listTiffPages, type TiffPage } from './tiff-pages.ts';

const COMPRESSION_G4 = 4;
/** None, fax, LZW, JPEG, Deflate, PackBits: TIFF 6.0 and its first supplement; the first JPEG of 1992 (6) is not. */
const READ_COMPRESSIONS = new Set([1, 2, 3, 4, 5, 7, 8, 32_773, 32_946]);
const MAX_CHANNELS = 8;
/** Fax machines send 204 dots across and 98 or 196 rows down (ITU-T T.30). */
const SQUARE_ENOUGH = 1.15;
/** Thumbnails beside pages are rare: more directories than this many times the pages are an attack. */
const DIRECTORIES_PER_PAGE = 2;

/** @throws DigitizationError `scan-damaged`, `scan-too-many-pages`, `scan-too-many-pixels`, `scan-too-small`, `scan-no-pages`. */
export function planTiff(bytes: Uint8Array, limits: ExplodeLimits): ScanPlan {
  const pages = listTiffPages(bytes, limits.maxPages * DIRECTORIES_PER_PAGE);
  checkPageCount(pages.length, limits);
  for (const page of pages) {
    checkPictureSize(page.widthPx, page.heightPx * stretchOf(page), limits);
    if (!READ_COMPRESSIONS.has(page.compression)) {
      throw new DigitizationError('scan-type-unknown', { tiffCompression: page.compression });
    }
    if (page.samplesPerPixel > MAX_CHANNELS) {
      throw new DigitizationError('scan-damaged', { channels: page.samplesPerPixel });
    }
  }
  const warnings = pages.flatMap((page): ScanWarning[] => warnOfSize(...shownSize(page), dpiOf(page)));
  return {
    mediaType: 'image/tiff',
    pageCount: pages.length,
    signed: false,
    warnings,
    pages: handOut(bytes, pages, limits),
  };
}

async function* handOut(
  bytes: Uint8Array,
  pages: readonly TiffPage[],
  limits: ExplodeLimits,
): AsyncGenerator<ExplodedPage> {
  for (const [index, page] of pages.entries()) {
    const picture =
      (await keepG4(bytes, page)) ?? (await keepJpeg(bytes, page, limits)) ?? (await decode(bytes, page));
    yield { pageNumber: index + 1, ...picture, dpi: dpiOf(page) };
  }
}

async function keepG4(bytes: Uint8Array, page: TiffPage) {
  const part = page.parts[0]!;
  const plain =
    page.orientation === 1 && stretchOf(page) === 1 && page.t6Options === 0 && page.photometric <= 1;
  if (page.compression !== COMPRESSION_G4 || page.parts.length !== 1 || page.tiled || !plain) return null;
  const strip = bytes.subarray(part.offset, part.offset + part.length);
  const { widthPx, heightPx } = page;
  const data = page.fillOrder === 2 ? reverseBits(strip) : strip;
  const wrapped = wrapG4({ widthPx, heightPx, data, blackIsZero: page.photometric === 1 });
  if ((await decodeG4(wrapped)) === null) {
    throw new DigitizationError('scan-damaged', { reason: 'picture-data', directory: page.directory });
  }
  return { bytes: wrapped, mediaType: 'image/tiff' as const, widthPx, heightPx, colour: false };
}

async function keepJpeg(bytes: Uint8Array, page: TiffPage, limits: ExplodeLimits) {
  const joined = stretchOf(page) === 1 ? joinTiffJpeg(bytes, page) : null;
  if (joined === null) return null;
  const jpeg = await checkJpeg(joined, limits);
  const { widthPx, heightPx, components } = jpeg.structure;
  if (!isUsual(jpeg.structure) || widthPx !== page.widthPx || heightPx !== page.heightPx) return null;
  const [width, height] = shownSize(page);
  return {
    bytes: withOrientation(jpeg.bytes, jpeg.structure, page.orientation),
    mediaType: 'image/jpeg' as const,
    widthPx: width,
    heightPx: height,
    colour: components === 3,
  };
}

function decode(bytes: Uint8Array, page: TiffPage) {
  const { directory, orientation } = page;
  return recode(bytes, { directory, orientation, stretchRows: stretchOf(page) });
}

/** How many rows of the shown page one coded row stands for. */
function stretchOf({ xDpi, yDpi }: TiffPage): number {
  if (xDpi === null || yDpi === null) return 1;
  const ratio = xDpi / yDpi;
  return ratio > SQUARE_ENOUGH && ratio < 4 ? ratio : 1;
}

function shownSize(page: TiffPage): [widthPx: number, heightPx: number] {
  const heightPx = Math.round(page.heightPx * stretchOf(page));
  return swapsAxes(page.orientation) ? [heightPx, page.widthPx] : [page.widthPx, heightPx];
}

function dpiOf(page: TiffPage): number | null {
  return plausibleDpi(page.xDpi, ...shownSize(page));
}
