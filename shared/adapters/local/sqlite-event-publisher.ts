/** The event bus of one machine: a journal of all that was told, and a copy into the queue of each subscribed step. */
import type { PublishedEvent } from '../../../events/envelope.ts';
import type { MessageId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { EventPublisher } from '../../ports/event-publisher.ts';
import type { WorkQueue } from '../../ports/work-queue.ts';
import { Bell } from './bell.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export class SqliteEventPublisher implements EventPublisher {
  readonly #database: SqliteDatabase;
  readonly #queue: WorkQueue;
  readonly #subscribedStep: (eventType: string) => string | undefined;
  readonly #bell = new Bell<PublishedEvent>();
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(
    database: SqliteDatabase,
    queue: WorkQueue,
    subscribedStep: (eventType: string) => string | undefined,
  ) {
    this.#database = database;
    this.#queue = queue;
    this.#subscribedStep = subscribedStep;
    this.#statements = prepareStatements(database);
  }

  /** Subscribers first: an event in the journal has reached every queue. */
  async publish(events: readonly PublishedEvent[]): Promise<string[]> {
    for (const event of events) {
      const step = this.#subscribedStep(event.eventType);
      if (step) await this.#queue.send(step, [toMessage(event)]);
    }
    await this.#database.write(() => {
      for (const event of events) {
        this.#statements.record.run(
          event.eventId,
          event.dossierCode,
          event.occurredAt,
          JSON.stringify(event),
        );
      }
    });
    for (const event of events) this.#bell.ring(event);
    return events.map((event) => event.eventId);
  }

  /** Oldest first; all events, or those of one dossier. */
  async journal(limit: number, dossierCode?: string): Promise<PublishedEvent[]> {
    const rows =
      dossierCode === undefined
        ? this.#statements.latest.all(limit)
        : this.#statements.latestOfDossier.all(dossierCode, limit);
    return rows.map((row) => JSON.parse(String(row.json)) as PublishedEvent).reverse();
  }

  /** What was told after `position`, oldest first. */
  async journalAfter(
    position: number,
    limit: number,
  ): Promise<{ position: number; event: PublishedEvent }[]> {
    return this.#statements.after.all(position, limit).map((row) => ({
      position: Number(row.position),
      event: JSON.parse(String(row.json)) as PublishedEvent,
    }));
  }

  async journalEnd(): Promise<number> {
    return Number(this.#statements.end.get()?.position ?? 0);
  }

  onPublish(listener: (event: PublishedEvent) => void): () => void {
    return this.#bell.listen(listener);
  }
}

function toMessage(event: PublishedEvent): Message {
  return {
    id: event.eventId as MessageId,
    type: event.eventType,
    at: event.occurredAt,
    cause: event.causeId as MessageId | null,
    dossierCode: event.dossierCode,
    body: event.data,
  };
}

function prepareStatements(database: SqliteDatabase) {
  return {
    record: database.prepare(
      'INSERT OR IGNORE INTO published_event (id, dossier_code, occurred_at, json) VALUES (?, ?, ?, ?)',
    ),
    after: database.prepare(
      'SELECT position, json FROM published_event WHERE position > ? ORDER BY position LIMIT ?',
    ),
    end: database.prepare('SELECT max(position) AS position FROM published_event'),
    latest: database.prepare('SELECT json FROM published_event ORDER BY position DESC LIMIT ?'),
    latestOfDossier: database.prepare(
      'SELECT json FROM published_event WHERE dossier_code = ? ORDER BY position DESC LIMIT ?',
    ),
  };
}
