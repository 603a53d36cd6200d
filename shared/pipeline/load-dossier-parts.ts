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

/** Texts never change under their key: one look is enough for one piece of work. */
export type TextCache = Map<string, PageText>;

export async function loadBatch(
  office: Pick<Office, 'repository' | 'store'>,
  batchId: BatchId,
  texts: TextCache = new Map(),
): Promise<BatchContents | null> {
  const { repository } = office;
  const batch = await repository.batch(batchId);
  if (!batch) return null;
  const [scans, pages] = await Promise.all([repository.scansOf(batchId), repository.pagesOf(batchId)]);
  const facts = await Promise.all(pages.map((page) => factsOf(office, page, texts)));
  return { batch, scans, pages, parts: splitByDossier(facts, batch.manifest) };
}

async function factsOf(office: Pick<Office, 'store'>, page: Page, texts: TextCache): Promise<PageFacts> {
  const { pageId, scanId, signed, quality, image, plan, textKey } = page;
  let text = textKey ? (texts.get(textKey) ?? null) : null;
  if (textKey && !text) {
    text = decodeJson<PageText>(await office.store.get(textKey));
    texts.set(textKey, text);
  }
  return {
    pageId,
    scanId,
    signed,
    quality,
    widthPx: image.widthPx,
    heightPx: image.heightPx,
    text,
    parked: page.state === 'parked',
    ...(page.secret ? { secret: true } : {}),
    ...(plan ? { plan } : {}),
  };
}

/** The code itself where one is known: codes are ASCII, public and no personal data. */
export function dossierIdOf(part: Pick<DossierPart, 'dossierCode'>, batchId: BatchId): DossierId {
  return (part.dossierCode ?? `orphan-${batchId}`) as DossierId;
}
