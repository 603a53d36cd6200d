/** Intake: a delivered scan is taken apart into page pictures, each judged, and each page is handed on. */
import type { Scan } from '../domain/batch.ts';
import { type BatchId, type PageId, pageIdOf, type ScanId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { Page } from '../domain/page.ts';
import type { PagePlan } from '../domain/page-plan.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { dispositions, toDigitizationError } from '../errors/disposition.ts';
import { placeOfInsertion } from './corrections/place-pages.ts';
import { noticeOf, rejectionEvent, settleIfFinished } from './delivery.ts';
import { readBody, workMessage } from './messages.ts';
import { carriedTextKeyOf, pictureKeyOf } from './object-keys.ts';
import { type Office, type Step, settleConflicts, type Work } from './step.ts';
import type { ExplodedScanRecord } from './tasks.ts';

/** Pages saved in one write together with their messages, or looked for at once. */
const PAGES_AT_ONCE = 50;

/** Who stands for a delivery that nobody signed in for. */
const FOLDER = { id: 'inbox', name: 'Thư mục quét' };

/** Takes `scan-delivered`: sniffs, bounds and explodes the scan; a refused file ends with a reason the clerk can act on. */
export const intake: Step = async (work, office) => {
  const { batchId, scanId } = readBody('scan-delivered', work.message);
  const scan = await office.repository.scan(scanId);
  if (!scan) throw new DigitizationError('record-missing', { scanId });
  if (scan.state === 'stored') {
    const outcome = await explode(scan, work, office);
    if (outcome instanceof DigitizationError) await reject(office, scan, outcome.code, work.message);
    else await savePages(office, scan, outcome, work.message);
  }
  await forgetRefusedPages(office, scanId);
  await settleIfFinished(office, batchId, work.message);
};

/** An answer for the clerk is returned; what may pass on a later try is thrown. */
async function explode(
  scan: Scan,
  work: Work,
  office: Office,
): Promise<ExplodedScanRecord | DigitizationError> {
  const { settings } = office;
  try {
    return await office.tasks.run(
      'explode-scan',
      {
        objectKey: scan.objectKey!,
        batchId: scan.batchId,
        scanId: scan.scanId,
        limits: {
          maxBytes: settings.maxScanBytes,
          maxPages: settings.maxScanPages,
          maxPixels: settings.maxPagePixels,
          minPixels: settings.minPagePixels,
          rasterDpi: settings.rasterDpi,
        },
      },
      {
        // A small file that takes long is a trap; a large one may be two hundred honest pages.
        timeoutMs: settings.explodeTimeoutMs + Math.ceil(scan.bytes / 1e6) * settings.explodeMsPerMegabyte,
        onTimeout: 'scan-too-slow',
        memoryMb: settings.taskMemoryMb,
        onMemory: 'scan-too-heavy',
      },
    );
  } catch (error) {
    const failure = toDigitizationError(error);
    if (dispositions[failure.kind].queue === 'answer' || work.isLastTry) return failure;
    throw failure;
  }
}

async function reject(office: Office, scan: Scan, code: ErrorCode, cause: Message): Promise<void> {
  const rejection = noticeOf(code);
  await concludeScan(office, scan.scanId, { state: 'rejected', rejection }, [
    rejectionEvent(office, scan, rejection, cause),
  ]);
}

/**
 * Damage may show on a later page, when pictures of earlier ones are stored: no record would ever let them go. All that
 * the file could have left is looked for: another delivery of it may have stored pages while this one removed others.
 */
async function forgetRefusedPages({ repository, store, settings }: Office, scanId: ScanId): Promise<void> {
  const scan = await repository.scan(scanId);
  if (scan?.state !== 'rejected') return;
  for (let from = 1; from <= settings.maxScanPages; from += PAGES_AT_ONCE) {
    const keys = Array.from({ length: PAGES_AT_ONCE }, (_, i) => {
      const page = { batchId: scan.batchId, pageId: pageIdOf(scanId, from + i) };
      return [carriedTextKeyOf(page), pictureKeyOf(page)];
    }).flat();
    await Promise.all(
      keys.map(async (key) => {
        if ((await store.size(key)) !== null) await store.remove(key);
      }),
    );
  }
}

/** Chunk by chunk: a chunk that an earlier try has saved is left alone, so that a crash in between costs nothing. */
async function savePages(
  office: Office,
  scan: Scan,
  exploded: ExplodedScanRecord,
  cause: Message,
): Promise<void> {
  const planFor = await plannerOf(office, scan);
  for (let from = 0; from < exploded.pages.length; from += PAGES_AT_ONCE) {
    const pages = exploded.pages.slice(from, from + PAGES_AT_ONCE).map(
      (page): Page => ({
        kind: 'page',
        version: 0,
        batchId: scan.batchId,
        scanId: scan.scanId,
        scanPosition: scan.position,
        state: 'received',
        signed: exploded.signed,
        ...page,
        ...planFor(page.pageNumber),
      }),
    );
    await settleConflicts(async () => {
      if (await office.repository.page(pages[0]!.pageId)) return;
      const messages = pages.map((page) => pageReceived(office, page, cause));
      await office.repository.commit(pages, messages);
    });
  }
  const { mediaType, signed, warnings } = exploded;
  const facts = { mediaType, signed, warnings, pageCount: exploded.pages.length };
  await concludeScan(office, scan.scanId, { state: 'exploded', ...facts }, []);
}

/** What the desk said when it sent the scan: whose place its pages take, or which page they follow. */
async function plannerOf(
  office: Office,
  scan: Scan,
): Promise<(pageNumber: number) => { readonly plan?: PagePlan }> {
  const { repository, clock } = office;
  const { replaces, inserted } = scan;
  const beside = replaces ?? inserted?.after;
  if (!beside) return () => ({});
  const between = await placeOfInsertion(office, scan);
  const batch = await repository.batch(scan.batchId);
  const { id, name } = batch?.createdBy ?? FOLDER;
  // Beside a page that a person moved to another dossier it belongs there.
  const dossierCode = (await repository.page(beside))?.plan?.dossierCode;
  return (pageNumber) => ({
    plan: {
      ...(replaces ? { replaces } : {}),
      ...(between ? { place: [...between, scan.position, pageNumber] } : {}),
      ...(dossierCode ? { dossierCode } : {}),
      by: { id, name },
      at: clock.now().toISOString(),
    },
  });
}

/** Another delivery of the same scan may have been quicker: its answer stands. */
async function concludeScan(
  office: Office,
  scanId: ScanId,
  answer: Partial<Scan>,
  messages: Message[],
): Promise<void> {
  await settleConflicts(async () => {
    const scan = (await office.repository.scan(scanId))!;
    if (scan.state === 'stored') await office.repository.commit([{ ...scan, ...answer }], messages);
  });
}

function pageReceived(office: Office, page: { batchId: BatchId; pageId: PageId }, cause: Message): Message {
  const { batchId, pageId } = page;
  return workMessage(
    'page-received',
    { batchId, pageId },
    { subject: pageId, at: office.clock.now(), cause: cause.id },
  );
}
