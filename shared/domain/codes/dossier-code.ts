/** Dossier code (mã hồ sơ): unit, day of reception and running number, in its present and its older form. */
import { parseAgencyCode } from './agency-code.ts';
import { calendarDate } from './calendar-date.ts';
import { repairDigits } from './ocr-digits.ts';

export interface DossierCode {
  /** As the case system writes it: upper case, no blanks. */
  readonly code: string;
  readonly form: 'current' | 'legacy';
  /** Electronic identity code of the unit, e.g. `H12.07`, legacy `000.07.12.H12` (Decision 20/2020/QĐ-TTg). */
  readonly unit: string;
  /** ISO 8601 day of reception. */
  readonly receivedOn: string;
}

const CURRENT = /^([HG]\d{2}(?:\.\d{1,3}){0,3})-(\d{6})-\d{4,7}$/;
const LEGACY = /^(\d{3}\.\d{2}\.\d{2}\.H\d{2})-(\d{6})-\d{3,7}$/;

/** Exact grammar with a real day in it; null for everything else. Whether the day lies ahead is the caller's question. */
export function parseDossierCode(text: string): DossierCode | null {
  const current = CURRENT.exec(text);
  const [, unit, digits] = current ?? LEGACY.exec(text) ?? [];
  if (unit === undefined || digits === undefined) return null;
  const receivedOn = calendarDate(
    2000 + Number(digits.slice(0, 2)),
    Number(digits.slice(2, 4)),
    Number(digits.slice(4, 6)),
  );
  return receivedOn === null ? null : { code: text, form: current ? 'current' : 'legacy', unit, receivedOn };
}

/** Whether both name one dossier: its code of the older form and of the present one differ only in how the unit is written. */
export function isSameDossier(a: string, b: string): boolean {
  return a === b || (nameOf(a) !== null && nameOf(a) === nameOf(b));
}

function nameOf(text: string): string | null {
  const parsed = parseDossierCode(text);
  if (!parsed) return null;
  const serial = Number(text.slice(text.lastIndexOf('-') + 1));
  return `${parseAgencyCode(parsed.unit)?.code} ${parsed.receivedOn} ${serial}`;
}

/** Undoes what typing and recognition do to codes (`–` for `-`, `O` for `0`, blanks round dots), then parses. */
export function repairDossierCode(text: string): DossierCode | null {
  const parts = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/,/g, '.')
    .split('-');
  if (parts.length !== 3) return null;
  const [unit, day, serial] = parts as [string, string, string];
  return parseDossierCode(`${repairUnit(unit)}-${repairDigits(day)}-${repairDigits(serial)}`);
}

function repairUnit(unit: string): string {
  return unit
    .split('.')
    .map((part) =>
      /^[HGhg]/.test(part) ? part[0]!.toUpperCase() + repairDigits(part.slice(1)) : repairDigits(part),
    )
    .join('.');
}

// À-ỹ holds the letters of Vietnamese: `\p{L}` costs milliseconds to compile, repeated in one expression.
const LOOSE =
  /[A-Za-zÀ-ỹ\d|!][A-Za-zÀ-ỹ\d|! .,]{1,22}\s?[-‐-―−]\s?[A-Za-zÀ-ỹ\d|!]{6}\s?[-‐-―−]\s?[A-Za-zÀ-ỹ\d|!]{3,7}/gu;

/** Codes printed in running text, repaired, in order of appearance and each once. */
export function findDossierCodes(text: string): DossierCode[] {
  const found = new Map<string, DossierCode>();
  for (const [candidate] of text.matchAll(LOOSE)) {
    const words = candidate.trim().split(/\s+(?=\S)/);
    for (let from = 0; from < words.length; from++) {
      const code = repairDossierCode(words.slice(from).join(''));
      if (!code) continue;
      found.set(code.code, code);
      break;
    }
  }
  return [...found.values()];
}
