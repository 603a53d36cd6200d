/** Says how many pixels there are per inch of paper, if the file or the picture tells. */
import type { Quad } from './page-outline.ts';
import { guessDpi } from './sheet.ts';

const A4_LONG_INCH = 11.69;
const A_SERIES = Math.SQRT2;
/** From A6 to A2: an A-shaped page that its declared resolution makes smaller or larger is an A4 that declares wrongly. */
const A_LONG_INCH = { least: 5.7, most: 23.6 };

/**
 * The declared resolution where it makes a sheet of some common size, else the one that makes it A4.
 * Without any, a photograph's is that of the sheet outlined in it; null when no sheet is seen.
 * `outline` is in pixels of the picture.
 */
export function findEffectiveDpi(
  size: { widthPx: number; heightPx: number },
  declaredDpi: number | null,
  outline: Quad | null,
): number | null {
  const longPx = Math.max(size.widthPx, size.heightPx);
  if (declaredDpi !== null) {
    const isA = Math.abs(longPx / Math.min(size.widthPx, size.heightPx) / A_SERIES - 1) < 0.02;
    const longInch = longPx / declaredDpi;
    const believable = !isA || (longInch >= A_LONG_INCH.least && longInch <= A_LONG_INCH.most);
    return believable ? declaredDpi : Math.round(longPx / A4_LONG_INCH);
  }
  if (outline === null) return null;
  const [upperLeft, upperRight, lowerRight, lowerLeft] = outline;
  const side = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);
  const widthPx = (side(upperLeft, upperRight) + side(lowerLeft, lowerRight)) / 2;
  const heightPx = (side(upperLeft, lowerLeft) + side(upperRight, lowerRight)) / 2;
  return Math.round(guessDpi({ widthPx, heightPx }));
}
