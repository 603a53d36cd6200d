/** QR code of cover and separator sheets: `BCCI1;L=…;HS=…;TT=…;STT=…;GT=…;BG=…;K=<crc>`, read strictly or not at all. */
import { parseDossierCode } from './dossier-code.ts';
import { isProcedureCode } from './procedure-code.ts';

export interface SheetCode {
  readonly sheet: 'COVER' | 'SEPARATOR';
  readonly dossierCode: string;
  readonly procedureCode: string | null;
  /** From 1; null on covers. */
  readonly ordinal: number | null;
  /** Null on covers. */
  readonly paperType: string | null;
  readonly postalItemId: string | null;
}

const PAYLOAD = /^BCCI1;L=(BIA|PC);HS=([^;]*);TT=([^;]*);STT=([^;]*);GT=([^;]*);BG=([^;]*);K=([0-9A-F]{4})$/;
const PAPER_TYPE = /^[A-Z][A-Z0-9_]{1,59}$/;
const POSTAL_ITEM = /^[A-Z0-9]{5,20}$/;

/** Whether the payload means to be a sheet of ours: then it is a sheet, readable or not. */
export function claimsToBeSheet(payload: string): boolean {
  return /^\s*BCCI\d*\s*[;:]/i.test(payload);
}

/**
 * Null unless every field fits its grammar and the checksum holds. A sheet is printed by anyone with a printer:
 * a right checksum over a path, a formula or markup proves nothing, and none of it is passed on.
 */
export function parseSheetCode(payload: string): SheetCode | null {
  const match = PAYLOAD.exec(payload);
  if (!match) return null;
  const [, kind, dossierCode, procedureCode, ordinal, paperType, item, checksum] =
    match as unknown as string[];
  const isCover = kind === 'BIA';
  const isSound =
    sheetChecksum(payload.slice(0, payload.lastIndexOf(';K='))) === checksum &&
    parseDossierCode(dossierCode!) !== null &&
    (procedureCode === '' || isProcedureCode(procedureCode!)) &&
    (item === '' || POSTAL_ITEM.test(item!)) &&
    (isCover
      ? ordinal === '' && paperType === ''
      : /^(0[1-9]|[1-9]\d)$/.test(ordinal!) && PAPER_TYPE.test(paperType!));
  if (!isSound) return null;
  return {
    sheet: isCover ? 'COVER' : 'SEPARATOR',
    dossierCode: dossierCode!,
    procedureCode: procedureCode || null,
    ordinal: isCover ? null : Number(ordinal),
    paperType: paperType || null,
    postalItemId: item || null,
  };
}

/** The payload that `parseSheetCode` reads back; the caller has checked the fields' grammar. */
export function formatSheetCode(code: SheetCode): string {
  const fields = [
    `L=${code.sheet === 'COVER' ? 'BIA' : 'PC'}`,
    `HS=${code.dossierCode}`,
    `TT=${code.procedureCode ?? ''}`,
    `STT=${code.ordinal === null ? '' : String(code.ordinal).padStart(2, '0')}`,
    `GT=${code.paperType ?? ''}`,
    `BG=${code.postalItemId ?? ''}`,
  ];
  const text = `BCCI1;${fields.join(';')}`;
  return `${text};K=${sheetChecksum(text)}`;
}

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) over UTF-8, four capital hex digits. */
export function sheetChecksum(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
