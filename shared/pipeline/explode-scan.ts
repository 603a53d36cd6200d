/** Takes a delivered scan file apart into upright page pictures, or says why it cannot be one. */
import type { ExplodedPage, ExplodedScan, ExplodeLimits } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { planImage } from '../imaging/explode-image.ts';
import type { ScanPlan } from '../imaging/scan-plan.ts';
import { sniffScanFormat } from '../imaging/sniff.ts';
import { planPdf } from '../pdf/explode-pdf.ts';

export type { ExplodedPage, ExplodedScan, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';

/**
 * Pages are handed out one after another, the next only when `onPage` is done: memory does not grow with their number.
 * What can be known of the whole file is checked before the first page; damage that shows only when a later page is
 * decoded is thrown after pages were handed out, which the caller then has to forget.
 * @throws DigitizationError with a `scan-*` code.
 */
export async function explodeScan(
  bytes: Uint8Array,
  limits: ExplodeLimits,
  onPage: (page: ExplodedPage) => Promise<void>,
): Promise<ExplodedScan> {
  const plan = await planScan(bytes, limits);
  for await (const page of plan.pages) await onPage(page);
  const { mediaType, pageCount, signed, warnings } = plan;
  return { mediaType, pageCount, signed, warnings: [...new Set(warnings)] };
}

function planScan(bytes: Uint8Array, limits: ExplodeLimits): Promise<ScanPlan> {
  if (bytes.length === 0) throw new DigitizationError('scan-empty');
  if (bytes.length > limits.maxBytes) {
    throw new DigitizationError('scan-too-large', { bytes: bytes.length, maxBytes: limits.maxBytes });
  }
  const format = sniffScanFormat(bytes);
  switch (format) {
    case 'pdf':
      return planPdf(bytes, limits);
    case 'heic':
      throw new DigitizationError('scan-type-heic');
    case 'gif':
    case 'unknown':
      throw new DigitizationError('scan-type-unknown');
    default:
      return planImage(format, bytes, limits);
  }
}
