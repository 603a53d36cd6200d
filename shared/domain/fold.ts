/** Vietnamese text folded for comparing: tone and vowel marks, case and what recognition confuses fall away. */

/** Capitals without marks, words by single blanks: `Giấy chứng sinh:` and `GIAY CHUNG SINH` are equal. */
export function foldTones(text: string): string {
  let folded = '';
  let isApart = false;
  for (let index = 0; index < text.length; index++) {
    const letters = foldUnit(text.charCodeAt(index));
    if (letters === APART) isApart = folded !== '';
    else if (letters !== '') {
      folded += isApart ? APART + letters : letters;
      isApart = false;
    }
  }
  return folded;
}

/**
 * `foldTones` without blanks and with look-alikes made one: recognition drops blanks in spaced titles and reads
 * `TỜ KHA1` for `TỜ KHAI`. For printed words only, never for comparing numbers.
 */
export function squeeze(text: string): string {
  let squeezed = '';
  for (let index = 0; index < text.length; index++) squeezed += squeezeUnit(text.charCodeAt(index));
  return squeezed;
}

const ALIKE: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', L: 'I', '5': 'S', '8': 'B' };
const APART = ' ';

/** Every word of every page comes by here several times: what becomes of a character is worked out once. */
const foldedUnits: string[] = [];
const squeezedUnits: string[] = [];

function foldUnit(code: number): string {
  return (foldedUnits[code] ??= workOutFold(code));
}

function squeezeUnit(code: number): string {
  return (squeezedUnits[code] ??= foldUnit(code)
    .replace(/ /g, '')
    .replace(/[01L58]/g, (character) => ALIKE[character]!));
}

/** Letters, nothing for a mark of its own, or a blank for what parts words. */
function workOutFold(code: number): string {
  const bare = String.fromCharCode(code)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'D')
    .toUpperCase();
  const isMark = bare === '' && code !== 0;
  return isMark ? '' : bare.replace(/[^A-Z0-9]+/g, '') || APART;
}
