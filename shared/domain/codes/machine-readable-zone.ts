/** Machine-readable zone on the back of an identity card: ICAO 9303 part 5 (TD1), three lines of thirty. */
import { calendarDate } from './calendar-date.ts';
import { parseCitizenId } from './citizen-id.ts';
import { repairDigits } from './ocr-digits.ts';

export interface MachineReadableZone {
  /** Twelve digits from the optional data of Vietnamese cards; null where they are not read. */
  readonly citizenId: string | null;
  /** ISO 8601; null where the check digit does not confirm it. */
  readonly birthDate: string | null;
  /** ISO 8601; null without confirmation, and for cards that never expire. */
  readonly expiresOn: string | null;
  /** The zone says, confirmed, that the card never expires. */
  readonly neverExpires: boolean;
  readonly sex: 'male' | 'female' | null;
}

const FIRST = /^(?:I[D0O<][A-Z0-9<]{26,30}|[I1TLJ]?[D0O<]VNM[A-Z0-9<]{20,27})$/;
/** From the country's letters to the optional data. */
const TO_OPTIONAL = 13;
const SECOND =
  /^([0-9OQDILSBZG]{6})([0-9OQDILSBZG])([MFX<])([0-9OQDILSBZG]{6})([0-9OQDILSBZG])[A-Z0-9<]{8,16}$/;
/** Cards without end of validity carry this day. */
const NEVER = '991231';

/** Whether a line, blanks removed, can only come from such a zone. */
export function isMachineReadableLine(line: string): boolean {
  const dense = line.replace(/\s+/g, '').toUpperCase();
  const isLong = dense.length >= 24 && dense.length <= 48;
  return (
    isLong &&
    /^[A-Z0-9<«‹]+$/.test(dense) &&
    (SECOND.test(dense) || FIRST.test(dense) || /[<«‹]{4}/.test(dense))
  );
}

/** Null where no line of the zone was read. */
export function readMachineReadableZone(lines: readonly string[]): MachineReadableZone | null {
  const zone = lines.filter(isMachineReadableLine).map((line) => line.replace(/\s+/g, '').toUpperCase());
  if (zone.length === 0) return null;
  const first = zone.find((line) => FIRST.test(line));
  const second = zone.map((line) => SECOND.exec(line)).find((match) => match !== null);
  const country = Math.max(0, first?.slice(0, 7).indexOf('VNM') ?? 0) || 2;
  const optional = first ? repairDigits(first.slice(country + TO_OPTIONAL, country + TO_OPTIONAL + 12)) : '';
  const citizen = parseCitizenId(optional);
  const bornIn = citizen ? Math.floor(citizen.birthYear / 100) * 100 : null;
  return {
    citizenId: citizen?.id ?? null,
    birthDate: second ? confirmedDate(second[1]!, second[2]!, bornIn ?? likelyCentury(second[1]!)) : null,
    // Such cards exist since 2021: their end of validity lies in this century.
    expiresOn: second ? confirmedDate(second[4]!, second[5]!, 2000) : null,
    neverExpires: second !== undefined && repairDigits(second[4]! + second[5]!) === NEVER + checkDigit(NEVER),
    sex: second?.[3] === 'M' ? 'male' : second?.[3] === 'F' ? 'female' : null,
  };
}

/** Card holders are fourteen at least: a birth year that this century has not reached yet is of the last one. */
function likelyCentury(yymmdd: string): number {
  return Number(repairDigits(yymmdd.slice(0, 2))) <= 30 ? 2000 : 1900;
}

function confirmedDate(field: string, check: string, century: number): string | null {
  const digits = repairDigits(field);
  if (digits === NEVER || checkDigit(digits) !== Number(repairDigits(check))) return null;
  return calendarDate(
    century + Number(digits.slice(0, 2)),
    Number(digits.slice(2, 4)),
    Number(digits.slice(4, 6)),
  );
}

/** ICAO 9303 part 3: weights 7, 3, 1 modulo 10. */
export function checkDigit(field: string): number {
  let sum = 0;
  for (const [index, character] of [...field].entries()) {
    const value = /\d/.test(character)
      ? Number(character)
      : character === '<'
        ? 0
        : character.charCodeAt(0) - 55;
    sum += value * [7, 3, 1][index % 3]!;
  }
  return sum % 10;
}
