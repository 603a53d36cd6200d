/** Assembly: one file of a dossier is made from its pages; the last one lets the dossier be announced. */
import { currentFiles, type Dossier, type DossierFile, type DossierState } from '../domain/dossier.ts';
import type { DossierId, FileId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { Page } from '../domain/page.ts';
import { asksForRescan } from '../domain/verdict.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { reviewsIn } from './corrections/open-reviews.ts';
import { requirePage } from './corrections/require-page.ts';
import { markCornerOf } from './decide-files.ts';
import { digitizedData } from './digitized-event.ts';
import { dossierSaved } from './indexing.ts';
import { eventMessage, readBody } from './messages.ts';
import { fileKeyOf } from './object-keys.ts';
import { type Office, type Step, settleConflicts } from './step.ts';
import type { FileOrder } from './tasks.ts';

/** Papers with fewer pages need no table of contents. */
const PAGES_WORTH_BOOKMARKS = 4;

/** Takes `file-due`; a file that is there already, or that a newer revision replaced, is not made again. */
export const assembly: Step = async (work, office) => {
  const { dossierId, fileId } = readBody('file-due', work.message);
  const dossier = await office.repository.dossier(dossierId);
  if (!dossier) throw new DigitizationError('record-missing', { dossierId });
  if (isDue(dossier, fileId)) await assembleFile(office, dossier, fileId);
  await announceIfAssembled(office, dossierId, work.message);
};

async function assembleFile(office: Office, dossier: Dossier, fileId: FileId): Promise<void> {
  const file = dossier.files.find((candidate) => candidate.fileId === fileId)!;
  const order = await writeOrder(office, dossier, file);
  const { settings } = office;
  const made = await office.tasks.run('assemble-file', order, {
    timeoutMs: settings.assembleTimeoutMs,
    onTimeout: 'unexpected',
    memoryMb: settings.taskMemoryMb,
    onMemory: 'unexpected',
  });
  await settleConflicts(async () => {
    const latest = (await office.repository.dossier(dossier.dossierId))!;
    if (!isDue(latest, fileId)) return;
    const files = latest.files.map(
      (candidate): DossierFile =>
        candidate.fileId === fileId
          ? { ...candidate, ...made, state: 'assembled', objectKey: order.fileKey }
          : candidate,
    );
    await office.repository.commit([{ ...latest, files }], []);
  });
}

function isDue(dossier: Dossier, fileId: FileId): boolean {
  return currentFiles(dossier).some((file) => file.fileId === fileId && file.state === 'due');
}

async function writeOrder(office: Office, dossier: Dossier, file: DossierFile): Promise<FileOrder> {
  const pages = await Promise.all(file.pageIds.map((pageId) => requirePage(office, pageId)));
  const { settings } = office;
  return {
    fileKey: fileKeyOf(dossier.dossierId, file.fileId),
    signedOriginalKey: file.signed ? await signedOriginalOf(office, pages[0]!) : null,
    pages: pages.map((page) => ({
      imageKey: page.image.objectKey,
      mediaType: page.image.mediaType,
      textKey: page.textKey!,
    })),
    title: dossier.dossierCode ? `${file.name} - ${dossier.dossierCode}` : file.name,
    dossierCode: dossier.dossierCode,
    procedureCode: dossier.manifest.procedureCode ?? null,
    paperType: file.type,
    createdAt: dossier.updatedAt,
    bookmarks: bookmarksOf(dossier, file),
    ...describeFile(dossier, file),
    convertedBy: file.bornDigital ? null : convertedBy(dossier, office),
    markCorner: markCornerOf(file, settings.conversionMark),
  };
}

/** Never made anew from its pictures: a signature is worth nothing then. */
async function signedOriginalOf({ repository }: Office, { scanId }: Page): Promise<string> {
  const scan = await repository.scan(scanId);
  if (!scan?.objectKey) throw new DigitizationError('record-missing', { scanId });
  return scan.objectKey;
}

function bookmarksOf(dossier: Dossier, file: DossierFile): FileOrder['bookmarks'] {
  if (file.role === 'component') {
    const papers = dossier.papers.filter((paper) => file.paperIds.includes(paper.paperId));
    return papers.map((paper, index) => ({
      title: `${index + 1}. ${paper.name}`,
      page: file.pageIds.indexOf(paper.pageIds[0]!) + 1,
    }));
  }
  if (file.pageIds.length < PAGES_WORTH_BOOKMARKS) return [];
  return file.pageIds.map((_, index) => ({ title: `Trang ${index + 1}`, page: index + 1 }));
}

/**
 * State and event in one write, exactly once a revision. A dossier that needs a better scan, or that nobody
 * can name yet, keeps its files ready and says so instead.
 */
export async function announceIfAssembled(
  office: Office,
  dossierId: DossierId,
  cause: Message,
): Promise<void> {
  await settleConflicts(async () => {
    const dossier = await office.repository.dossier(dossierId);
    if (dossier?.state !== 'assembling') return;
    if (currentFiles(dossier).some((file) => file.state === 'due')) return;
    const state = stateWhenAssembled(dossier);
    const events = eventsOf(dossier, state, office, cause);
    await office.repository.commit(
      [{ ...dossier, state }],
      [...events, dossierSaved(office, dossier, cause)],
    );
    const { revision, verdict } = dossier;
    office.log.info('dossier-judged', { dossierId, revision, verdict, state });
  });
}

function stateWhenAssembled(dossier: Dossier): DossierState {
  if (dossier.dossierCode === null) return dossier.batchIds.length > 0 ? 'unassigned' : 'emptied';
  return dossier.verdict === 'rescan' ? 'awaiting-rescan' : 'digitized';
}

function eventsOf(dossier: Dossier, state: DossierState, office: Office, cause: Message): Message[] {
  const about = {
    subject: `${dossier.dossierId}.r${dossier.revision}`,
    at: office.clock.now(),
    cause: cause.id,
    dossierCode: dossier.dossierCode,
  };
  const { dossierId, revision } = dossier;
  const reviews = reviewsIn(dossier);
  const events: Message[] = [];
  if (reviews.length > 0) {
    const data = {
      dossierId,
      revision,
      reviews: reviews.map(({ pageId, docType, ...review }) => ({ ...review, pageId, loaiGiayTo: docType })),
    };
    events.push(eventMessage('review-requested', data, about));
  }
  if (state === 'awaiting-rescan') {
    const officeCode = dossier.manifest.receivingPostOffice?.code ?? null;
    const pages = rescansIn(dossier);
    events.push(eventMessage('rescan-requested', { dossierId, revision, officeCode, pages }, about));
  }
  if (state === 'digitized') {
    events.push(
      eventMessage(
        'dossier-digitized',
        digitizedData(dossier, office.settings.publicBaseUrl, convertedBy(dossier, office)),
        about,
      ),
    );
  }
  return events;
}

function rescansIn(dossier: Dossier) {
  return dossier.findings
    .filter(asksForRescan)
    .map(({ pageId, code, message }) => ({ pageId: pageId ?? null, code, message }));
}

/** The office that took the paper in, as the counter named it (Law 20/2023/QH15, article 12). */
function convertedBy({ manifest }: Dossier, { settings }: Pick<Office, 'settings'>): string {
  const { receivingPostOffice } = manifest;
  return receivingPostOffice?.name || receivingPostOffice?.code || settings.unitCode;
}

/** A file of several papers says nothing that holds for one of them only. */
function describeFile({ papers }: Dossier, { paperIds }: DossierFile): Pick<FileOrder, 'result'> {
  const paper = paperIds.length === 1 ? papers.find(({ paperId }) => paperId === paperIds[0]) : undefined;
  if (!paper?.metadata) return { result: null };
  const { number, issuedOn, issuer, abstract } = paper.metadata;
  return { result: { code: paper.resultCode ?? null, number, issuedOn, issuer, abstract } };
}
