/** The people whom papers name, and whether one can be another although recognition errs. */
import { editDistance } from './approximate-match.ts';
import { forPeople, parseDayMonthYear } from './codes/calendar-date.ts';
import { foldTones } from './fold.ts';
import type { Applicant } from './manifest.ts';
import type { PaperField } from './paper.ts';

export interface NamedPerson {
  /** Prefix of the fields; empty for the one person that a paper is about. */
  readonly role: string;
  readonly name: PaperField | null;
  /** Twelve or nine digits. */
  readonly id: PaperField | null;
  /** `dd/MM/yyyy`; years alone are left out. */
  readonly birth: PaperField | null;
}

/** Everything that may rightly be said of a person: declared, or by the code on the card. */
export interface Reference {
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly births: readonly string[];
}

/** Confidence of a value that something else on the papers bears out. */
const BORNE_OUT = 97;
/** Clear print: a figure is misread once in some hundred numbers, and then for one like it. */
const CLEAR = 95;
const SURE = 90;
const FAIRLY_SURE = 50;
/** So many other letters are no misreading of a name whose words are all possible ones. */
const OTHER_NAME = 4;
/** Figures that print and pen make alike, lower first. */
const ALIKE = new Set(['35', '38', '56', '58', '68', '08', '06', '17', '14', '49', '09', '89']);

export function peopleOn(fields: readonly PaperField[]): NamedPerson[] {
  const roles = new Set(
    fields.filter(({ name }) => /(^|\.)(hoTen|soDinhDanh)$/.test(name)).map(({ name }) => roleOf(name)),
  );
  return [...roles].map((role) => {
    const find = (part: string) =>
      fields.find(({ name }) => name === (role === '' ? part : `${role}.${part}`)) ?? null;
    const birth = find('ngaySinh');
    return {
      role,
      name: find('hoTen'),
      id: find('soDinhDanh'),
      birth: birth && birth.value.length > 4 ? birth : null,
    };
  });
}

function roleOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

export function declaredReference({ name, idNumber, dateOfBirth }: Applicant): Reference {
  const id = idNumber?.replace(/\D/g, '') ?? '';
  const typed = dateOfBirth ?? '';
  const birth = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : parseDayMonthYear(typed.replace(/\D/g, ''));
  return {
    names: name ? [name] : [],
    ids: /^(\d{12}|\d{9})$/.test(id) ? [id] : [],
    births: birth ? [forPeople(birth)] : [],
  };
}

/** Whether the name's letters or the number are theirs, one misread letter or two misread figures aside. */
export function isNearTo({ name, id }: NamedPerson, { names, ids }: Reference): boolean {
  const isNamed =
    name !== null && names.some((known) => editDistance(lettersOf(name.value), lettersOf(known)) <= 1);
  return isNamed || (id !== null && ids.some((known) => apart(id.value, known) <= 2));
}

/** True only where no misreading makes the one of the other: the better the name was read, the less it takes. */
export function isOtherName({ value, confidence }: PaperField, known: string): boolean {
  const [read, right] = [lettersOf(value), lettersOf(known)];
  const errors = editDistance(read, right);
  if (errors === 0) return false;
  if (confidence >= BORNE_OUT) return true;
  // A word lost at the end is lost, not another name.
  if (right.startsWith(read) || read.startsWith(right)) return false;
  return confidence >= SURE ? errors > 1 : confidence >= FAIRLY_SURE && errors >= OTHER_NAME;
}

/** Likewise for numbers; a number that is not whole proves nothing. */
export function isOtherNumber({ value, confidence }: PaperField, known: string): boolean {
  if (value.length !== known.length || value === known) return false;
  if (confidence >= BORNE_OUT) return true;
  const pairs = differingPairs(value, known);
  const isMisreadable = pairs.every((pair) => ALIKE.has(pair));
  if (confidence >= CLEAR) return pairs.length >= 2 || !isMisreadable;
  return confidence >= SURE && pairs.length >= 2 && !isMisreadable;
}

/** Likewise for days of birth. */
export function isOtherDay({ value, confidence }: PaperField, known: string): boolean {
  const [read, right] = [value.replace(/\D/g, ''), known.replace(/\D/g, '')];
  if (read.length !== right.length || read === right) return false;
  if (confidence >= BORNE_OUT) return true;
  const pairs = differingPairs(read, right);
  if (confidence >= CLEAR && pairs.length >= 2) return true;
  return confidence >= SURE && pairs.some((pair) => !ALIKE.has(pair));
}

function differingPairs(a: string, b: string): string[] {
  return [...a].flatMap((digit, at) => (digit === b[at] ? [] : [[digit, b[at]!].sort().join('')]));
}

function apart(a: string, b: string): number {
  return a.length === b.length ? differingPairs(a, b).length : Math.max(a.length, b.length);
}

function lettersOf(name: string): string {
  return foldTones(name).replace(/ /g, '');
}
