/** Hides the middle of personal numbers where they are read in passing; what is left tells two people apart. */

export interface Shown {
  readonly first: number;
  readonly last: number;
}

/** What of each kind of number stays readable. */
export interface Masks {
  readonly citizenId: Shown;
  readonly phone: Shown;
}

const HIDDEN = '•';
/** Citizen numbers have 12 digits, those before 2021 have 9; between letters they are a postal item's. */
const CITIZEN_ID = /(?<![\p{L}\d])(?:\d{12}|\d{9})(?![\p{L}\d])/gu;
/** Ten digits from 0 on, or +84 and nine, set in groups or not. */
const PHONE = /(?<!\d)(?:0|\+84)(?:[ .]?\d){9}(?!\d)/g;

/** As long as before, sign for sign. */
export function maskNumbers(text: string, { citizenId, phone }: Masks): string {
  return text
    .replace(PHONE, (number) => mask(number, phone))
    .replace(CITIZEN_ID, (number) => mask(number, citizenId));
}

/** The same over pieces that a number may be cut by. */
export function maskPieces<Piece extends { readonly text: string }>(
  pieces: readonly Piece[],
  masks: Masks,
): Piece[] {
  const masked = maskNumbers(pieces.map(({ text }) => text).join(''), masks);
  let from = 0;
  return pieces.map((piece) => {
    const text = masked.slice(from, from + piece.text.length);
    from += piece.text.length;
    return { ...piece, text };
  });
}

function mask(number: string, { first, last }: Shown): string {
  const digits = number.replace(/\D/g, '').length;
  let seen = 0;
  return number.replace(/\d/g, (digit) => {
    seen++;
    return seen <= first || seen > digits - last ? digit : HIDDEN;
  });
}
