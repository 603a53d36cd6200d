/** Holds the people on the papers against those that are known: spelling, numbers and dates that are theirs, or are not. */
import { editDistance } from '../approximate-match.ts';
import type { KnownPerson } from './known-people.ts';
import { type PaperReading, type Role, rolesOn } from './paper-reading.ts';
import type { ReadField } from './read-field.ts';
import { difference, dressLike, isSameLetters } from './spelling.ts';

/** A name read so badly may be a known one that differs in so many of its letters. */
const ILLEGIBLE = 80;
/** Two figures of a number read so well are not both misread. */
const SHARP = 92;
const BLOTTED_NAME = 0.34;
/** Figures that print and pen make alike. */
const ALIKE = new Set(['35', '38', '56', '58', '68', '08', '06', '17', '14', '49', '09', '89']);
/** What a known person's own date is trusted with in the place of a misread one. */
const TAKEN_OVER = 85;
/** A figure that disagrees with what is known of the person is doubtful, however well it was read. */
const DISPUTED = 0.5;

/** Known people first come, first served: cards before the declaration. */
export function settlePeople(papers: readonly PaperReading[], known: readonly KnownPerson[]): PaperReading[] {
  return papers.map((paper) => {
    const ids = idsByName(paper);
    const changed = new Map<ReadField, ReadField>();
    for (const role of rolesOn(paper.fields)) {
      for (const person of known.filter((one) => isSamePerson(role, one))) {
        for (const [field, settled] of settleRole(role, person, ids, changed)) changed.set(field, settled);
      }
    }
    return { ...paper, fields: paper.fields.map((field) => changed.get(field) ?? field) };
  });
}

/** All readings of a person's number on a paper, by the letters of the name. */
function idsByName({ fields }: PaperReading): ReadonlyMap<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { name, id } of rolesOn(fields)) {
    if (name && id) ids.set(lettersOf(name.value), [...(ids.get(lettersOf(name.value)) ?? []), id.value]);
  }
  return ids;
}

/** Two of name, number and birth must speak for it, and none clearly against both of the others. */
export function isSamePerson(role: Role, person: KnownPerson): boolean {
  const name = nameLikeness(role.name, person.name);
  const id = digitLikeness(role.id, person.id);
  const birth = digitLikeness(role.birth, person.birth);
  return name + id + birth >= 2 && (name > 0 || id + birth >= 4);
}

function nameLikeness(field: ReadField | null, known: string | null): number {
  if (field === null || known === null) return 0;
  if (isSameLetters(field.value, known)) return 2;
  const isIllegible = field.legibility < ILLEGIBLE || field.fit < 1;
  return isIllegible && difference(field.value, known) <= BLOTTED_NAME ? 1 : 0;
}

function digitLikeness(field: ReadField | null, known: string | null): number {
  if (field === null || known === null || field.fit < DISPUTED) return 0;
  const [a, b] = [digitsOf(field.value), digitsOf(known)];
  if (a === b || (a.length === 4 && b.endsWith(a))) return a.length === 4 ? 1 : 2;
  const apart = a.length === b.length ? editDistance(a, b) : a.length;
  return apart <= 2 ? 1 : apart <= 4 ? 0 : -2;
}

function settleRole(
  role: Role,
  person: KnownPerson,
  ids: ReadonlyMap<string, readonly string[]>,
  changed: ReadonlyMap<ReadField, ReadField>,
): [ReadField, ReadField][] {
  const { name, id, birth, issued, phone } = role;
  const settled: [ReadField, ReadField][] = [];
  const settle = (field: ReadField | null, change: (current: ReadField) => ReadField) => {
    // What a code says needs no known person, who may be the same code.
    if (field?.source === 'ocr') settled.push([field, change(changed.get(field) ?? field)]);
  };
  const others = name ? (ids.get(lettersOf(name.value)) ?? []) : [];
  if (person.name && nameLikeness(name, person.name) > 0) settle(name, (one) => withName(one, person.name!));
  if (person.id) settle(id, (one) => withNumber(one, person.id!, others));
  const year = person.id && id && id.value.length === 12 ? person.id.slice(4, 6) : null;
  const agreesOnYear = year !== null && id!.value.slice(4, 6) === year;
  const hasMisreadTwin = others.some((other) => other.slice(4, 6) === year);
  if (person.birth) settle(birth, (one) => withDate(one, person.birth!, agreesOnYear || hasMisreadTwin));
  if (person.issued) settle(issued, (one) => withDate(one, person.issued!, true));
  if (person.phone) settle(phone, (one) => withNumber(one, person.phone!, []));
  return settled;
}

function withName(field: ReadField, known: string): ReadField {
  const isSame = isSameLetters(field.value, known);
  const value = dressLike(field.value, known);
  if (isSame) return { ...field, value, fit: 1, witnesses: field.witnesses + 1 };
  return { ...field, value, fit: 0.9, legibility: Math.max(field.legibility, TAKEN_OVER) };
}

function withNumber(field: ReadField, known: string, others: readonly string[]): ReadField {
  if (digitsOf(field.value) === digitsOf(known)) return { ...field, witnesses: field.witnesses + 1, fit: 1 };
  const value = repairByTwins(field.value, known, others);
  const isConfirmed = others.filter((other) => repairByTwins(other, known, others) === value).length > 1;
  if (isConfirmed) return { ...field, value, fit: Math.max(field.fit, 0.9) };
  return { ...field, value, fit: isDoubtful(field, differingPairs(value, known)) ? DISPUTED : field.fit };
}

/** Of two readings on a paper that differ in a figure easily misread, the one that the known number has is right. */
function repairByTwins(read: string, known: string, twins: readonly string[]): string {
  return [...read]
    .map((digit, at) => {
      const isRightElsewhere = twins.some((twin) => twin.length === known.length && twin[at] === known[at]);
      return isRightElsewhere && ALIKE.has(pairOf(digit, known[at]!)) ? known[at]! : digit;
    })
    .join('');
}

/** Near what is known of the person, and differing as misread figures do. */
function isDoubtful({ legibility, fit }: ReadField, pairs: readonly string[]): boolean {
  if (pairs.length === 0 || pairs.length > 2 || fit < DISPUTED) return false;
  return legibility < SHARP || (pairs.length === 1 && ALIKE.has(pairs[0]!));
}

function differingPairs(read: string, known: string): string[] {
  if (read.length !== known.length) return [];
  return [...read].flatMap((digit, at) => (digit === known[at] ? [] : [pairOf(digit, known[at]!)]));
}

function pairOf(a: string, b: string): string {
  return a < b ? a + b : b + a;
}

function withDate(field: ReadField, known: string, isBorneOut: boolean): ReadField {
  const [read, right] = [digitsOf(field.value), digitsOf(known)];
  if (read === right || (read.length === 4 && right.endsWith(read)))
    return { ...field, witnesses: field.witnesses + 1, fit: 1 };
  const pairs = differingPairs(read, right);
  const isMisread = pairs.length === 1 && ALIKE.has(pairs[0]!);
  if (isMisread && (isBorneOut || field.legibility < TAKEN_OVER))
    return { ...field, value: known, fit: 1, legibility: TAKEN_OVER };
  return isDoubtful(field, pairs) ? { ...field, fit: DISPUTED } : field;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toUpperCase();
}
