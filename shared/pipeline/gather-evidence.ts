/** Everything that speaks for a dossier, over all of its deliveries, in the order that people gave its pages. */
import { arrangePages, type DeliveredPage } from '../domain/arrange-pages.ts';
import type { Batch, Scan } from '../domain/batch.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { BatchId, DossierId } from '../domain/ids.ts';
import type { PageFacts } from '../domain/page.ts';
import { placeAsDelivered } from '../domain/page-order.ts';
import type { DossierPart } from '../domain/split-by-dossier.ts';
import { type BatchContents, dossierIdOf, loadBatch, type TextCache } from './load-dossier-parts.ts';
import type { Office } from './step.ts';

export interface Evidence {
  readonly names: Pick<DossierPart, 'dossierCode' | 'procedureCode' | 'postalItemId'>;
  /** Those that have pages of the dossier; none when a correction moved all of them elsewhere. */
  readonly batches: readonly Batch[];
  readonly scans: readonly Scan[];
  /** Those that are left out among them. */
  readonly pages: readonly PageFacts[];
}

interface Piece {
  readonly contents: BatchContents;
  readonly part: DossierPart;
}

/**
 * Read after `known`, so that whoever saves last has seen the latest. A delivery under way adds no pages until it
 * settles, but those that the dossier had before stay.
 */
export async function gatherEvidence(
  office: Pick<Office, 'repository' | 'store'>,
  dossierId: DossierId,
  known: Dossier | null,
  batchIds: readonly BatchId[],
  texts: TextCache,
): Promise<Evidence> {
  const ids = [...new Set([...(known?.batchIds ?? []), ...batchIds])];
  const loaded = await Promise.all(ids.map((batchId) => loadBatch(office, batchId, texts)));
  const pieces = loaded
    .flatMap((contents) => (contents ? pieceOf(contents, dossierId, known) : []))
    .sort((a, b) => (a.contents.batch.openedAt < b.contents.batch.openedAt ? -1 : 1));
  const last = (name: 'procedureCode' | 'postalItemId') =>
    pieces.findLast(({ part }) => part[name] !== null)?.part[name] ?? null;
  return {
    names: {
      dossierCode: pieces.at(-1)?.part.dossierCode ?? known?.dossierCode ?? null,
      procedureCode: last('procedureCode'),
      postalItemId: last('postalItemId'),
    },
    batches: pieces.map(({ contents }) => contents.batch),
    scans: pieces.flatMap(scansBehind),
    pages: arrangePages(pieces.flatMap(deliveredPages)),
  };
}

function pieceOf(contents: BatchContents, dossierId: DossierId, known: Dossier | null): Piece[] {
  const { batch, parts } = contents;
  const part = parts.find((one) => dossierIdOf(one, batch.batchId) === dossierId);
  if (!part || batch.practice) return [];
  if (batch.state === 'settled') return [{ contents, part }];
  const seen = new Set(known?.pages.map(({ pageId }) => pageId));
  const pages = part.pages.filter(({ pageId }) => seen.has(pageId));
  return pages.length > 0 ? [{ contents, part: { ...part, pages } }] : [];
}

export function deliveredPages({ contents, part }: Piece): DeliveredPage[] {
  const { batch, pages } = contents;
  const places = new Map(pages.map((page) => [page.pageId, placeAsDelivered(batch.openedAt, page)]));
  return part.pages.map((facts) => ({ facts, place: places.get(facts.pageId)! }));
}

/** A refused scan has no pages; it counts for the batch's first dossier, the one on the manifest. */
function scansBehind({ contents, part }: Piece): Scan[] {
  const own = new Set(part.pages.map((page) => page.scanId));
  const isFirst =
    dossierIdOf(part, contents.batch.batchId) === dossierIdOf(contents.parts[0]!, contents.batch.batchId);
  return contents.scans.filter((scan) => own.has(scan.scanId) || (isFirst && scan.state === 'rejected'));
}
