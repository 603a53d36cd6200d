/** Order, turns, drops and assignments of a dossier's pages by an officer; scans stay untouched. */
import type { Actor } from '../../domain/corrections.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { QuarterTurn } from '../../domain/geometry.ts';
import type { PageId } from '../../domain/ids.ts';
import type { Page } from '../../domain/page.ts';
import { placesFor } from '../../domain/page-order.ts';
import type { AssignedPaper } from '../../domain/page-plan.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { assignPapers, type WantedPaper } from './assign-papers.ts';
import { changePages, type PageChange } from './change-pages.ts';
import { placesNow } from './place-pages.ts';
import { type ActingOffice, type ActRequest, recordAct } from './record-act.ts';
import { LONGEST_REASON, tidyText } from './tidy-text.ts';

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
