/** Numbers and codes by their grammar: citizen ids, phones, addresses of mail, dossier codes, registers. */
import { parseCitizenId } from '../../codes/citizen-id.ts';
import { findDossierCodes } from '../../codes/dossier-code.ts';
import { isEmailAddress } from '../../codes/email-address.ts';
import { repairDigits } from '../../codes/ocr-digits.ts';
import { isOldCardNumber } from '../../codes/old-card-number.ts';
import { parsePhoneNumber } from '../../codes/phone-number.ts';
import { type Token, textOf, trimValue } from '../tokens.ts';
import type { Grammar, Reading } from './reading.ts';

/** Twelve digits, or the nine of the old card. */
export const citizenId: Grammar = (tokens) => {
  let second: Reading | null = null;
  for (const run of digitRuns(tokens)) {
    const digits = run.map(({ text }) => repairDigits(text).replace(/\D/g, '')).join('');
    const citizen = parseCitizenId(digits);
    if (citizen) return { value: digits, tokens: run, fit: citizen.isKnownProvince ? 1 : 0.6 };
    if (isOldCardNumber(digits)) second ??= { value: digits, tokens: run, fit: 0.7 };
    else if (digits.length >= 10 && digits.length <= 14) second ??= { value: digits, tokens: run, fit: 0.2 };
  }
  return second;
};

/** Words of figures that stand together; those that are mostly letters part them. */
function digitRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let last = -2;
  for (const [index, token] of tokens.entries()) {
    const repaired = repairDigits(trimValue(token.text));
    const digits = repaired.match(/\d/g)?.length ?? 0;
    const isDate = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(repaired);
    if (!/\d/.test(token.text) || digits * 2 < repaired.length || isDate) continue;
    if (last === index - 1 && runs.at(-1)!.length < 4) runs.at(-1)!.push(token);
    else runs.push([token]);
    last = index;
    if (/[,;]$/.test(token.text)) last = -2;
  }
  return runs;
}

/** As grouped on the paper: `0900 000 015`. */
export const phone: Grammar = (tokens) => {
  const text = textOf(tokens);
  const match = /(?:\+?84|[0Oo])[\dOoIl. ]{7,13}[\dOoIl]/.exec(text);
  if (!match) return null;
  const value = repairDigits(match[0]).replace(/\s+/g, ' ');
  const digits = value.replace(/\D/g, '');
  if (digits.length < 9 || digits.length > 12) return null;
  return { value, tokens, fit: parsePhoneNumber(value) ? 1 : 0.4 };
};

/** Recognition reads `@` as brackets, rings and figures, or not at all. */
export const email: Grammar = (tokens) => {
  const [first] = tokens;
  if (!first) return null;
  const raw = trimValue(textOf(tokens).replace(/\s+/g, ''));
  if (isEmailAddress(raw)) return { value: raw, tokens, fit: 1 };
  const signed = raw.replace(/[©®Ø@]{2,}|\(?[0O]?[©®Ø@(][)]?/u, '@');
  if (isEmailAddress(signed)) return { value: signed, tokens, fit: 0.6 };
  const parted = raw.replace(/^([\w.+-]*\d)(?=[a-z][\w-]*\.[a-z]{2,})/i, '$1@');
  return isEmailAddress(parted) ? { value: parted, tokens, fit: 0.5 } : null;
};

export const dossierCode: Grammar = (tokens) => {
  const [code] = findDossierCodes(textOf(tokens));
  return code ? { value: code.code, tokens, fit: 1 } : null;
};

/** `3998/VPCP-KSTT`, `50/2026/HĐTN`, `599/2026/GCS.83`; Decree 30/2020/NĐ-CP, annex I. */
export const documentNumber: Grammar = (tokens) => {
  const text = textOf(tokens.slice(0, 4));
  const match =
    /^[^A-Za-zÀ-ỹ\d]*(\d{1,6}[A-Za-zÀ-ỹ]?(?:\s?\/\s?[A-Za-zÀ-ỹ\d.&-]+){1,3}(?:\s?-\s?[A-Za-zÀ-ỹ\d.&-]+)*)/u.exec(
      text,
    );
  const isNotation = /\/.*\p{Lu}{2}/u.test(match?.[1] ?? '');
  if (match && isNotation)
    return { value: trimValue(match[1]!.replace(/\s/g, '')), tokens: tokens.slice(0, 4), fit: 1 };
  // The stroke is thin: recognition drops it before letters.
  const bare = /^[^A-Za-zÀ-ỹ\d]*(\d{1,6})(\p{Lu}{2,}[A-Za-zÀ-ỹ\d-]*)/u.exec(text);
  return bare ? { value: trimValue(`${bare[1]}/${bare[2]}`), tokens: tokens.slice(0, 4), fit: 0.6 } : null;
};

/** Series and number of a land certificate: `BX 981485`, `CĐ 823441`. */
export const certificateSerial: Grammar = (tokens) => {
  const text = textOf(tokens.slice(0, 3));
  const match = /^[^\p{L}]*(\p{Lu}{1,2})\s?(\d{6,8})/u.exec(text);
  return match
    ? { value: `${match[1]} ${match[2]}`, tokens: tokens.slice(0, 2), fit: 1 }
    : registerNumber(tokens);
};

/** One word of letters and figures: `CS07733`, `01/2026`, `992`. */
export const registerNumber: Grammar = (tokens) => {
  const token = tokens.find(({ text }) => /\d/.test(text));
  if (!token || tokens.indexOf(token) > 1) return null;
  const value = trimValue(token.text);
  return { value, tokens: [token], fit: /^[\p{Lu}\d/.-]+$/u.test(value) ? 1 : 0.5 };
};
