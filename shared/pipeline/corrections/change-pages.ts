/** Writes a person's decisions onto pages; a page that was turned is read again the way it stands upright. */
import type { Batch } from '../../domain/batch.ts';
import type { Actor } from '../../domain/corrections.ts';
import type { QuarterTurn } from '../../domain/geometry.ts';
import type { BatchId, PageId } from '../../domain/ids.ts';
import { type Page, SECRET_PAGE } from '../../domain/page.ts';
import { type AssignedPaper, type PagePlan, type Place, turnDegOf, turnFor } from '../../domain/page-plan.ts';
import type { PageText } from '../../domain/page-text.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { decodeJson } from '../json-bytes.ts';
import { workMessage } from '../messages.ts';
import type { ActingOffice, Change } from './record-act.ts';
import { requirePage } from './require-page.ts';

/** What is left out stays as it is; null takes a decision back. */
export interface PageChange {
  readonly pageId: PageId;
  /** How far the delivered picture is turned clockwise to stand upright. */
  readonly turnDeg?: QuarterTurn;
  readonly dropped?: boolean;
  readonly kept?: { readonly reason: string } | null;
  readonly paper?: AssignedPaper | null;
  readonly place?: Place;
  readonly dossierCode?: string;
  readonly replaces?: PageId | null;
}

/** Only pages on which something changes, with the deliveries that are open again because a page must be read. */
export async function changePages(
  office: ActingOffice,
  changes: readonly PageChange[],
  by: Actor,
): Promise<Change[]> {
  const now = office.clock.now();
  const pages = await Promise.all(changes.map((change) => changePage(office, change, by, now)));
  const changed = pages.filter((page) => page !== null);
  const unread = new Set(changed.filter(({ isTurned }) => isTurned).map(({ page }) => page.batchId));
  const batches = await Promise.all([...unread].map((batchId) => reopen(office, batchId)));
  return [
    ...batches.map((record) => ({ record })),
    ...changed.map(({ page, isTurned }) => ({
      record: page,
      ...(isTurned ? { message: readAgain(page, now) } : {}),
    })),
  ];
}

/** Null where all of it stands already. */
async function changePage(
  office: ActingOffice,
  change: PageChange,
  by: Actor,
  now: Date,
): Promise<{ readonly page: Page; readonly isTurned: boolean } | null> {
  const page = await requirePage(office, change.pageId);
  const isTurned = change.turnDeg !== undefined && change.turnDeg !== (await turnNow(office, page));
  if (page.signed && (isTurned || change.paper)) {
    throw new DigitizationError('page-signed', { pageId: page.pageId });
  }
  if (isTurned && page.parkedReason === SECRET_PAGE) {
    throw new DigitizationError('page-quarantined', { pageId: page.pageId });
  }
  const { by: _by, at: _at, ...before } = page.plan ?? { by, at: '' };
  const after = planAfter(before, change, isTurned);
  if (JSON.stringify(after) === JSON.stringify(before)) return null;
  const plan: PagePlan = { ...after, by: { id: by.id, name: by.name }, at: now.toISOString() };
  if (!isTurned) return { page: { ...page, plan }, isTurned };
  const { parkedReason: _outdated, ...rest } = page;
  return { page: { ...rest, plan, state: 'received' }, isTurned };
}

type Decisions = Omit<PagePlan, 'by' | 'at'>;

function planAfter(before: Decisions, change: PageChange, isTurned: boolean): Decisions {
  const { turnDeg, dropped, kept, paper, place, dossierCode, replaces } = change;
  const after = {
    ...before,
    ...(isTurned ? { rotationDeg: turnFor(turnDeg!) } : {}),
    ...(dropped === undefined ? {} : { dropped: dropped || undefined }),
    ...(kept === undefined ? {} : { kept: kept ?? undefined }),
    ...(paper === undefined ? {} : { paper: paper ?? undefined }),
    ...(place === undefined ? {} : { place }),
    ...(dossierCode === undefined ? {} : { dossierCode }),
    ...(replaces === undefined ? {} : { replaces: replaces ?? undefined }),
  };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

async function turnNow(office: ActingOffice, page: Page): Promise<QuarterTurn> {
  if (page.plan?.rotationDeg !== undefined || !page.textKey) return turnDegOf(page, null);
  return turnDegOf(page, decodeJson<PageText>(await office.store.get(page.textKey)));
}

/** Saved even where it is open anyway, so that it cannot settle between our look and our write. */
async function reopen({ repository }: ActingOffice, batchId: BatchId): Promise<Batch> {
  const batch = await repository.batch(batchId);
  if (!batch) throw new DigitizationError('record-missing', { batchId });
  return batch.state === 'settled' ? { ...batch, state: 'closed' } : batch;
}

function readAgain({ batchId, pageId, version }: Page, now: Date) {
  return workMessage(
    'page-received',
    { batchId, pageId },
    { subject: `${pageId}.v${version + 1}`, at: now, cause: null },
  );
}
