/** Published events onto a province's bus; the bus may take some of a batch and refuse others. */
import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { PublishedEvent } from '../../../events/envelope.ts';
import type { EventPublisher } from '../../ports/event-publisher.ts';
import { awsErrorCode } from './aws-failure.ts';
import { inBatches } from './in-batches.ts';

/** Names and time of an entry beside its detail. */
const ENTRY_BYTES = 500;

export type OnRefused = (eventId: string, awsError: string) => void;

export function createEventBridgeClient(config: EventBridgeClientConfig = {}): EventBridgeClient {
  return new EventBridgeClient(config);
}

/** Never throws: what one batch meets, a throttle or an event too large, is no reason to keep the others back. */
export class EventBridgeEventPublisher implements EventPublisher {
  readonly #client: EventBridgeClient;
  readonly #busName: string;
  readonly #onRefused: OnRefused;

  constructor(client: EventBridgeClient, busName: string, onRefused: OnRefused) {
    this.#client = client;
    this.#busName = busName;
    this.#onRefused = onRefused;
  }

  async publish(events: readonly PublishedEvent[]): Promise<string[]> {
    const bytesOf = (event: PublishedEvent) => Buffer.byteLength(JSON.stringify(event)) + ENTRY_BYTES;
    // A bus keeps no order: batches need not wait for each other.
    const batches = inBatches(events, bytesOf).map((batch) => this.#publishBatch(batch));
    return (await Promise.all(batches)).flat();
  }

  async #publishBatch(events: readonly PublishedEvent[]): Promise<string[]> {
    const refusals = await this.#put(events.map((event) => this.#entryOf(event)));
    return events.flatMap(({ eventId }, index) => {
      const awsError = refusals[index];
      if (awsError === undefined) return [eventId];
      this.#onRefused(eventId, awsError);
      return [];
    });
  }

  /** For each entry AWS's error code, or undefined where it was accepted. */
  async #put(Entries: PutEventsRequestEntry[]): Promise<(string | undefined)[]> {
    try {
      const answer = await this.#client.send(new PutEventsCommand({ Entries }));
      // A 200 says nothing of the entries: each tells for itself.
      return Entries.map((_, index) => {
        const { EventId, ErrorCode } = answer.Entries?.[index] ?? {};
        return EventId === undefined ? (ErrorCode ?? 'unknown') : ErrorCode;
      });
    } catch (error) {
      return Entries.map(() => awsErrorCode(error));
    }
  }

  /** The detail is the whole published event: a reader needs no knowledge of the bus. */
  #entryOf(event: PublishedEvent): PutEventsRequestEntry {
    return {
      EventBusName: this.#busName,
      Source: `bcci.${event.unitCode}`,
      DetailType: event.eventType,
      Time: new Date(event.occurredAt),
      Detail: JSON.stringify(event),
    };
  }
}
