/** How sure a value is, 0-100: at 90 and above ninety-nine in a hundred should be right; under 40 it should be typed. */
import type { ReadField } from './read-field.ts';

/** Without a witness no reading of print is surer than the engine's best words turn out to be. */
const BEST_ALONE = 96;
const WITNESSED = 97;
/** A code corrects its own errors; a check digit finds nine misreadings in ten. */
const QR = 98;
const ZONE = 95;
/** Words that only nearly fit the grammar are not confirmed by others like them. */
export const FITS = 0.75;

export function confidenceOf({ source, fit, legibility, labelled, witnesses }: ReadField): number {
  const isWitnessed = witnesses > 0 && fit >= FITS;
  if (source === 'qr' || source === 'barcode') return Math.round((isWitnessed ? 99 : QR) * share(fit));
  if (source === 'mrz') return Math.round((isWitnessed ? 98 : ZONE) * share(fit));
  const alone = Math.min(BEST_ALONE, legibility) * share(fit) * share(labelled);
  return Math.round(isWitnessed ? Math.max(alone, WITNESSED) : alone);
}

/** Half a fit costs a quarter. */
function share(fit: number): number {
  return 0.5 + 0.5 * fit;
}
