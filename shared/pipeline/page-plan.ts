/** Order, turns, drops and assignments of pages by a person, at the desk and after the close; scans stay untouched. */
import type { Actor } from '../domain/corrections.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { QuarterTurn } from '../domain/geometry.ts';
import type { BatchId, DossierId, PageId } from '../domain/ids.ts';
import type { Page } from '../domain/page.ts';
import { type PlacedPage, placesFor } from '../domain/page-order.ts';
import type { AssignedPaper } from '../domain/page-plan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { assignPapers, type WantedPaper } from './assign-papers.ts';
import { changePages, type PageChange } from './change-pages.ts';
import { placesNow } from './place-pages.ts';
import {
  type ActingOffice,
  type ActRequest,
  commitTogether,
  dossierCorrected,
  recordAct,
  tidyText,
} from './record-act.ts';
import { settleConflicts } from './step.ts';

const LONGEST_REASON = 1_000;

/** What is left out stays as it is. */
export interface PlannedPage {
  readonly pageId: PageId;
  /** How far the delivered picture is turned clockwise to stand upright; the page is then read again that way. */
  readonly turnDeg?: QuarterTurn;
  readonly dropped?: boolean;
  readonly paper?: AssignedPaper | null;
}

export interface PlanRequest extends ActRequest {
  /** In the wanted order where all pages of the dossier are named; otherwise the order stays. */
  readonly pages: readonly PlannedPage[];
  readonly reason?: string;
  /** The review that asked for it. */
  readonly reviewId?: string;
}

/** @throws DigitizationError `record-missing`, `page-signed`, `request-invalid`, and those of `recordAct`. */
export async function planPages(office: ActingOffice, request: PlanRequest, by: Actor): Promise<void> {
  await recordAct(office, request, by, async ({ dossier }) => decidePlan(office, dossier, request, by));
}

export async function decidePlan(office: ActingOffice, dossier: Dossier, request: PlanRequest, by: Actor) {
  const pages = await loadPages(office, dossier);
  for (const { pageId } of request.pages) {
    if (!pages.has(pageId)) throw new DigitizationError('record-missing', { pageId });
  }
  const wanted = request.pages.filter((page): page is PlannedPage & WantedPaper => page.paper !== undefined);
  const papers = assignPapers(dossier, pages, wanted, request.actId);
  const isWhole = new Set(request.pages.map(({ pageId }) => pageId)).size === pages.size;
  const order = isWhole ? request.pages.map(({ pageId }) => pageId) : [];
  const places = placesFor(await placesNow(office, [...pages.values()]), order);
  const named = new Map(request.pages.map((page) => [page.pageId, page]));
  const changes = [...new Set([...named.keys(), ...papers.keys()])].map((pageId): PageChange => {
    const { turnDeg, dropped } = named.get(pageId) ?? {};
    const paper = papers.get(pageId);
    const place = places.get(pageId);
    return {
      pageId,
      ...(turnDeg === undefined ? {} : { turnDeg }),
      ...(dropped === undefined ? {} : { dropped }),
      ...(paper === undefined ? {} : { paper }),
      ...(place === undefined ? {} : { place }),
    };
  });
  const changed = await changePages(office, changes, by);
  const reason = tidyText(request.reason, LONGEST_REASON);
  return {
    act: {
      kind: 'pages-planned',
      pageIds: changed.flatMap(({ record }) => (record.kind === 'page' ? [record.pageId] : [])),
      ...(reason ? { reason } : {}),
      ...(request.reviewId ? { reviewId: request.reviewId } : {}),
    },
    changes: changed,
    revises: { batchIds: [] },
  } as const;
}

async function loadPages({ repository }: ActingOffice, dossier: Dossier): Promise<Map<PageId, Page>> {
  const pages = await Promise.all(dossier.pages.map(({ pageId }) => repository.page(pageId)));
  return new Map(pages.flatMap((page) => (page ? [[page.pageId, page] as const] : [])));
}

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

/** The dossiers that pages may be in: what their deliveries became, and where people moved them; none at first. */
export async function dossiersBehind(
  repository: ActingOffice['repository'],
  pages: readonly Page[],
): Promise<DossierId[]> {
  const ids = [...new Set(pages.map(({ batchId }) => batchId))];
  const batches = await Promise.all(ids.map((batchId) => repository.batch(batchId)));
  const became = batches.flatMap((batch) => batch?.dossierIds ?? []);
  const moved = pages.flatMap(({ plan }) => (plan?.dossierCode ? [plan.dossierCode as DossierId] : []));
  return [...new Set([...became, ...moved])];
}

/** An orphan's id is no code. */
export function codeOf(dossierId: DossierId): string | null {
  return dossierId.startsWith('orphan-') ? null : dossierId;
}
