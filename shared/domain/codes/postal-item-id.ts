/** Postal item number (số bưu gửi) after UPU S10: service, serial, check digit, country. */

const S10 = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** Without blanks, in capitals: people and labels write the number in groups. */
export function normalizePostalItemId(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Whether the number has the shape of S10; provinces also use numbers of their own, which carry no check digit. */
export function hasS10Shape(itemId: string): boolean {
  return S10.test(itemId);
}

/** Shape and check digit of S10. */
export function isS10(itemId: string): boolean {
  const [, , serial, check] = S10.exec(itemId) ?? [];
  return serial !== undefined && s10CheckDigit(serial) === Number(check);
}

/** Of the eight digits of the serial (UPU S10, section on the check digit). */
export function s10CheckDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}
