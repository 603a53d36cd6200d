/** Where the pages of deliveries stand now, and where a scan goes that somebody puts between them. */
import { placePages } from '../../domain/arrange-pages.ts';
import type { Scan } from '../../domain/batch.ts';
import type { Page } from '../../domain/page.ts';
import { type PlacedPage, placeAsDelivered, placesBetween } from '../../domain/page-order.ts';
import type { Place } from '../../domain/page-plan.ts';
import type { Office } from '../step.ts';

type Reading = Pick<Office, 'repository'>;

/** In order. */
export async function placesNow({ repository }: Reading, pages: readonly Page[]): Promise<PlacedPage[]> {
  const ids = [...new Set(pages.map(({ batchId }) => batchId))];
  const batches = await Promise.all(ids.map((batchId) => repository.batch(batchId)));
  const openedAt = new Map(batches.flatMap((batch) => (batch ? [[batch.batchId, batch.openedAt]] : [])));
  return placePages(
    pages.map((page) => ({ facts: page, place: placeAsDelivered(openedAt.get(page.batchId)!, page) })),
  );
}

/**
 * What the places of an inserted scan's pages begin with; its position and their number follow, so that files of one
 * act stand in their order, whichever is taken apart first. Null where there is no such page in the delivery.
 */
export async function placeOfInsertion({ repository }: Reading, scan: Scan): Promise<Place | null> {
  if (!scan.inserted) return null;
  const [pages, scans] = await Promise.all([
    repository.pagesOf(scan.batchId),
    repository.scansOf(scan.batchId),
  ]);
  const together = new Set(
    scans.filter(({ inserted }) => inserted?.first === scan.inserted!.first).map(({ scanId }) => scanId),
  );
  const fellow = pages.find((page) => together.has(page.scanId) && isWhereInserted(page));
  if (fellow) return fellow.plan!.place!.slice(0, -2);
  const placed = await placesNow({ repository }, pages);
  const index = placed.findIndex(({ pageId }) => pageId === scan.inserted!.after);
  if (index < 0) return null;
  return placesBetween(placed[index]!.place, placed[index + 1]?.place ?? null, 1)[0]!;
}

/** Not moved since. */
function isWhereInserted({ plan, scanPosition, pageNumber }: Page): boolean {
  return plan?.place?.at(-2) === scanPosition && plan.place.at(-1) === pageNumber;
}
