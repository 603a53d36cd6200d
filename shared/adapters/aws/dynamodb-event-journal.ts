/** Publishes onto the bus and keeps what the bus took: the console shows it, a bus forgets it. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { PublishedEvent } from '../../../events/envelope.ts';
import type { EventPublisher } from '../../ports/event-publisher.ts';
import { awsErrorCode, explainAwsFailure } from './aws-failure.ts';
import { bodyFolderOfEvent, journalPartition, placeOfEvent } from './dynamodb-items.ts';
import { DYNAMODB, type DynamoTable, type Item } from './dynamodb-table.ts';
import type { RecordBodies } from './record-bodies.ts';

export interface JournalEntry {
  /** Microseconds since 1970 of the publication: rises, but for events of one instant. */
  readonly position: number;
  readonly event: PublishedEvent;
}

const MS_PER_DAY = 86_400_000;
const US_PER_MS = 1_000;
/** A list of all goes back so far. */
const MAX_DAYS = 31;

export class DynamoDbEventJournal implements EventPublisher {
  readonly #table: DynamoTable;
  readonly #bodies: RecordBodies;
  readonly #bus: EventPublisher;
  #lastPosition = 0;

  constructor(table: DynamoTable, bodies: RecordBodies, bus: EventPublisher) {
    this.#table = table;
    this.#bodies = bodies;
    this.#bus = bus;
  }

  /** Only what the bus took is noted, once however often it is told; what could not be noted is told again. */
  async publish(events: readonly PublishedEvent[]): Promise<string[]> {
    const accepted = new Set(await this.#bus.publish(events));
    const taken = events.filter(({ eventId }) => accepted.has(eventId));
    const notes = await Promise.allSettled(taken.map((event) => this.#note(event)));
    return taken.flatMap(({ eventId }, index) => (notes[index]!.status === 'fulfilled' ? [eventId] : []));
  }

  async journal(limit: number, dossierCode?: string): Promise<PublishedEvent[]> {
    const entries =
      dossierCode === undefined ? await this.#latest(limit) : await this.#ofDossier(dossierCode, limit);
    return entries.map(({ event }) => event);
  }

  /** What was told after `position`, oldest first. */
  async journalAfter(position: number, limit: number): Promise<JournalEntry[]> {
    const nowMs = Date.now();
    const entries: JournalEntry[] = [];
    const oldestMs = Math.max(position / US_PER_MS, nowMs - MAX_DAYS * MS_PER_DAY);
    for (let dayMs = oldestMs; entries.length < limit; dayMs += MS_PER_DAY) {
      const day = partitionOfDay(Math.min(dayMs, nowMs));
      // Every open desk asks every few seconds: only what is new to it is read.
      const items = await this.#table.queryIndex('gsi1', day, limit - entries.length, 'oldest-first', {
        after: sortKeyOf(position),
      });
      entries.push(...(await this.#unpack(items)));
      if (dayOf(dayMs) >= dayOf(nowMs)) break;
    }
    return entries;
  }

  async journalEnd(): Promise<number> {
    const [last] = await this.#latest(1);
    return last?.position ?? 0;
  }

  async #note(event: PublishedEvent): Promise<void> {
    const position = this.#nextPosition();
    const { eventId } = event;
    const subject = event.dossierCode ?? eventId;
    const body = await this.#bodies.pack(bodyFolderOfEvent(subject, eventId), event);
    const Item = {
      ...placeOfEvent(subject, eventId),
      gsi1pk: partitionOfDay(position / US_PER_MS),
      gsi1sk: sortKeyOf(position),
      position,
      ...body,
    };
    const condition = 'attribute_not_exists(pk)';
    try {
      await this.#table.client.send(
        new PutCommand({ TableName: this.#table.name, Item, ConditionExpression: condition }),
      );
    } catch (error) {
      if (awsErrorCode(error) !== 'ConditionalCheckFailedException') throw explainAwsFailure(DYNAMODB, error);
    }
  }

  #nextPosition(): number {
    this.#lastPosition = Math.max(this.#lastPosition + 1, Date.now() * US_PER_MS);
    return this.#lastPosition;
  }

  async #latest(limit: number): Promise<JournalEntry[]> {
    const nowMs = Date.now();
    const entries: JournalEntry[] = [];
    for (let day = 0; day < MAX_DAYS && entries.length < limit; day++) {
      entries.push(...(await this.#newestOfDay(nowMs - day * MS_PER_DAY, limit - entries.length)));
    }
    return entries.reverse();
  }

  async #newestOfDay(dayMs: number, limit: number): Promise<JournalEntry[]> {
    return this.#unpack(await this.#table.queryIndex('gsi1', partitionOfDay(dayMs), limit, 'newest-first'));
  }

  async #ofDossier(dossierCode: string, limit: number): Promise<JournalEntry[]> {
    const items = await this.#table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': journalPartition(dossierCode) },
    });
    const entries = await this.#unpack(items);
    return entries.sort((a, b) => a.position - b.position).slice(-limit);
  }

  #unpack(items: readonly Item[]): Promise<JournalEntry[]> {
    return Promise.all(
      items.map(async (item) => ({
        position: Number(item.position),
        event: await this.#bodies.unpack<PublishedEvent>(item),
      })),
    );
  }
}

function partitionOfDay(ms: number): string {
  return `events#${dayOf(ms)}`;
}

function sortKeyOf(position: number): string {
  return String(position).padStart(17, '0');
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
