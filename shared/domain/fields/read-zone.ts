/** Machine-readable lines of a card held against what the lines must be, given the card's number, dates and name. */
import { editDistance } from '../approximate-match.ts';
import { zoneLineOfDates, zoneLineOfName, zoneLineOfNumber } from '../codes/machine-readable-lines.ts';
import { isMachineReadableLine } from '../codes/machine-readable-zone.ts';
import type { ReadField } from './read-field.ts';
import { type Row, textOf } from './tokens.ts';

export interface CardHolder {
  readonly id: string | null;
  readonly name: string | null;
  /** ISO 8601. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  /** ISO 8601; null for no end of validity, undefined where nobody knows. */
  readonly expiresOn: string | null | undefined;
}

/** Misread characters at which a line of thirty is still the line it must be. */
const MOST_ERRORS = 7;
const CLEAN = 2;
/** A last digit that is not the expected one may be misread. */
const OWN_DIGIT = 0.8;
const SHORTEST = 20;

interface ZoneRow {
  readonly row: Row;
  readonly line: string;
}

/** Rows of print that can only be such lines; small letters and blots at the ends are left out. */
export function zoneRows(rows: readonly Row[]): ZoneRow[] {
  return rows.flatMap((row) => {
    const line = textOf(row.tokens)
      .replace(/\s+/g, '')
      .toUpperCase()
      .replace(/[«‹]/g, '<')
      .replace(/^[^A-Z0-9<]+|[^A-Z0-9<]+$/g, '');
    const fillers = line.match(/</g)?.length ?? 0;
    const isLine =
      isMachineReadableLine(line) || (line.length >= SHORTEST && fillers >= 2 && /^[A-Z0-9<]+$/.test(line));
    return isLine ? [{ row, line }] : [];
  });
}

/** `mrz1` to `mrz3`: as composed where a read line bears it out, else as read. */
export function readZoneFields(rows: readonly Row[], holder: CardHolder): ReadField[] {
  const read = zoneRows(rows);
  if (read.length === 0) return [];
  return composedLines(holder).flatMap((expected, index) => {
    const name = `mrz${index + 1}`;
    const nearest = expected === null ? undefined : nearestTo(expected, read);
    if (expected !== null && nearest && nearest.errors <= MOST_ERRORS) {
      return [asPrinted(name, expected, nearest)];
    }
    if (expected !== null) return [zoneField(name, expected, null, 0.8)];
    const own = read.find(({ line }) => lineNumber(line) === index);
    return own ? [zoneField(name, own.line, own.row, 0.5)] : [];
  });
}

function composedLines({ id, name, birthDate, sex, expiresOn }: CardHolder): (string | null)[] {
  return [
    id === null ? null : zoneLineOfNumber(id),
    id === null || birthDate === null || sex === null || expiresOn === undefined
      ? null
      : zoneLineOfDates(id, { birthDate, sex, expiresOn }),
    name === null ? null : zoneLineOfName(name),
  ];
}

/** The last digit as read: what it is computed over is not the same on all cards. */
function asPrinted(name: string, expected: string, { row, line, errors }: NearestRow): ReadField {
  const last = line.length === expected.length ? line.at(-1)! : '';
  const isOwn = /\d/.test(last) && /\d$/.test(expected) && last !== expected.at(-1);
  const fit = errors <= CLEAN ? 1 : 0.9;
  return isOwn
    ? zoneField(name, expected.slice(0, -1) + last, row, fit * OWN_DIGIT)
    : zoneField(name, expected, row, fit);
}

interface NearestRow extends ZoneRow {
  readonly errors: number;
}

function nearestTo(expected: string, read: readonly ZoneRow[]): NearestRow {
  return read
    .map(({ row, line }) => ({ row, line, errors: editDistance(line, expected) }))
    .reduce((a, b) => (b.errors < a.errors ? b : a));
}

function lineNumber(line: string): number {
  if (/VNM/.test(line.slice(0, 7)) || /^I[D0O]/.test(line)) return 0;
  return /^[0-9OIQDLSBZG]{6}/.test(line) ? 1 : 2;
}

function zoneField(name: string, value: string, row: Row | null, fit: number): ReadField {
  return {
    name,
    grammar: 'text',
    value,
    source: row === null ? 'qr' : 'mrz',
    fit,
    legibility: 98,
    labelled: 1,
    witnesses: fit === 1 ? 1 : 0,
    pageId: row?.pageId ?? null,
    box: row?.box ?? null,
  };
}
