/** Whether the holder of an identity card is the declared applicant, and in what the two differ. */
import { parseDayMonthYear } from './codes/calendar-date.ts';
import type { FindingCode } from './finding.ts';
import { foldTones } from './fold.ts';
import type { IdentityCardFacts } from './identity-card-facts.ts';
import type { Applicant } from './manifest.ts';
import type { PaperField } from './paper.ts';
import {
  declaredReference,
  isNearTo,
  isOtherDay,
  isOtherName,
  isOtherNumber,
  peopleOn,
} from './people-on-papers.ts';

export type CardDifference = Extract<FindingCode, 'ID_MISMATCH' | 'NAME_MISMATCH' | 'DOB_MISMATCH'>;

export interface HolderJudgement {
  readonly isApplicant: boolean;
  readonly isSomebodyElse: boolean;
  /** Between an applicant's card and the declaration. */
  readonly differences: readonly CardDifference[];
}

/** Digits in which a number that recognition read differs when it is another number, not a misread one. */
const ANOTHER_NUMBER = 4;

interface Holder {
  readonly id: string | null;
  /** Null where only the zone was read, which writes names without marks and cuts them. */
  readonly name: string | null;
  readonly birthDate: string | null;
}

/** Null where the declaration has no citizen number: nothing to hold a card against. */
export function judgeHolder(
  { code, zone }: IdentityCardFacts,
  fields: readonly PaperField[],
  applicant: Applicant,
): HolderJudgement | null {
  const declared = declaredHolder(applicant);
  if (declared.id === null) return null;
  if (code) return judgeProven(code, declared);
  if (zone?.citizenId || zone?.birthDate)
    return judgeProven({ id: zone.citizenId, name: null, birthDate: zone.birthDate }, declared);
  return judgePrinted(fields, applicant, declared.id);
}

function declaredHolder({ idNumber, name, dateOfBirth }: Applicant): Holder {
  const digits = idNumber?.replace(/\s/g, '') ?? '';
  return {
    id: /^\d{12}$/.test(digits) ? digits : null,
    name: name || null,
    birthDate: /^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth ?? '')
      ? dateOfBirth!
      : parseDayMonthYear((dateOfBirth ?? '').replace(/\D/g, '')),
  };
}

/** A code or a check digit vouches for it: any difference is one. */
function judgeProven(holder: Holder, declared: Holder): HolderJudgement {
  const isNamesake = holder.name !== null && declared.name !== null && isSameName(holder.name, declared.name);
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return {
    isApplicant: holder.id === declared.id || (isNamesake && isEqual(holder.birthDate, declared.birthDate)),
    isSomebodyElse: isSomebodyElse(holder, declared),
    differences: [
      ...(differs(holder.id, declared.id) ? (['ID_MISMATCH'] as const) : []),
      ...(holder.name !== null && declared.name !== null && !isNamesake ? (['NAME_MISMATCH'] as const) : []),
      ...(differs(holder.birthDate, declared.birthDate) ? (['DOB_MISMATCH'] as const) : []),
    ],
  };
}

function isSomebodyElse(holder: Holder, declared: Holder): boolean {
  if (holder.id === null || holder.birthDate === null || isEqual(holder.birthDate, declared.birthDate))
    return false;
  if (holder.name !== null) return declared.name !== null && !isSameName(holder.name, declared.name);
  return digitsApart(holder.id, declared.id!) >= ANOTHER_NUMBER;
}

/** Nothing but print: only what no misreading explains is a difference, and a stranger differs in all three. */
function judgePrinted(
  fields: readonly PaperField[],
  applicant: Applicant,
  declaredId: string,
): HolderJudgement {
  const reference = declaredReference(applicant);
  const person = peopleOn(fields).find(({ role }) => role === '');
  if (!person) return { isApplicant: false, isSomebodyElse: false, differences: [] };
  const { name, id, birth } = person;
  const isOther = {
    ID_MISMATCH: id !== null && isOtherNumber(id, declaredId),
    NAME_MISMATCH: name !== null && reference.names.some((known) => isOtherName(name, known)),
    DOB_MISMATCH: birth !== null && reference.births.some((known) => isOtherDay(birth, known)),
  };
  const differences = (Object.keys(isOther) as CardDifference[]).filter((code) => isOther[code]);
  return {
    isApplicant: isNearTo(person, reference),
    isSomebodyElse: differences.length === 3 && digitsApart(id!.value, declaredId) >= ANOTHER_NUMBER,
    differences,
  };
}

/** Counters type names with and without marks. */
function isSameName(a: string, b: string): boolean {
  return foldTones(a) === foldTones(b);
}

function isEqual(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

function digitsApart(a: string, b: string): number {
  return [...a].filter((digit, index) => digit !== b[index]).length;
}
