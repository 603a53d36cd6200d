/** Pages that belong to another dossier go there, with what people answered about them; both dossiers are revised. */

import { repairDossierCode } from '../../domain/codes/dossier-code.ts';
import { type Act, type Actor, actsOf, type Corrections } from '../../domain/corrections.ts';
import type { DossierId, PageId } from '../../domain/ids.ts';
import type { Page } from '../../domain/page.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { settleConflicts } from '../step.ts';
import { changePages } from './change-pages.ts';
import { codeOf, dossiersBehind } from './dossiers-behind.ts';
import {
  type ActingOffice,
  addActs,
  checkActId,
  commitTogether,
  dossierCorrected,
  isDone,
  refuseIfWithdrawn,
  signAct,
} from './record-act.ts';
import { requirePage } from './require-page.ts';
import { LONGEST_REASON, tidyText } from './tidy-text.ts';

export interface MoveRequest {
  readonly actId: string;
  readonly pageIds: readonly PageId[];
  readonly dossierCode: string;
  readonly reason?: string;
}

/** @throws DigitizationError `record-missing`, `request-invalid` (code), `dossier-is-withdrawn`, `acts-too-many`. */
export async function movePages(office: ActingOffice, request: MoveRequest, by: Actor): Promise<void> {
  checkActId(request.actId);
  const code = repairDossierCode(request.dossierCode)?.code;
  if (!code || request.pageIds.length === 0)
    throw new DigitizationError('request-invalid', { field: 'dossierCode' });
  const target = code as DossierId;
  await settleConflicts(async () => {
    const { repository, clock } = office;
    const before = await repository.corrections(target);
    if (isDone(before, request.actId)) return;
    refuseIfWithdrawn(before, target);
    const pages = await Promise.all(request.pageIds.map((pageId) => requirePage(office, pageId)));
    const batchIds = [...new Set(pages.map(({ batchId }) => batchId))];
    const sources = (await sourcesOf(office, pages)).filter(({ dossierId }) => dossierId !== target);
    const now = clock.now();
    const reason = tidyText(request.reason, LONGEST_REASON);
    const why = reason ? { reason } : {};
    const left = sources.map(({ dossierId, pageIds, corrections }) => {
      refuseIfWithdrawn(corrections, dossierId);
      const act = { kind: 'pages-moved-out', pageIds, otherDossierId: target, ...why } as const;
      return addActs(corrections, dossierId, [signAct(act, request.actId, by, now)]);
    });
    const origin = sources[0]?.dossierId ?? target;
    const arrival = {
      kind: 'pages-moved-in',
      pageIds: request.pageIds,
      otherDossierId: origin,
      ...why,
    } as const;
    const joined = addActs(before, target, [
      ...answersAbout(request.pageIds, sources, before),
      signAct(arrival, request.actId, by, now),
    ]);
    const changes = await changePages(
      office,
      request.pageIds.map((pageId) => ({ pageId, dossierCode: code })),
      by,
    );
    const messages = [...sources.map(({ dossierId }) => dossierId), target].map((dossierId) =>
      dossierCorrected(dossierId, codeOf(dossierId), batchIds, request.actId, now),
    );
    await commitTogether(office, changes, [...left, joined], messages);
  });
}

interface Source {
  readonly dossierId: DossierId;
  readonly pageIds: readonly PageId[];
  readonly corrections: Corrections | null;
}

/** The dossiers that hold the pages now; none at the desk, before there is any. */
async function sourcesOf({ repository }: ActingOffice, moved: readonly Page[]): Promise<Source[]> {
  const ids = await dossiersBehind(repository, moved);
  const sources = await Promise.all(
    ids.map(async (dossierId) => {
      const own = new Set((await repository.dossier(dossierId))?.pages.map(({ pageId }) => pageId));
      const pageIds = moved.map(({ pageId }) => pageId).filter((pageId) => own.has(pageId));
      return { dossierId, pageIds, corrections: await repository.corrections(dossierId) };
    }),
  );
  return sources.filter(({ pageIds }) => pageIds.length > 0);
}

/** As they were given, under their own ids. */
function answersAbout(
  pageIds: readonly PageId[],
  sources: readonly Source[],
  target: Corrections | null,
): Act[] {
  return sources
    .flatMap(({ corrections }) => actsOf(corrections, 'field-answer'))
    .filter(({ pageId, actId }) => pageIds.includes(pageId) && !isDone(target, actId));
}
