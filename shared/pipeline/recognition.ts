/** Recognition: one page picture becomes words with boxes, codes and the way it lies. */
import type { Message } from '../domain/message.ts';
import { type Page, SECRET_PAGE } from '../domain/page.ts';
import { unreadText } from '../domain/page-text.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { toDigitizationError } from '../errors/disposition.ts';
import { requirePage } from './corrections/require-page.ts';
import { settleIfFinished } from './delivery.ts';
import { encodeJson } from './json-bytes.ts';
import { eventMessage, readBody } from './messages.ts';
import { carriedTextKeyOf, textKeyOf } from './object-keys.ts';
import { quarantinePage } from './quarantine.ts';
import type { PageReading } from './reading/keep-reading.ts';
import { type Office, type Step, settleConflicts, type Work } from './step.ts';

/** Room for the preparation of the picture and the codes, on top of the engine's own limit. */
const PREPARATION_MS = 30_000;

/** A time-out may be a busy machine's fault: one more try before the page waits for a person. */
const TRIES_TO_READ = 2;

/** Takes `page-received`; a page that cannot be read is parked for a person and never holds up the others. */
export const recognition: Step = async (work, office) => {
  const { batchId, pageId } = readBody('page-received', work.message);
  const page = await requirePage(office, pageId);
  if (page.secret) {
    // An earlier try may have died half way through, or somebody turned the page.
    await quarantinePage(office, pageId, work.message);
  } else if (page.state === 'received') {
    const outcome = await read(page, work, office);
    await save(page, outcome, work.message, office);
    if (isSecret(outcome)) await quarantinePage(office, pageId, work.message);
  }
  await settleIfFinished(office, batchId, work.message);
};

function isSecret(outcome: PageReading | DigitizationError): boolean {
  return !(outcome instanceof DigitizationError) && outcome.secret === true;
}

async function read(page: Page, work: Work, office: Office): Promise<PageReading | DigitizationError> {
  const { settings } = office;
  try {
    return await office.tasks.run(
      'read-page',
      {
        imageKey: page.image.objectKey,
        mediaType: page.image.mediaType,
        dpi: page.image.dpi,
        blank: page.quality.blank,
        ...(page.plan?.rotationDeg === undefined ? {} : { rotationDeg: page.plan.rotationDeg }),
        carriedTextKey: page.bornDigital ? carriedTextKeyOf(page) : null,
        textKey: textKeyOf(page),
        timeoutMs: settings.readTimeoutMs,
        maxPixels: settings.maxPagePixels,
      },
      {
        timeoutMs: settings.readTimeoutMs + PREPARATION_MS,
        onTimeout: 'page-too-slow',
        memoryMb: settings.taskMemoryMb,
        onMemory: 'page-unreadable',
      },
    );
  } catch (error) {
    const failure = toDigitizationError(error);
    const isHopeless = failure.kind === 'unreadable' || failure.kind === 'invalid';
    if (work.isLastTry || (isHopeless && work.receiveCount >= TRIES_TO_READ)) return failure;
    throw failure;
  }
}

async function save(page: Page, outcome: PageReading | DigitizationError, cause: Message, office: Office) {
  const isKept = !(outcome instanceof DigitizationError);
  const isRead = isKept && !outcome.secret;
  if (!isKept)
    await office.store.put(textKeyOf(page), encodeJson(unreadText(page.image, page.plan?.rotationDeg)));
  const answer: Partial<Page> = {
    textKey: textKeyOf(page),
    ...(isRead
      ? { state: 'recognized' }
      : isKept
        ? { state: 'parked', parkedReason: SECRET_PAGE, secret: true }
        : { state: 'parked', parkedReason: outcome.code }),
  };
  const event = eventMessage(
    'page-recognized',
    {
      batchId: page.batchId,
      pageId: page.pageId,
      scanPosition: page.scanPosition,
      pageNumber: page.pageNumber,
      read: isRead,
      meanConfidence: isKept ? outcome.meanConfidence : 0,
    },
    { subject: page.pageId, at: office.clock.now(), cause: cause.id },
  );
  const isOutdated = await settleConflicts(async () => {
    const latest = (await office.repository.page(page.pageId))!;
    // Another delivery of the same page was quicker: its answer stands.
    if (latest.state !== 'received') return false;
    if (latest.plan?.rotationDeg !== page.plan?.rotationDeg) return true;
    await office.repository.commit([{ ...latest, ...answer }], [event]);
    return false;
  });
  // Somebody turned the page meanwhile: it is read again, the way it stands now.
  if (isOutdated) throw new DigitizationError('record-conflict', { pageId: page.pageId });
}
