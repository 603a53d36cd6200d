/** Counts, sums of money and measures, in the way the paper writes them. */
import { repairDigits } from '../../codes/ocr-digits.ts';
import { type Token, textOf, trimValue } from '../tokens.ts';
import type { Grammar, Reading } from './reading.ts';

/** `2`, `01`. */
export const count: Grammar = (tokens) => {
  const index = tokens.findIndex(({ text }) => /^\W*\d{1,4}\W*$/.test(repairDigits(text)));
  if (index < 0 || index > 1) return null;
  const token = tokens[index]!;
  const value = trimValue(repairDigits(token.text)).replace(/\D/g, '');
  return { value, tokens: [token], fit: /\d/.test(token.text) ? 1 : 0.5 };
};

/** `80.000.000`. */
export const money: Grammar = (tokens) => {
  const match = /\d{1,3}(?:[.,\s]\d{3}){1,4}(?!\d)|\d{4,}/.exec(textOf(tokens));
  if (!match) return null;
  const value = match[0].replace(/[,\s]/g, '.');
  return { value, tokens: tokens.filter(({ text }) => /\d/.test(text)), fit: 1 };
};

/** `1276,1`: square metres with the comma of Vietnamese print; the unit is left out. */
export const area: Grammar = (tokens) => {
  for (const token of tokens) {
    const value = areaOf(token.text);
    if (value !== null) return { value, tokens: [token], fit: /,/.test(token.text) ? 1 : 0.7 };
  }
  return null;
};

export function areaOf(text: string): string | null {
  const match = /^[^\d]*(\d{1,3}(?:\.\d{3})*|\d{1,6})(?:[,.](\d{1,2}))?(?:\s*m.?)?\W*$/.exec(text);
  if (!match) return null;
  return match[2] === undefined ? match[1]! : `${match[1]},${match[2]}`;
}

/** `2600 gam`, `05 ngày làm việc`, `01 (bộ)`: a figure and its unit. */
export const quantity: Grammar = (tokens): Reading | null => {
  const from = tokens.findIndex(({ text }) => /\d/.test(text));
  if (from < 0 || from > 1) return null;
  const taken: Token[] = [];
  for (const token of tokens.slice(from, from + 5)) {
    taken.push(token);
    if (/[.;]$/.test(token.text) && taken.length > 1) break;
  }
  const text = textOf(taken);
  const value = trimValue(text);
  const isPlain = /^\d[\d.,]*\s*\(?\p{L}[\p{L}\s]*\)?$/u.test(value);
  return { value, tokens: taken, fit: isPlain ? 1 : 0.5 };
};
