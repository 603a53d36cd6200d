/** A file that was looked through from end to end and found fit, with its pages yet to be handed out. */
import type { ExplodedPage, ExplodedScan, ExplodeLimits } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';

export interface ScanPlan extends ExplodedScan {
  /** One page at a time; damage that shows only when pixels are decoded is thrown here. */
  readonly pages: AsyncIterable<ExplodedPage>;
}

/** @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`. */
export function checkPictureSize(widthPx: number, heightPx: number, limits: ExplodeLimits): void {
  if (widthPx < 1 || heightPx < 1) throw new DigitizationError('scan-damaged', { widthPx, heightPx });
  if (widthPx * heightPx > limits.maxPixels) {
    throw new DigitizationError('scan-too-many-pixels', { widthPx, heightPx, maxPixels: limits.maxPixels });
  }
  if (Math.min(widthPx, heightPx) < limits.minPixels) {
    throw new DigitizationError('scan-too-small', { widthPx, heightPx, minPixels: limits.minPixels });
  }
}

/** @throws DigitizationError `scan-no-pages`, `scan-too-many-pages`. */
export function checkPageCount(pageCount: number, limits: ExplodeLimits): void {
  if (pageCount < 1) throw new DigitizationError('scan-no-pages');
  if (pageCount > limits.maxPages) {
    throw new DigitizationError('scan-too-many-pages', { pageCount, maxPages: limits.maxPages });
  }
}
