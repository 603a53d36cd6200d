/** The outbox rows beside the records that caused them; a delivered message leaves only its id behind. */
import type { MessageId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export class SqliteOutbox implements Outbox {
  readonly #database: SqliteDatabase;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async undelivered(limit: number): Promise<Message[]> {
    return this.#statements.oldest.all(limit).map((row) => JSON.parse(String(row.json)) as Message);
  }

  async markDelivered(ids: readonly MessageId[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#database.write(() => {
      for (const id of ids) {
        if (this.#statements.remove.run(id).changes === 1) this.#statements.remember.run(id);
      }
    });
  }
}

function prepareStatements(database: SqliteDatabase) {
  return {
    oldest: database.prepare('SELECT json FROM outbox ORDER BY position LIMIT ?'),
    remove: database.prepare('DELETE FROM outbox WHERE id = ?'),
    remember: database.prepare('INSERT INTO delivered (id) VALUES (?)'),
  };
}
