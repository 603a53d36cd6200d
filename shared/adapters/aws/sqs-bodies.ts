/** What the body of a queued message may be: a message of ours, or a published event in EventBridge's envelope. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MessageId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';

const id = z.string().min(1) as unknown as z.ZodType<MessageId>;

const ownMessage = z.object({
  id,
  type: z.string().min(1),
  at: z.iso.datetime(),
  cause: id.nullable(),
  dossierCode: z.string().nullable(),
  body: z.record(z.string(), z.unknown()),
});

/** https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html around `events/envelope.ts`. */
const published = z.object({
  source: z.string().startsWith('bcci.'),
  detail: z.object({
    eventId: id,
    eventType: z.string(),
    occurredAt: z.iso.datetime(),
    causeId: id.nullable(),
    dossierCode: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  }),
});

/** Null for what is neither. */
export function messageInBody(body: unknown): Message | null {
  const own = ownMessage.safeParse(body);
  if (own.success) return own.data;
  const event = published.safeParse(body);
  if (!event.success) return null;
  const { eventId, eventType, occurredAt, causeId, dossierCode, data } = event.data.detail;
  return { id: eventId, type: eventType, at: occurredAt, cause: causeId, dossierCode, body: data };
}

/** For lists of what a queue holds: a body of another make, e.g. S3's, stands there by its hash. */
export function messageOrPlaceholder(body: string): Message {
  const found = messageInBody(parse(body));
  if (found) return found;
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const at = new Date(0).toISOString();
  return {
    id: `unknown.${hash}` as MessageId,
    type: 'unknown',
    at,
    cause: null,
    dossierCode: null,
    body: {},
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
