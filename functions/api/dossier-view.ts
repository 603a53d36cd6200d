/** A dossier as the reading room shows it: papers with their fields, pages, findings, questions, files, acts and events. */
import { bandOf, type ConfidenceBands } from '../../shared/domain/confidence-bands.ts';
import { type Act, type Corrections, handlingOf } from '../../shared/domain/corrections.ts';
import { currentFiles, type Dossier, type DossierFile } from '../../shared/domain/dossier.ts';
import type { PageId } from '../../shared/domain/ids.ts';
import type { Page } from '../../shared/domain/page.ts';
import { turnDegOf } from '../../shared/domain/page-plan.ts';
import type { PageText } from '../../shared/domain/page-text.ts';
import type { Paper, TypedPage } from '../../shared/domain/paper.ts';
import { fieldLabel } from '../../shared/domain/paper-types/form-fields.ts';
import { reviewTasksOf } from '../../shared/domain/review-tasks.ts';
import { bandsOf } from '../../shared/pipeline/corrections/review.ts';
import { decodeJson } from '../../shared/pipeline/json-bytes.ts';
import { officeOfDossier } from '../../shared/pipeline/load-search-entry.ts';
import type { ApiOffice } from './api-office.ts';

const EVENTS_SHOWN = 200;

export async function viewDossier(office: ApiOffice, dossier: Dossier) {
  const { repository, settings } = office;
  const { dossierId, dossierCode, manifest } = dossier;
  const bands = bandsOf(settings);
  const [corrections, attachments, officeCode, events] = await Promise.all([
    repository.corrections(dossierId),
    repository.attachments(dossierId),
    officeOfDossier(office, dossier),
    dossierCode === null ? [] : office.publisher.journal(EVENTS_SHOWN, dossierCode),
  ]);
  return {
    dossierId,
    dossierCode,
    revision: dossier.revision,
    version: dossier.version,
    state: dossier.state,
    handling: handlingOf(corrections, dossier.revision),
    verdict: dossier.verdict,
    createdAt: dossier.createdAt,
    updatedAt: dossier.updatedAt,
    receivedOn: manifest.receivedOn ?? null,
    procedure: { code: manifest.procedureCode ?? null, name: manifest.procedureName ?? null },
    applicant: manifest.declaredApplicant,
    officeCode,
    postalItemId: manifest.postalItemId ?? null,
    postalReceiptNumber: manifest.postalReceiptNumber ?? null,
    batchIds: dossier.batchIds,
    papers: dossier.papers.map((paper) => viewPaper(paper, dossier, bands)),
    pages: await Promise.all(dossier.pages.map((page, index) => viewPage(office, page, index + 1))),
    missing: dossier.missing,
    findings: dossier.findings,
    reviews: viewReviews(dossier, corrections, bands),
    files: dossier.files
      .filter((file) => file.state === 'assembled')
      .map(({ objectKey: _key, recipe: _recipe, ...file }) => file),
    acts: (corrections?.acts ?? []).map(viewAct),
    attachments,
    events: events.map(({ eventId, eventType, occurredAt }) => ({ eventId, eventType, at: occurredAt })),
  };
}

function viewPaper(paper: Paper, dossier: Dossier, bands: ConfidenceBands) {
  const isOfPaper = ({ role, paperIds }: DossierFile) => role === 'paper' && paperIds[0] === paper.paperId;
  const file = currentFiles(dossier).find((each) => isOfPaper(each) && each.state === 'assembled');
  const older = dossier.files.findLast(
    (each) => isOfPaper(each) && each.state === 'assembled' && each.removedAt === undefined,
  );
  return {
    ...paper,
    fileId: file?.fileId ?? null,
    /** Read meanwhile, while the one of this revision is being made. */
    olderFile: !file && older ? { fileId: older.fileId, pageIds: older.pageIds } : null,
    fields: paper.fields.map((field) => ({
      ...field,
      label: fieldLabel(paper.type, field.name),
      band: bandOf(field.confidence, bands),
    })),
  };
}

async function viewPage(
  office: ApiOffice,
  { pageId, pageType, paperId, dropped }: TypedPage,
  number: number,
) {
  const page = await office.repository.page(pageId);
  const text = page ? await loadText(office, page) : null;
  const turnDeg = page ? turnDegOf(page, text) : 0;
  const { widthPx = 0, heightPx = 0 } = page?.image ?? {};
  return {
    pageId,
    number,
    pageType,
    paperId,
    dropped: dropped ?? false,
    /** The straightened page, in whose pixels boxes are measured. */
    frame: text?.frame ?? { widthPx, heightPx },
    turnDeg,
    state: page?.state ?? 'parked',
    ...addresses(pageId),
  };
}

function addresses(pageId: PageId) {
  return { imageUrl: `/api/pages/${pageId}/image`, thumbnailUrl: `/api/pages/${pageId}/thumbnail` };
}

async function loadText({ store }: ApiOffice, page: Page): Promise<PageText | null> {
  return page.textKey ? decodeJson<PageText>(await store.get(page.textKey)) : null;
}

/** Open questions, then those that somebody has answered, with the answer that stands. */
function viewReviews(dossier: Dossier, corrections: Corrections | null, bands: ConfidenceBands) {
  const open = reviewTasksOf(dossier, bands);
  const answers = new Map<string, Act & { reviewId: string }>();
  for (const act of corrections?.acts ?? []) {
    if ('reviewId' in act && act.reviewId !== undefined && act.kind !== 'escalated') {
      answers.set(act.reviewId, act as Act & { reviewId: string });
    }
  }
  const isOpen = new Set(open.map((task) => task.reviewId));
  const answered = [...answers.values()].filter(({ reviewId }) => !isOpen.has(reviewId));
  return [...open, ...answered.map((act) => ({ reviewId: act.reviewId, answer: viewAct(act) }))];
}

function viewAct({ actId, kind, by, at, ...detail }: Act) {
  return { actId, kind, by, at, ...detail };
}
