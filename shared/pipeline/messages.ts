/** Work messages and their bodies; ids follow from the cause, so that saying a thing twice says it once. */
import { z } from 'zod';
import { type EventData, type PublishedEventType, publishedEvents } from '../../events/registry.ts';
import type { BatchId, DossierId, FileId, MessageId, PageId, ScanId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { DigitizationError } from '../errors/digitization-error.ts';

const id = <Id extends string>() => z.string().min(1) as unknown as z.ZodType<Id>;

export const workBodies = {
  'scan-delivered': z.object({ batchId: id<BatchId>(), scanId: id<ScanId>() }),
  'page-received': z.object({ batchId: id<BatchId>(), pageId: id<PageId>() }),
  'batch-settled': z.object({ batchId: id<BatchId>() }),
  'dossier-corrected': z.object({ dossierId: id<DossierId>(), batchIds: z.array(id<BatchId>()) }),
  'file-due': z.object({ dossierId: id<DossierId>(), fileId: id<FileId>() }),
  'dossier-saved': z.object({ dossierId: id<DossierId>() }),
} as const;

type WorkType = keyof typeof workBodies;
type WorkBody<Type extends WorkType> = z.infer<(typeof workBodies)[Type]>;

interface Circumstances {
  /** What makes the message the same when it is made again. */
  readonly subject: string;
  readonly at: Date;
  readonly cause: MessageId | null;
  readonly dossierCode?: string | null;
}

function message(type: string, body: Readonly<Record<string, unknown>>, about: Circumstances): Message {
  return {
    id: `${type}.${about.subject}` as MessageId,
    type,
    at: about.at.toISOString(),
    cause: about.cause,
    dossierCode: about.dossierCode ?? null,
    body,
  };
}

export function workMessage<Type extends WorkType>(
  type: Type,
  body: WorkBody<Type>,
  about: Circumstances,
): Message {
  return message(type, body, about);
}

/** Checked against the event's schema here, where a mistake is ours, so that no poison reaches the outbox. */
export function eventMessage<Type extends PublishedEventType>(
  type: Type,
  data: EventData<Type>,
  about: Circumstances,
): Message {
  const checked = publishedEvents[type].schema.safeParse(data);
  if (!checked.success) throw new DigitizationError('message-invalid', { type }, { cause: checked.error });
  return message(type, checked.data, about);
}

/** `message-invalid` when the body is not what the type promises. */
export function readBody<Type extends WorkType>(type: Type, received: Message): WorkBody<Type> {
  const body = workBodies[type].safeParse(received.body);
  if (received.type !== type || !body.success)
    throw new DigitizationError('message-invalid', { type: received.type });
  return body.data as WorkBody<Type>;
}
