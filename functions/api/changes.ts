/** What has changed of a batch, a dossier and the journal since a mark: facts on the disk, never promises. */
import { z } from 'zod';
import type { Batch } from '../../shared/domain/batch.ts';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import type { ApiOffice, JournalEntry } from './api-office.ts';
import { type BatchPreviews, markOf } from './batch-preview.ts';
import { isOwnBatch, isOwnDossier } from './own.ts';

const EVENTS_A_LOOK = 200;

export interface Watched {
  readonly batchId: BatchId | null;
  readonly dossierId: DossierId | null;
}

export interface Change {
  readonly kind: 'batch-changed' | 'dossier-changed' | 'event';
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Changes {
  /** Given back by the client to hear what came after. */
  readonly mark: string;
  readonly changes: readonly Change[];
}

const markSchema = z.string().regex(/^\d+~[^~]*~[^~]*$/);

/** Another's batch and one that is not there look alike. */
export async function requireOwnWatched(office: ApiOffice, person: Person, watched: Watched): Promise<void> {
  const { batchId, dossierId } = watched;
  const batch = batchId === null ? null : await office.repository.batch(batchId);
  const dossier = dossierId === null ? null : await office.repository.dossier(dossierId);
  const isOwn =
    (batchId !== null || dossierId !== null) &&
    (batchId === null || (batch !== null && isOwnBatch(person, batch))) &&
    (dossierId === null || (dossier !== null && (await isOwnDossier(office, person, dossier))));
  if (!isOwn) throw new DigitizationError('record-missing');
}

/** Without a mark, or with one that is none of ours, everything watched counts as changed. */
export async function changesSince(
  office: ApiOffice,
  previews: BatchPreviews,
  watched: Watched,
  since: string,
): Promise<Changes> {
  const [seenPosition, seenBatch, seenDossier] = markSchema.safeParse(since).success ? since.split('~') : [];
  const position = seenPosition === undefined ? await office.publisher.journalEnd() : Number(seenPosition);
  const entries = await office.publisher.journalAfter(position, EVENTS_A_LOOK);
  const batch = watched.batchId === null ? null : await office.repository.batch(watched.batchId);
  const batchMark = batch ? await markOfBatch(office, previews, batch) : '';
  const dossierMark = watched.dossierId === null ? '' : await markOfDossier(office, watched.dossierId);
  const changes: Change[] = entries.filter((entry) => isAbout(entry, watched)).map(tell);
  if (batchMark !== seenBatch && batch) {
    changes.push({ kind: 'batch-changed', data: { batchId: batch.batchId, state: batch.state } });
  }
  if (dossierMark !== seenDossier && watched.dossierId !== null) {
    changes.push({ kind: 'dossier-changed', data: { dossierId: watched.dossierId } });
  }
  return { mark: `${entries.at(-1)?.position ?? position}~${batchMark}~${dossierMark}`, changes };
}

/** Files are made after the batch has settled: its dossiers are part of what the desk sees. */
async function markOfBatch(office: ApiOffice, previews: BatchPreviews, batch: Batch): Promise<string> {
  const { repository } = office;
  const [scans, pages] = await Promise.all([
    repository.scansOf(batch.batchId),
    repository.pagesOf(batch.batchId),
  ]);
  const dossiers = await Promise.all(batch.dossierIds.map((id) => markOfDossier(office, id)));
  const own = markOf(batch, scans, pages);
  // A preview that overtakes what was shown is a change too.
  return [own, ...dossiers, previews.overtookOf(batch.batchId)].join('_');
}

async function markOfDossier({ repository }: ApiOffice, dossierId: DossierId): Promise<string> {
  const [dossier, attachments] = await Promise.all([
    repository.dossier(dossierId),
    repository.attachments(dossierId),
  ]);
  return `${dossier?.version ?? 0}.${attachments?.version ?? 0}`;
}

function isAbout({ event }: JournalEntry, { batchId, dossierId }: Watched): boolean {
  return (
    (batchId !== null && event.data.batchId === batchId) ||
    (dossierId !== null && event.dossierCode === dossierId)
  );
}

/** The fact only: what an event says may be more than its watcher should see. */
function tell({ event }: JournalEntry): Change {
  const { eventId, eventType, occurredAt, dossierCode } = event;
  return { kind: 'event', data: { eventId, eventType, at: occurredAt, dossierCode } };
}
