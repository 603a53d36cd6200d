/** Whether a thing is the person's to see: a clerk's by office, an officer's by unit, an admin's all, read only. */
import { isUnitWithin, unitOfDossier } from '../../shared/domain/agency-unit.ts';
import { type Batch, officeOfBatch } from '../../shared/domain/batch.ts';
import type { Dossier } from '../../shared/domain/dossier.ts';
import type { Page } from '../../shared/domain/page.ts';
import type { Person } from '../../shared/domain/person.ts';
import { officeOfDossier } from '../../shared/pipeline/load-search-entry.ts';
import type { SearchScope } from '../../shared/ports/search-index.ts';
import type { ApiOffice } from './api-office.ts';

export function isOwnBatch(person: Person, batch: Batch): boolean {
  return person.officeCode !== undefined && officeOfBatch(batch) === person.officeCode;
}

export async function isOwnDossier(office: ApiOffice, person: Person, dossier: Dossier): Promise<boolean> {
  switch (person.role) {
    case 'admin':
      return true;
    case 'officer':
      return person.unitCode !== undefined && isInUnit(office, dossier, person.unitCode);
    case 'clerk':
      return (
        person.officeCode !== undefined && (await officeOfDossier(office, dossier)) === person.officeCode
      );
  }
}

/** Nobody knows yet whose an orphan is: it is for those who answer for the whole province. */
function isInUnit({ settings }: ApiOffice, dossier: Dossier, top: string): boolean {
  const unit = unitOfDossier(dossier.dossierCode);
  return top === settings.unitCode || (unit !== null && isUnitWithin(unit, top));
}

/** A page is its delivering office's while that delivery is open, and its dossiers' readers' from then on. */
export async function isOwnPage(office: ApiOffice, person: Person, page: Page): Promise<boolean> {
  const batch = await office.repository.batch(page.batchId);
  if (!batch) return false;
  if (person.role === 'clerk' && isOwnBatch(person, batch)) return true;
  for (const dossierId of batch.dossierIds) {
    const dossier = await office.repository.dossier(dossierId);
    const holdsPage = dossier?.pages.some((typed) => typed.pageId === page.pageId);
    if (dossier && holdsPage && (await isOwnDossier(office, person, dossier))) return true;
  }
  return false;
}

/** The same rule as a condition on the search index. An officer of the whole province also sees orphans. */
export function searchScopeOf({ settings }: ApiOffice, person: Person): SearchScope | null {
  switch (person.role) {
    case 'admin':
      return {};
    case 'officer':
      if (person.unitCode === undefined) return null;
      return person.unitCode === settings.unitCode ? {} : { unitCode: person.unitCode };
    case 'clerk':
      return person.officeCode === undefined ? null : { officeCode: person.officeCode };
  }
}
