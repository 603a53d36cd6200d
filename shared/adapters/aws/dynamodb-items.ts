/** Where each record and message lies in the one table, and what it is found, counted and ordered by. */
import { batchIdOfPart } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import { type Entity, entityId } from '../../ports/dossier-repository.ts';
import { recordColumns } from '../record-columns.ts';

export interface Place {
  readonly pk: string;
  readonly sk: string;
}

/** `unfinished` is counted by a local index, which alone reads consistently; `gsi1`, `gsi2` only name keys. */
export interface IndexKeys {
  readonly unfinished?: string;
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
}

export const OUTBOX = 'outbox';

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
  const { unfinished, listedAt, officeCode } = recordColumns(record);
  const listSk = `${listedAt}#${entityId(record)}`;
  return {
    ...(unfinished ? { unfinished: record.kind } : {}),
    ...(listedAt === null ? {} : { gsi1pk: listOf(record.kind), gsi1sk: listSk }),
    ...(listedAt === null || officeCode === null
      ? {}
      : { gsi2pk: officeListOf(record.kind, officeCode), gsi2sk: listSk }),
  };
}

export function listOf(kind: Entity['kind']): string {
  return `list#${kind}`;
}

export function officeListOf(kind: Entity['kind'], officeCode: string): string {
  return `list#${kind}#${officeCode}`;
}

export function placeOfMessage(id: string): Place {
  return { pk: `message#${id}`, sk: 'message' };
}

/** Only while it is undelivered; afterwards the bare key remembers that it was. */
export function outboxKeysOf({ at, id }: Message): IndexKeys {
  return { gsi1pk: OUTBOX, gsi1sk: `${at}#${id}` };
}
