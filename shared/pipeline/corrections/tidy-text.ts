/** What people type, as it is kept. */

/** Letters, of reasons that people give for an act. */
export const LONGEST_REASON = 1_000;

/** As people type it: composed, single blanks. Null where nothing, or too much, is left. */
export function tidyText(text: string | undefined, mostLetters: number): string | null {
  const tidy = (text ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return tidy === '' || tidy.length > mostLetters ? null : tidy;
}
