/** Vietnamese text folded for comparing: tone and vowel marks, case and what recognition confuses fall away. */

/** Capitals without marks, words by single blanks: `Giấy chứng sinh:` and `GIAY CHUNG SINH` are equal. */
export function foldTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'D')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

const ALIKE: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', L: 'I', '5': 'S', '8': 'B' };

/**
 * `foldTones` without blanks and with look-alikes made one: recognition drops blanks in spaced titles and reads
 * `TỜ KHA1` for `TỜ KHAI`. For printed words only, never for comparing numbers.
 */
export function squeeze(text: string): string {
  return foldTones(text)
    .replace(/ /g, '')
    .replace(/[01L58]/g, (character) => ALIKE[character]!);
}
