/** Where each record and message lies in the one table, and what it is found, counted and ordered by. */
import { batchIdOfPart } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import { type Entity, entityId } from '../../ports/dossier-repository.ts';
import { recordColumns } from '../record-columns.ts';

export interface Place {
  readonly pk: string;
  readonly sk: string;
}

/** `unfinished` is counted by a local index, which alone reads consistently; `gsi1` to `gsi3` only name keys. */
export interface IndexKeys {
  readonly unfinished?: string;
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
  readonly gsi3pk?: string;
  readonly gsi3sk?: string;
}

export const OUTBOX = 'outbox';

const RECORD_KINDS: readonly string[] = [
  'batch',
  'scan',
  'page',
  'dossier',
  'corrections',
  'attachments',
] satisfies Entity['kind'][];

/** A batch, its scans and its pages lie together; so does all that is about one dossier. Null for an id that is none. */
export function placeOf(kind: Entity['kind'], id: string): Place | null {
  if (kind === 'batch') return { pk: batchPartition(id), sk: 'batch' };
  if (kind !== 'scan' && kind !== 'page') return { pk: `dossier#${id}`, sk: kind };
  const batchId = batchIdOfPart(id as Parameters<typeof batchIdOfPart>[0]);
  return batchId && { pk: batchPartition(batchId), sk: `${kind}#${id}` };
}

/** @throws TypeError for a scan or page whose id does not name its batch: it would never be found again. */
export function placeOfRecord(record: Entity): Place {
  const place = placeOf(record.kind, entityId(record));
  const { batchId } = recordColumns(record);
  if (!place || (batchId !== null && place.pk !== batchPartition(batchId)))
    throw new TypeError('id without its batch');
  return place;
}

export function batchPartition(batchId: string): string {
  return `batch#${batchId}`;
}

export function indexKeysOf(record: Entity): IndexKeys {
  const { unfinished, listedAt, officeCode, kept } = recordColumns(record);
  const listSk = `${listedAt}#${entityId(record)}`;
  return {
    ...(unfinished ? { unfinished: record.kind } : {}),
    ...(listedAt === null ? {} : { gsi1pk: listOf(record.kind), gsi1sk: listSk }),
    ...(listedAt === null || officeCode === null
      ? {}
      : { gsi2pk: officeListOf(record.kind, officeCode), gsi2sk: listSk }),
    ...(kept ? { gsi3pk: keptListOf(record.kind), gsi3sk: listSk } : {}),
  };
}

export function listOf(kind: Entity['kind']): string {
  return `list#${kind}`;
}

export function officeListOf(kind: Entity['kind'], officeCode: string): string {
  return `list#${kind}#${officeCode}`;
}

/** Sparse: without those of which nothing is left that could be let go. */
export function keptListOf(kind: Entity['kind']): string {
  return `kept#${kind}`;
}

export function placeOfMessage(id: string): Place {
  return { pk: `message#${id}`, sk: 'message' };
}

export function placeOfSearchEntry(dossierId: string): Place {
  return { pk: `search#${dossierId}`, sk: 'entry' };
}

/** @param subject code of the dossier that it is about, else the event's own id */
export function placeOfEvent(subject: string, eventId: string): Place {
  return { pk: journalPartition(subject), sk: `event#${eventId}` };
}

export function journalPartition(subject: string): string {
  return `journal#${subject}`;
}

/** A subject comes from outside: no key takes it as it is. */
export function bodyFolderOfEvent(subject: string, eventId: string): string {
  return `event/${Buffer.from(subject).toString('base64url')}/${eventId}`;
}

/** The one item that may name the body at `<...>/<folder>/<name>`; null for a folder that is none of ours. */
export function placeOfBody(folder: string): Place | null {
  const [kind = '', id = '', eventId, ...more] = folder.split('/');
  if (kind === 'event' && eventId !== undefined && more.length === 0)
    return placeOfEvent(Buffer.from(id, 'base64url').toString(), eventId);
  if (id === '' || eventId !== undefined) return null;
  if (kind === 'message') return placeOfMessage(id);
  if (kind === 'search') return placeOfSearchEntry(id);
  return RECORD_KINDS.includes(kind) ? placeOf(kind as Entity['kind'], id) : null;
}

/** Only while it is undelivered; afterwards the bare key remembers that it was. */
export function outboxKeysOf({ at, id }: Message): IndexKeys {
  return { gsi1pk: OUTBOX, gsi1sk: `${at}#${id}` };
}
