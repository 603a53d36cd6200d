/** Reads back what is known of a batch's pages, and sorts the pages by the dossier they belong to. */
import type { Batch, Scan } from '../domain/batch.ts';
import type { BatchId, DossierId } from '../domain/ids.ts';
import type { Page, PageFacts } from '../domain/page.ts';
import type { PageText } from '../domain/page-text.ts';
import { type DossierPart, splitByDossier } from '../domain/split-by-dossier.ts';
import { decodeJson } from './json-bytes.ts';
import type { Office } from './step.ts';

export interface BatchContents {
  readonly batch: Batch;
  readonly scans: readonly Scan[];
  readonly pages: readonly Page[];
  readonly parts: readonly DossierPart[];
}

export async function loadBatch(
  office: Pick<Office, 'repository' | 'store'>,
  batchId: BatchId,
): Promise<BatchContents | null> {
  const { repository } = office;
  const batch = await repository.batch(batchId);
  if (!batch) return null;
  const [scans, pages] = await Promise.all([repository.scansOf(batchId), repository.pagesOf(batchId)]);
  const facts = await Promise.all(pages.map((page) => factsOf(office, page)));
  return { batch, scans, pages, parts: splitByDossier(facts, batch.manifest) };
}

async function factsOf(office: Pick<Office, 'store'>, page: Page): Promise<PageFacts> {
  const { pageId, scanId, signed, quality, image } = page;
  const text = page.textKey ? decodeJson<PageText>(await office.store.get(page.textKey)) : null;
  return {
    pageId,
    scanId,
    signed,
    quality,
    widthPx: image.widthPx,
    heightPx: image.heightPx,
    text,
    parked: page.state === 'parked',
  };
}

/** The code itself where one is known: codes are ASCII, public and no personal data. */
export function dossierIdOf(part: Pick<DossierPart, 'dossierCode'>, batchId: BatchId): DossierId {
  return (part.dossierCode ?? `orphan-${batchId}`) as DossierId;
}
