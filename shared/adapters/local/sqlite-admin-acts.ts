/** Acts of admins on one machine: a row each, in the order in which they were done. */
import type { AdminAct } from '../../domain/admin-act.ts';
import type { AdminActs } from '../../ports/admin-acts.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export class SqliteAdminActs implements AdminActs {
  readonly #database: SqliteDatabase;
  readonly #add: ReturnType<SqliteDatabase['prepare']>;
  readonly #list: ReturnType<SqliteDatabase['prepare']>;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#add = database.prepare('INSERT INTO admin_act (json) VALUES (?)');
    this.#list = database.prepare('SELECT json FROM admin_act ORDER BY position DESC LIMIT ?');
  }

  async note(acts: readonly AdminAct[]): Promise<void> {
    await this.#database.write(() => {
      for (const act of acts) this.#add.run(JSON.stringify(act));
    });
  }

  async list(limit: number): Promise<AdminAct[]> {
    return this.#list.all(limit).map(({ json }) => JSON.parse(String(json)) as AdminAct);
  }
}
