/** What validation would say of a batch with the pages read so far: the desk's checklist, never stored. */
import { arrangePages } from '../domain/arrange-pages.ts';
import type { BatchState } from '../domain/batch.ts';
import type { BatchId, DossierId } from '../domain/ids.ts';
import { EMPTY_MANIFEST } from '../domain/manifest.ts';
import { type DossierDecision, validateDossier } from '../domain/validate-dossier.ts';
import { vietnamDate } from '../domain/vietnam-time.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { deliveredPages } from './gather-evidence.ts';
import { dossierIdOf, loadBatch } from './load-dossier-parts.ts';
import { knowledgeOf, loadCatalogue } from './procedure-catalogue.ts';
import type { Office } from './step.ts';

export interface BatchPreview {
  readonly batchId: BatchId;
  readonly state: BatchState;
  readonly pages: { readonly read: number; readonly total: number };
  readonly dossiers: readonly (DossierDecision & { readonly dossierId: DossierId })[];
}

export async function previewBatch(
  office: Pick<Office, 'repository' | 'store' | 'clock'>,
  batchId: BatchId,
): Promise<BatchPreview> {
  const contents = await loadBatch(office, batchId);
  if (!contents) throw new DigitizationError('record-missing');
  const { batch, pages, parts } = contents;
  const today = vietnamDate(office.clock.now());
  const catalogue = await loadCatalogue(office);
  return {
    batchId,
    state: batch.state,
    pages: { read: pages.filter((page) => page.state !== 'received').length, total: pages.length },
    dossiers: parts.map((part) => ({
      dossierId: dossierIdOf(part, batchId),
      ...validateDossier({
        dossierCode: part.dossierCode,
        manifest: batch.manifest ?? EMPTY_MANIFEST,
        pages: arrangePages(deliveredPages({ contents, part })),
        today,
        procedure: knowledgeOf(catalogue, batch.manifest?.procedureCode),
      }),
    })),
  };
}
