/** Queues in SQLite that behave as SQS does, so that a step cannot tell the machine from the cloud. */
import { randomUUID } from 'node:crypto';
import type { Message } from '../../domain/message.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeadLetter, Delivery, QueueDepth, WorkQueue } from '../../ports/work-queue.ts';
import { Bell } from './bell.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface ReceiveOptions {
  readonly max: number;
  readonly visibilityMs: number;
  readonly maxReceives: number;
}

interface WorkRow {
  readonly position: number;
  readonly json: string;
  readonly receive_count: number;
}

export class SqliteWorkQueue implements WorkQueue {
  readonly #database: SqliteDatabase;
  readonly #clock: Clock;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #sent = new Bell<string>();

  constructor(database: SqliteDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#statements = prepareStatements(database);
  }

  async send(queue: string, messages: readonly Message[], delayMs = 0): Promise<void> {
    if (messages.length === 0) return;
    const nowMs = this.#nowMs();
    await this.#database.write(() => {
      for (const message of messages) {
        this.#statements.add.run(queue, message.id, JSON.stringify(message), nowMs, nowMs + delayMs);
      }
    });
    this.#sent.ring(queue);
  }

  async receive(queue: string, options: ReceiveOptions): Promise<Delivery[]> {
    const nowMs = this.#nowMs();
    if (!this.#statements.hasVisible.get(queue, nowMs)) return [];
    return this.#database.write(() => {
      for (;;) {
        const rows = this.#statements.pick.all(queue, nowMs, options.max) as unknown as WorkRow[];
        const deliveries = rows.flatMap((row) => this.#deliver(row, nowMs, options));
        if (deliveries.length > 0 || rows.length === 0) return deliveries;
      }
    });
  }

  async acknowledge(queue: string, receipt: string): Promise<void> {
    await this.#database.write(() => this.#statements.removeByReceipt.run(queue, receipt));
  }

  async release(queue: string, receipt: string, delayMs: number, code?: string): Promise<void> {
    const visibleAtMs = this.#nowMs() + delayMs;
    await this.#database.write(() => this.#statements.release.run(visibleAtMs, code ?? null, queue, receipt));
    this.#sent.ring(queue);
  }

  async depth(queue: string): Promise<QueueDepth> {
    const nowMs = this.#nowMs();
    const row = this.#statements.depth.get({ queue, nowMs });
    const oldestSentAtMs = row?.oldest ?? null;
    return {
      waiting: Number(row?.waiting),
      inFlight: Number(row?.in_flight),
      dead: Number(row?.dead),
      oldestAgeMs: oldestSentAtMs === null ? null : nowMs - Number(oldestSentAtMs),
    };
  }

  async deadLetters(limit: number): Promise<DeadLetter[]> {
    return this.#statements.listDead.all(limit).map((row) => ({
      queue: String(row.queue),
      message: JSON.parse(String(row.json)) as Message,
      receiveCount: Number(row.receive_count),
      code: row.code === null ? null : String(row.code),
    }));
  }

  async redrive(queue: string, code?: string): Promise<number> {
    const nowMs = this.#nowMs();
    const count = await this.#database.write(() => {
      this.#statements.revive.run({ nowMs, queue, code: code ?? null });
      return Number(this.#statements.removeDead.run({ queue, code: code ?? null }).changes);
    });
    if (count > 0) this.#sent.ring(queue);
    return count;
  }

  /**
   * For the one process that owns the store, at its start: what its predecessor had in hand is visible again at once,
   * and being cut off does not count as a try.
   */
  async releaseAll(): Promise<void> {
    await this.#database.write(() => this.#statements.releaseAll.run(this.#nowMs()));
  }

  /** Calls with the queue's name when something may have become visible in it, now or later; returns how to stop. */
  onSend(listener: (queue: string) => void): () => void {
    return this.#sent.listen(listener);
  }

  /** Decided on the row picked: sweeping a long backlog for dead letters would cost every receive its length. */
  #deliver(row: WorkRow, nowMs: number, { visibilityMs, maxReceives }: ReceiveOptions): Delivery[] {
    if (row.receive_count >= maxReceives) {
      this.#statements.bury.run(row.position);
      this.#statements.remove.run(row.position);
      return [];
    }
    const receipt = randomUUID();
    this.#statements.hide.run(nowMs + visibilityMs, receipt, row.position);
    return [{ message: JSON.parse(row.json) as Message, receiveCount: row.receive_count + 1, receipt }];
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

function prepareStatements(database: SqliteDatabase) {
  return {
    add: database.prepare(
      `INSERT INTO work (queue, id, json, sent_at_ms, visible_at_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    hasVisible: database.prepare('SELECT 1 FROM work WHERE queue = ? AND visible_at_ms <= ? LIMIT 1'),
    pick: database.prepare(
      `SELECT position, json, receive_count FROM work WHERE queue = ? AND visible_at_ms <= ?
       ORDER BY visible_at_ms, position LIMIT ?`,
    ),
    hide: database.prepare(
      'UPDATE work SET visible_at_ms = ?, receipt = ?, receive_count = receive_count + 1 WHERE position = ?',
    ),
    release: database.prepare(
      'UPDATE work SET visible_at_ms = ?, receipt = NULL, code = ? WHERE queue = ? AND receipt = ?',
    ),
    releaseAll: database.prepare(
      `UPDATE work SET visible_at_ms = ?, receipt = NULL, receive_count = receive_count - 1 WHERE receipt IS NOT NULL`,
    ),
    remove: database.prepare('DELETE FROM work WHERE position = ?'),
    removeByReceipt: database.prepare('DELETE FROM work WHERE queue = ? AND receipt = ?'),
    bury: database.prepare(
      `INSERT OR REPLACE INTO dead_letter (queue, id, json, receive_count, code)
       SELECT queue, id, json, receive_count, code FROM work WHERE position = ?`,
    ),
    depth: database.prepare(
      `SELECT count(*) FILTER (WHERE receipt IS NULL OR visible_at_ms <= :nowMs) AS waiting,
         count(*) FILTER (WHERE receipt IS NOT NULL AND visible_at_ms > :nowMs) AS in_flight,
         min(sent_at_ms) AS oldest,
         (SELECT count(*) FROM dead_letter WHERE queue = :queue) AS dead
       FROM work WHERE queue = :queue`,
    ),
    listDead: database.prepare(
      'SELECT queue, json, receive_count, code FROM dead_letter ORDER BY position LIMIT ?',
    ),
    revive: database.prepare(
      `INSERT INTO work (queue, id, json, sent_at_ms, visible_at_ms)
       SELECT queue, id, json, :nowMs, :nowMs FROM dead_letter
       WHERE queue = :queue AND (:code IS NULL OR code = :code) ORDER BY position ON CONFLICT DO NOTHING`,
    ),
    removeDead: database.prepare(
      'DELETE FROM dead_letter WHERE queue = :queue AND (:code IS NULL OR code = :code)',
    ),
  };
}
