/** The one SQLite file under records, outbox and queues: one process owns it, and what it promised is on the disk. */
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import { migrate } from './sqlite-schema.ts';
import { nameStorageFailure } from './storage-failure.ts';

/** Time for a predecessor that is shutting down to let go of the file. */
const OWNER_TIMEOUT_MS = 2_000;

interface PendingWrite {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly reason: unknown };

export class SqliteDatabase {
  readonly #database: DatabaseSync;
  #pending: PendingWrite[] = [];

  /** `:memory:` keeps nothing. `storage-in-use` while another process has the file. */
  constructor(path: string) {
    try {
      this.#database = openOwned(path);
    } catch (error) {
      throw nameStorageFailure(error);
    }
  }

  prepare(sql: string): StatementSync {
    return this.#database.prepare(sql);
  }

  /**
   * Runs `work` all or nothing; durable when it resolves. Writes that are asked for in one turn of the event loop
   * share one transaction, since its fsync costs more than all of them; one that throws takes back only its own.
   */
  write<Value>(work: () => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (this.#pending.length === 0) setImmediate(() => this.#commitPending());
      this.#pending.push({ work, resolve, reject });
    });
  }

  /** The file as of one moment, page by page beside the work under way; `path` must not exist yet. */
  async copyTo(path: string): Promise<void> {
    try {
      await backup(this.#database, path);
    } catch (error) {
      throw nameStorageFailure(error);
    }
  }

  async close(): Promise<void> {
    this.#commitPending();
    this.#database.close();
  }

  #commitPending(): void {
    const writes = this.#pending;
    this.#pending = [];
    if (writes.length === 0) return;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const outcomes = writes.map(({ work }) => this.#attempt(work));
      this.#database.exec('COMMIT');
      for (const [index, { resolve, reject }] of writes.entries()) {
        const outcome = outcomes[index]!;
        if ('value' in outcome) resolve(outcome.value as never);
        else reject(outcome.reason);
      }
    } catch (error) {
      this.#rollBack();
      for (const { reject } of writes) reject(nameStorageFailure(error));
    }
  }

  /** Whoever wrote is told of the failure that led here; a second one of the same disk must not hide it. */
  #rollBack(): void {
    try {
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
    } catch {
      // The next BEGIN says so.
    }
  }

  #attempt(work: () => unknown): Outcome {
    this.#database.exec('SAVEPOINT attempt');
    try {
      const value = work();
      this.#database.exec('RELEASE attempt');
      return { value };
    } catch (reason) {
      // A full disk rolls back everything at once; then nobody in this transaction has succeeded.
      if (!this.#database.isTransaction) throw reason;
      this.#database.exec('ROLLBACK TO attempt; RELEASE attempt');
      return { reason: nameStorageFailure(reason) };
    }
  }
}

function openOwned(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // In this order: journal_mode already needs the lock. An exclusive lock dies with its process and keeps the
    // WAL index in memory, so that no second process can come in between.
    database.exec(`
      PRAGMA busy_timeout = ${OWNER_TIMEOUT_MS};
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
    `);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
