/** Land parcels in a table of map sheet, parcel number and area: the first row as certified, the second as measured again. */
import { compilePhrases, occurs } from '../../approximate-match.ts';
import { repairDigits } from '../../codes/ocr-digits.ts';
import type { FieldReader } from '../field-rule.ts';
import { areaOf } from '../grammars/amounts.ts';
import { fieldFrom } from '../read-field.ts';
import { type Token, trimValue } from '../tokens.ts';
import { visualRows } from './table-rows.ts';

const HEADER = compilePhrases('tờ bản đồ số');
const CELL = /^\W*\d{1,4}\W*$/;
const STATES = ['cu', 'moi'] as const;

export function parcelRows(name: string): FieldReader {
  return (rows) => {
    const start = rows.findIndex((row) => occurs(HEADER, row.squeezed));
    const header = rows[start];
    if (!header) return [];
    const below = rows.slice(start + 1).filter((row) => row.page === header.page);
    const end = below.findIndex(({ tokens }) => /^\d\.$/.test(tokens[0]!.text));
    const parcels = visualRows(end < 0 ? below : below.slice(0, end)).flatMap(
      (tokens) => readParcel(tokens) ?? [],
    );
    return parcels.slice(0, STATES.length).flatMap(({ sheet, number, area }, index) => {
      const prefix = `${name}.${STATES[index]}`;
      return [
        fieldFrom(`${prefix}.toBanDo`, 'count', figure(sheet)),
        fieldFrom(`${prefix}.so`, 'count', figure(number)),
        fieldFrom(`${prefix}.dienTich`, 'area', { value: areaOf(area.text)!, tokens: [area], fit: 1 }),
      ];
    });
  };
}

function readParcel(tokens: readonly Token[]): { sheet: Token; number: Token; area: Token } | null {
  const said = tokens.filter(({ text }) => /[\p{L}\d]/u.test(text));
  const [sheet, number, area] = said;
  if (!sheet || !number || !area || areaOf(area.text) === null) return null;
  return CELL.test(repairDigits(sheet.text)) && CELL.test(repairDigits(number.text))
    ? { sheet, number, area }
    : null;
}

function figure(token: Token) {
  const value = trimValue(repairDigits(token.text)).replace(/\D/g, '');
  return { value, tokens: [token], fit: 0.9 };
}
