/** Agency units as paths from the province down, whatever form of dossier code named them. */
import { parseDossierCode } from './codes/dossier-code.ts';

/** `H12.07` of both `H12.07-…` and the older `000.00.07.H12-…` (Decision 20/2020/QĐ-TTg); null for an orphan. */
export function unitOfDossier(dossierCode: string | null): string | null {
  const parsed = dossierCode === null ? null : parseDossierCode(dossierCode);
  if (!parsed) return null;
  if (parsed.form === 'current') return parsed.unit;
  const levels = parsed.unit.split('.').reverse();
  return levels.filter((level, index) => index === 0 || /[1-9]/.test(level)).join('.');
}

/** Whether `unit` is `top` or stands below it. */
export function isUnitWithin(unit: string, top: string): boolean {
  return unit === top || unit.startsWith(`${top}.`);
}
