/** What is written inside the parcel of a drawing: whose it is and how large. */
import type { FieldReader } from '../field-rule.ts';
import { areaOf } from '../grammars/amounts.ts';
import { personName } from '../grammars/names.ts';
import { fieldFrom, type ReadField } from '../read-field.ts';
import { type Row, textOf, trimValue } from '../tokens.ts';

const OWNER = /^(ông|bà|hộ)$/iu;
const SQUARE_METRES = /(\d{1,3}(?:\.\d{3})+,\d|\d{1,6}[.,]\d{1,2}|\d{2,6})\s?m[²2°ˆ*?"”'’9]/iu;

export function parcelLabel(names: { readonly owner: string; readonly area: string }): FieldReader {
  return (rows) => rows.flatMap((row) => [...ownerOf(row, names.owner), ...areaIn(row, names.area)]);
}

function ownerOf({ tokens }: Row, name: string): ReadField[] {
  const from = tokens.findIndex(({ text }) => OWNER.test(trimValue(text)));
  if (from < 0 || from > 2) return [];
  const owner = personName(tokens.slice(from + 1));
  if (!owner || owner.tokens.length < 2) return [];
  const title = trimValue(textOf(tokens.slice(from, tokens.indexOf(owner.tokens[0]!))));
  return [fieldFrom(name, 'text', { ...owner, value: `${title} ${owner.value}` })];
}

function areaIn({ tokens }: Row, name: string): ReadField[] {
  const match = SQUARE_METRES.exec(textOf(tokens));
  const value = match && areaOf(match[1]!);
  return value ? [fieldFrom(name, 'area', { value, tokens, fit: /,/.test(value) ? 1 : 0.7 })] : [];
}
