/** QR code of the identity card: `id|old id|name|ddmmyyyy|sex|address|ddmmyyyy`, later cards with more behind. */
import { parseDayMonthYear } from './calendar-date.ts';
import { parseCitizenId } from './citizen-id.ts';

export interface IdentityCardCode {
  readonly id: string;
  /** NFC, as the card writes it, tone marks and all. */
  readonly name: string;
  /** ISO 8601. */
  readonly birthDate: string;
  /** `Nam` or `Nữ`; null where the code says neither. */
  readonly sex: string | null;
  /** Place of residence as the card prints it; empty on some. */
  readonly address: string;
  /** ISO 8601; null where the code does not say it. */
  readonly issuedOn: string | null;
}

/** Null for what is no card's code. */
export function parseIdentityCardCode(payload: string): IdentityCardCode | null {
  const [id = '', oldId = '', name = '', birth = '', sex = '', address, issued = ''] = payload
    .normalize('NFC')
    .split('|');
  const birthDate = parseDayMonthYear(birth);
  if (address === undefined || birthDate === null || name.trim() === '') return null;
  if (!parseCitizenId(id) || !/^(\d{9})?$/.test(oldId)) return null;
  return {
    id,
    name: name.trim(),
    birthDate,
    sex: /^(Nam|Nữ)$/.test(sex.trim()) ? sex.trim() : null,
    address: address.trim(),
    issuedOn: parseDayMonthYear(issued.trim()),
  };
}
