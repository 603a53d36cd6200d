/** Writes a number the way PDF wants it: plain decimals, no exponent, no more digits than matter. */
import { DigitizationError } from '../errors/digitization-error.ts';

/**
 * @param decimals digits after the point at most; a thousandth of a pixel or point is never seen.
 * @throws DigitizationError `unexpected` for what is no finite number.
 */
export function formatNumber(value: number, decimals = 3): string {
  if (!Number.isFinite(value)) throw new DigitizationError('unexpected', { number: String(value) });
  return String(roundNumber(value, decimals));
}

/** As `formatNumber`, still a number; never minus nought, which some readers do not know. */
export function roundNumber(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) || 0;
}
