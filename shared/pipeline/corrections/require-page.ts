/** A page that somebody names must be on record. */
import type { PageId } from '../../domain/ids.ts';
import type { Page } from '../../domain/page.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { DossierRepository } from '../../ports/dossier-repository.ts';

/** @throws DigitizationError `record-missing`. */
export async function requirePage(
  { repository }: { readonly repository: Pick<DossierRepository, 'page'> },
  pageId: PageId,
): Promise<Page> {
  const page = await repository.page(pageId);
  if (!page) throw new DigitizationError('record-missing', { pageId });
  return page;
}
