/** Number of the old identity card (CMND): nine figures without a check digit, on papers until such cards ran out. */

/** Decree 05/1999/NĐ-CP, article 1; the twelve figures that later cards had are the citizen number. */
export function isOldCardNumber(text: string): boolean {
  return /^\d{9}$/.test(text);
}
