/** Agency units as paths from the province down, whatever form of dossier code named them. */
import { parseAgencyCode } from './codes/agency-code.ts';
import { parseDossierCode } from './codes/dossier-code.ts';

/** `H12.07` of both `H12.07-…` and the older `000.00.07.H12-…` (Decision 20/2020/QĐ-TTg); null for an orphan. */
export function unitOfDossier(dossierCode: string | null): string | null {
  const parsed = dossierCode === null ? null : parseDossierCode(dossierCode);
  return parsed && (parseAgencyCode(parsed.unit)?.code ?? null);
}

/** Whether `unit` is `top` or stands below it. */
export function isUnitWithin(unit: string, top: string): boolean {
  return unit === top || unit.startsWith(`${top}.`);
}
