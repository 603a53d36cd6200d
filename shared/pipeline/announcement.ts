/** Announcement: what a save put into the outbox is told onward, to the step that takes it and to the world. */
import type { PublishedEvent } from '../../events/envelope.ts';
import { type PublishedEventType, publishedEvents } from '../../events/registry.ts';
import type { MessageId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { routeOf } from './routes.ts';
import type { Office } from './step.ts';

const MESSAGES_PER_ROUND = 100;
/** Refused messages stay in front; more of them than this and those behind wait with them. */
const MOST_LOOKED_AT = 1_000;

/**
 * Tells one round of undelivered messages; returns how many were delivered. Told twice after a crash, never not at all.
 * A message that nobody accepts stays and is logged; it does not hold up the others.
 */
export async function announce(office: Office): Promise<number> {
  const refused = new Set<MessageId>();
  let told = 0;
  let failure: unknown = null;
  for (let limit = MESSAGES_PER_ROUND; told === 0 && limit <= MOST_LOOKED_AT; limit *= 2) {
    const waiting = await office.outbox.undelivered(limit);
    const fresh = waiting.filter(({ id }) => !refused.has(id));
    const round = await tellOnward(fresh, office);
    told = round.told;
    failure ??= round.failure;
    if (waiting.length < limit) break;
    for (const { id } of waiting) refused.add(id);
  }
  if (failure !== null) throw failure;
  return told;
}

interface Round {
  readonly told: number;
  /** Of the first queue that did not take its messages. */
  readonly failure: unknown;
}

async function tellOnward(messages: readonly Message[], office: Office): Promise<Round> {
  if (messages.length === 0) return { told: 0, failure: null };
  office.log.info('step-started', { step: 'announcement', messages: messages.length });
  const events = messages.filter((message) => routeOf(message.type)?.published);
  const published = new Set(
    await office.publisher.publish(events.map((message) => toEvent(message, office))),
  );
  const work = messages.filter((message) => routeOf(message.type)?.step && !routeOf(message.type)?.published);
  const { sent, failure } = await sendToSteps(work, office);
  const delivered = [...sent, ...events.filter((event) => published.has(event.id))].map(
    (message) => message.id,
  );
  reportLeftovers(messages, new Set(delivered), office);
  await office.outbox.markDelivered(delivered);
  office.log.info('step-done', { step: 'announcement', messages: delivered.length });
  return { told: delivered.length, failure };
}

/** A queue that fails holds up nobody else's messages. */
async function sendToSteps(
  work: readonly Message[],
  { queue }: Office,
): Promise<{ sent: Message[]; failure: unknown }> {
  const sent: Message[] = [];
  let failure: unknown = null;
  for (const [step, batch] of Map.groupBy(work, (message) => routeOf(message.type)!.step!)) {
    try {
      await queue.send(step, batch);
      sent.push(...batch);
    } catch (error) {
      failure ??= error;
    }
  }
  return { sent, failure };
}

function toEvent(message: Message, { settings }: Office): PublishedEvent {
  return {
    eventId: message.id,
    eventType: message.type,
    eventVersion: publishedEvents[message.type as PublishedEventType].version,
    occurredAt: message.at,
    provinceCode: settings.provinceCode,
    unitCode: settings.unitCode,
    dossierCode: message.dossierCode,
    causeId: message.cause,
    data: message.body,
  };
}

function reportLeftovers(
  messages: readonly Message[],
  delivered: ReadonlySet<MessageId>,
  { log }: Office,
): void {
  for (const message of messages) {
    if (!delivered.has(message.id))
      log.warn('message-undelivered', { messageId: message.id, type: message.type });
  }
}
