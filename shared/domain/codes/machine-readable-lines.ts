/** The three lines that a card's zone must show, given what the card says: ICAO 9303 part 5, section 4.2 (TD1). */
import { foldTones } from '../fold.ts';
import { checkDigit } from './machine-readable-zone.ts';

const WIDTH = 30;
/** Cards without end of validity. */
const NEVER = '991231';

/** Vietnamese cards carry the last nine digits of the citizen number as document number, the whole as optional data. */
export function zoneLineOfNumber(citizenId: string): string {
  const serial = citizenId.slice(3);
  const optional = `${citizenId}<<`;
  return `IDVNM${serial}${checkDigit(serial)}${optional}${checkDigit(optional)}`;
}

/** `birthDate` and `expiresOn` are ISO 8601; `expiresOn` null for a card that never expires. */
export function zoneLineOfDates(
  citizenId: string,
  { birthDate, sex, expiresOn }: { birthDate: string; sex: 'male' | 'female'; expiresOn: string | null },
): string {
  const birth = withCheck(sixDigits(birthDate));
  const expiry = withCheck(expiresOn === null ? NEVER : sixDigits(expiresOn));
  const open = `${birth}${sex === 'male' ? 'M' : 'F'}${expiry}VNM`.padEnd(WIDTH - 1, '<');
  const composite = zoneLineOfNumber(citizenId).slice(5) + birth + expiry + open.slice(18);
  return open + checkDigit(composite);
}

/** Family name, two fillers, the other names parted by one. */
export function zoneLineOfName(name: string): string {
  const [family = '', ...others] = foldTones(name).split(' ');
  return `${family}<<${others.join('<')}`.padEnd(WIDTH, '<').slice(0, WIDTH);
}

function withCheck(digits: string): string {
  return digits + checkDigit(digits);
}

function sixDigits(isoDate: string): string {
  return isoDate.slice(2).replaceAll('-', '');
}
