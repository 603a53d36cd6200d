/** QR code of the identity card: `id|old id|name|ddmmyyyy|sex|address|ddmmyyyy`, later cards with more behind. */
import { parseDayMonthYear } from './calendar-date.ts';
import { parseCitizenId } from './citizen-id.ts';

export interface IdentityCardCode {
  readonly id: string;
  /** NFC, as the card writes it, tone marks and all. */
  readonly name: string;
  /** ISO 8601. */
  readonly birthDate: string;
}

/** Null for what is no card's code. */
export function parseIdentityCardCode(payload: string): IdentityCardCode | null {
  const [id = '', oldId = '', name = '', birth = '', , address] = payload.normalize('NFC').split('|');
  const birthDate = parseDayMonthYear(birth);
  if (address === undefined || birthDate === null || name.trim() === '') return null;
  if (!parseCitizenId(id) || !/^(\d{9})?$/.test(oldId)) return null;
  return { id, name: name.trim(), birthDate };
}
