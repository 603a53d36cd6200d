/** Business lines in the table of name and code (Decision 27/2018/QĐ-TTg and its successor, level four). */
import { editDistance } from '../../approximate-match.ts';
import { repairDigits } from '../../codes/ocr-digits.ts';
import type { FieldReader } from '../field-rule.ts';
import { findLabels, isRowHead } from '../find-labels.ts';
import type { Reading } from '../grammars/reading.ts';
import { text } from '../grammars/texts.ts';
import { compileLabel } from '../label-index.ts';
import { fieldFrom, type ReadField } from '../read-field.ts';
import { dressLike } from '../spelling.ts';
import { type Row, type Token, trimValue } from '../tokens.ts';
import { businessLineNamed } from './business-codes.ts';

const OPENS = ['ngành, nghề kinh doanh', 'ngành nghề kinh doanh'].map(compileLabel);
const CLOSES = ['vốn kinh doanh', 'tổng số vốn', 'ngày bắt đầu hoạt động', 'thông tin về vốn'].map(
  compileLabel,
);
/** A code of four figures or five; one of which a figure was lost still tells where its row is. */
const CODE = /^[^\p{L}\d]*\d{3,5}[^\p{L}\d]*$/u;
const SHORTEST_CODE = 4;
const FIT_OF_SHORTER = 0.3;
/** Words of the table's head, squeezed. */
const HEAD = /^(STT|TT|TEN|NGANH|NGANHNGHE|MA|NGHE|KINH|DOANH|CHINH|DAU|DANH|X|NGAN|ANH|SO|CAP)$/;
const HEAD_SHARE = 0.6;
/** Codes stand in the right half of the table. */
const CODES_FROM = 0.5;

export function businessLines(name: string): FieldReader {
  return (rows) => {
    const table = tableOf(rows);
    const codes = codesOf(table);
    if (codes.length === 0) return [];
    const left = Math.min(...codes.map(({ box }) => box.x));
    const cells: Token[][] = codes.map(() => []);
    for (const row of table) {
      const words = row.tokens.filter(
        (token) => token.box.x + token.box.width / 2 < left && /\p{L}/u.test(token.text),
      );
      if (words.length > 0) cells[nearestTo(row, codes)]!.push(...words);
    }
    return codes.flatMap((code, index) => lineFields(`${name}.${index + 1}`, code, text(cells[index]!)));
  };
}

/** A listed name and its code bear each other out; one misread figure is put right by the name. */
function lineFields(prefix: string, code: Token, named: Reading | null): ReadField[] {
  const read = trimValue(repairDigits(code.text));
  const listed = named && businessLineNamed(named.value);
  const isNear = listed !== null && editDistance(listed.code, read, 1) <= 1;
  const number = fieldFrom(`${prefix}.ma`, 'registerNumber', {
    value: isNear ? listed.code : read,
    tokens: [code],
    fit: isNear || read.length >= SHORTEST_CODE ? 1 : FIT_OF_SHORTER,
  });
  if (!named) return [number];
  const value = isNear ? dressLike(named.value, listed.name) : named.value;
  const description = fieldFrom(`${prefix}.ten`, 'text', { ...named, value, fit: isNear ? 1 : named.fit });
  if (!isNear) return [description, number];
  const isRead = listed.code === read;
  return [
    { ...description, witnesses: isRead ? 1 : 0 },
    { ...number, witnesses: isRead ? 1 : 0 },
  ];
}

/** Rows between the heading of the section and the next one, without the table's own head. */
function tableOf(rows: readonly Row[]): Row[] {
  const opens = (row: Row, labels: typeof OPENS) =>
    findLabels(row, labels).some(({ from }) => isRowHead(row, from));
  const start = rows.findIndex((row) => opens(row, OPENS));
  if (start < 0) return [];
  const end = rows.findIndex((row, index) => index > start && opens(row, CLOSES));
  const top = rows[start]!.box.y;
  return rows.slice(start + 1, end < 0 ? undefined : end).filter((row) => row.box.y >= top && !isHead(row));
}

function isHead({ tokens }: Row): boolean {
  const words = tokens.filter(({ squeezed }) => squeezed !== '');
  return words.filter(({ squeezed }) => HEAD.test(squeezed)).length >= HEAD_SHARE * words.length;
}

function codesOf(table: readonly Row[]): Token[] {
  const tokens = table.flatMap((row) => row.tokens);
  const left = Math.min(...tokens.map(({ box }) => box.x));
  const right = Math.max(...tokens.map(({ box }) => box.x + box.width));
  return tokens
    .filter(
      ({ text: word, box }) => CODE.test(repairDigits(word)) && box.x > left + CODES_FROM * (right - left),
    )
    .sort((a, b) => a.box.y - b.box.y);
}

function nearestTo(row: Row, codes: readonly Token[]): number {
  const distance = ({ box }: Token) => Math.abs(box.y + box.height / 2 - (row.box.y + row.box.height / 2));
  return codes.reduce((best, code, index) => (distance(code) < distance(codes[best]!) ? index : best), 0);
}
