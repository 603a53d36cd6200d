/** What a page's size alone says about how it was scanned. */
import type { ScanWarning } from '../domain/exploded-scan.ts';

/** Longer edge of A2, with a margin for sheets that lie crooked. */
const LARGEST_USUAL_INCH = 24.5;
const LARGEST_USUAL_PX = 15_000;
/** A letter of 2 mm needs about 100 dpi to be guessed at; an A4 page has 827 pixels across then. */
const LOWEST_READABLE_DPI = 100;
const LOWEST_READABLE_PX = 800;

export function warnOfSize(widthPx: number, heightPx: number, dpi: number | null): ScanWarning[] {
  const longer = Math.max(widthPx, heightPx);
  const oversized = dpi === null ? longer > LARGEST_USUAL_PX : longer / dpi > LARGEST_USUAL_INCH;
  const low = dpi === null ? Math.min(widthPx, heightPx) < LOWEST_READABLE_PX : dpi < LOWEST_READABLE_DPI;
  return [
    ...(oversized ? (['oversized-sheet'] as const) : []),
    ...(low ? (['low-resolution'] as const) : []),
  ];
}
