/** The grammars by the names that paper types call them by. */
import { area, count, money, quantity } from './amounts.ts';
import { ethnicity, nationality, relation, sex } from './choices.ts';
import {
  certificateSerial,
  citizenId,
  documentNumber,
  dossierCode,
  email,
  phone,
  registerNumber,
} from './codes.ts';
import { birthYear, date, dateTime, expiry, longDate } from './dates.ts';
import { personName } from './names.ts';
import type { Grammar } from './reading.ts';
import { dateInWords, place, text } from './texts.ts';

export const GRAMMARS = {
  area,
  birthYear,
  certificateSerial,
  citizenId,
  count,
  date,
  dateInWords,
  dateTime,
  documentNumber,
  dossierCode,
  email,
  ethnicity,
  expiry,
  longDate,
  money,
  nationality,
  personName,
  phone,
  place,
  quantity,
  registerNumber,
  relation,
  sex,
  text,
} as const satisfies Record<string, Grammar>;

export type GrammarName = keyof typeof GRAMMARS;

/** Values that run on over a row's end. */
const RUNS_ON: ReadonlySet<GrammarName> = new Set([
  'text',
  'place',
  'dateInWords',
  'longDate',
  'dateTime',
  'citizenId',
  'personName',
]);

export function runsOn(grammar: GrammarName): boolean {
  return RUNS_ON.has(grammar);
}

/** Values without a grammar of their own: only their place tells where they begin and end. */
export function isFreeText(grammar: GrammarName): boolean {
  return grammar === 'text' || grammar === 'place' || grammar === 'dateInWords';
}
