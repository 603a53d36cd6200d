/** Order, turns, drops and replacements of pages at the desk, while a delivery comes in and after. */
import type { Actor } from '../../domain/corrections.ts';
import type { BatchId, PageId } from '../../domain/ids.ts';
import { type PlacedPage, placesFor } from '../../domain/page-order.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { settleConflicts } from '../step.ts';
import { changePages, type PageChange } from './change-pages.ts';
import { codeOf, dossiersBehind } from './dossiers-behind.ts';
import type { PlannedPage } from './page-plan.ts';
import { placesNow } from './place-pages.ts';
import { type ActingOffice, commitTogether, dossierCorrected } from './record-act.ts';
import { LONGEST_REASON, tidyText } from './tidy-text.ts';

/** What is left out stays as it is; null takes a decision back. */
export interface DeskPage extends Omit<PlannedPage, 'paper'> {
  /** Taken although its picture was judged bad. */
  readonly kept?: { readonly reason: string } | null;
  /** The page is put in front of that one; null: to the end. */
  readonly before?: PageId | null;
  /** The page that this one is a better scan of. */
  readonly replaces?: PageId | null;
}

export interface DeskPlanRequest {
  readonly batchId: BatchId;
  readonly pages: readonly DeskPage[];
}

/** For the desk, while pages come in and after: dossiers that the delivery has become by then are revised. */
export async function planBatchPages(
  office: ActingOffice,
  { batchId, pages }: DeskPlanRequest,
  by: Actor,
): Promise<void> {
  const { repository, clock } = office;
  await settleConflicts(async () => {
    const batch = await repository.batch(batchId);
    if (!batch) throw new DigitizationError('record-missing', { batchId });
    const own = await repository.pagesOf(batchId);
    const ids = new Set(own.map(({ pageId }) => pageId));
    for (const { pageId } of pages)
      if (!ids.has(pageId)) throw new DigitizationError('record-missing', { pageId });
    const placed = await placesNow(office, own);
    const places = placesFor(placed, reorder(placed, pages));
    // Bringing one page elsewhere may be done by moving its neighbours.
    const said = new Map(pages.map((page) => [page.pageId, page]));
    const wanted = [...new Set([...said.keys(), ...places.keys()])];
    const changed = await changePages(
      office,
      wanted.map((pageId) => deskChange(said.get(pageId) ?? { pageId }, places)),
      by,
    );
    const touched = changed.flatMap(({ record }) => (record.kind === 'page' ? [record] : []));
    const [first] = touched;
    if (!first) return;
    const change = `${first.pageId}.v${first.version + 1}`;
    const messages = (await dossiersBehind(repository, touched)).map((dossierId) =>
      dossierCorrected(dossierId, codeOf(dossierId), [batchId], change, clock.now()),
    );
    await commitTogether(office, changed, [], messages);
  });
}

function deskChange(
  { before: _before, kept, ...page }: DeskPage,
  places: ReadonlyMap<PageId, PlacedPage['place']>,
): PageChange {
  const place = places.get(page.pageId);
  const reason = kept ? tidyText(kept.reason, LONGEST_REASON) : null;
  if (kept && !reason) throw new DigitizationError('request-invalid', { field: 'kept.reason' });
  return {
    ...page,
    ...(kept === undefined ? {} : { kept: reason ? { reason } : null }),
    ...(place === undefined ? {} : { place }),
  };
}

function reorder(placed: readonly PlacedPage[], pages: readonly DeskPage[]): PageId[] {
  const order = placed.map(({ pageId }) => pageId);
  for (const { pageId, before } of pages) {
    if (before === undefined || before === pageId) continue;
    order.splice(order.indexOf(pageId), 1);
    const at = before === null ? -1 : order.indexOf(before);
    order.splice(at < 0 ? order.length : at, 0, pageId);
  }
  return order;
}
