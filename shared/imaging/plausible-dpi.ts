/** Decides whether a declared resolution can be believed: defaults of programs and impossible sheets are not. */

/** Written by programs that know nothing of the paper: screens and cameras. */
const DEFAULTS = new Set([1, 72, 96]);
const LOWEST_DPI = 60;
const HIGHEST_DPI = 2400;
/** From a passport photo to twice A0. */
const SHORTEST_INCH = 0.8;
const LONGEST_INCH = 70;
/** Nobody scans a sheet beyond A2 so coarsely: the figure is a program's invention. */
const LOWEST_DRAWING_DPI = 100;
const LONGEST_PAGE_INCH = 24.5;

/** The declared dpi as a whole number; null where it is absent, a default or implies no sheet of paper. */
export function plausibleDpi(declared: number | null, widthPx: number, heightPx: number): number | null {
  if (declared === null || !Number.isFinite(declared)) return null;
  const dpi = Math.round(declared);
  if (DEFAULTS.has(dpi) || dpi < LOWEST_DPI || dpi > HIGHEST_DPI) return null;
  const shortInch = Math.min(widthPx, heightPx) / dpi;
  const longInch = Math.max(widthPx, heightPx) / dpi;
  if (dpi < LOWEST_DRAWING_DPI && longInch > LONGEST_PAGE_INCH) return null;
  return shortInch < SHORTEST_INCH || longInch > LONGEST_INCH ? null : dpi;
}
