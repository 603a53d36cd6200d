/** Takes a picture file apart into pages, after it was looked through to its last byte. */
import type { ExplodedPage, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';
import { explodeJpeg } from './explode-jpeg.ts';
import { explodePng } from './explode-png.ts';
import { planTiff } from './explode-tiff.ts';
import { explodeWebp } from './explode-webp.ts';
import { warnOfSize } from './page-warnings.ts';
import type { ScanPlan } from './scan-plan.ts';
import { SCAN_MEDIA_TYPES } from './sniff.ts';

const SINGLE_PAGE = { jpeg: explodeJpeg, png: explodePng, webp: explodeWebp } as const;

/** @throws DigitizationError with the `scan-*` code that says why the file is refused; see each format. */
export async function planImage(
  format: keyof typeof SINGLE_PAGE | 'tiff',
  bytes: Uint8Array,
  limits: ExplodeLimits,
): Promise<ScanPlan> {
  if (format === 'tiff') return planTiff(bytes, limits);
  const { page, warnings } = await SINGLE_PAGE[format](bytes, limits);
  const mediaType = SCAN_MEDIA_TYPES[format];
  return {
    mediaType,
    pageCount: 1,
    signed: false,
    warnings: [...warnings, ...warn(page)],
    pages: only(page),
  };
}

function warn({ widthPx, heightPx, dpi }: ExplodedPage): ScanWarning[] {
  return warnOfSize(widthPx, heightPx, dpi);
}

async function* only(page: ExplodedPage): AsyncGenerator<ExplodedPage> {
  yield page;
}
