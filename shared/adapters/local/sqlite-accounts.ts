/** Accounts of one machine: a row each, with the password's hash beside what may be shown. */
import type { Person } from '../../domain/person.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { Account, AccountChanges, Accounts, NewAccount } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import { hashPassword, type ScryptCost } from './password-hash.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export class SqliteAccounts implements Accounts {
  readonly #database: SqliteDatabase;
  readonly #clock: Clock;
  readonly #cost: ScryptCost | undefined;
  readonly #statements: ReturnType<typeof prepareStatements>;

  /** `cost` of new passwords; without it what is safe today. */
  constructor(database: SqliteDatabase, clock: Clock, cost?: ScryptCost) {
    this.#cost = cost;
    this.#database = database;
    this.#clock = clock;
    this.#statements = prepareStatements(database);
  }

  async list(): Promise<Account[]> {
    return this.#statements.list.all(this.#clock.now().getTime()).map(toAccount);
  }

  async add({ password, ...person }: NewAccount): Promise<void> {
    const hash = await hashPassword(password, this.#cost);
    const { changes } = await this.#database.write(() =>
      this.#statements.add.run(person.id, hash, JSON.stringify(person)),
    );
    if (changes !== 1) throw new DigitizationError('account-exists', { id: person.id });
  }

  async change(id: string, { password, disabled, ...changes }: AccountChanges): Promise<void> {
    const hash = password === undefined ? null : await hashPassword(password, this.#cost);
    await this.#database.write(() => {
      const known = this.#statements.find.get(id);
      if (!known) throw new DigitizationError('record-missing', { id });
      const before = JSON.parse(String(known.json)) as Person;
      const after = { ...before, ...JSON.parse(JSON.stringify(changes)), id } as Person;
      const isDisabled = disabled ?? known.disabled === 1;
      this.#statements.change.run(hash, isDisabled ? 1 : 0, JSON.stringify(after), id);
      if (hash !== null) this.#statements.forgive.run(id);
      if (hash !== null || isDisabled || after.role !== before.role) this.#statements.signOut.run(id);
    });
  }
}

function toAccount(row: Record<string, unknown>): Account {
  const person = JSON.parse(String(row.json)) as Person;
  const lockedUntil =
    row.locked_until_ms === null ? null : new Date(Number(row.locked_until_ms)).toISOString();
  return { ...person, disabled: row.disabled === 1, ...(lockedUntil === null ? {} : { lockedUntil }) };
}

function prepareStatements(database: SqliteDatabase) {
  return {
    list: database.prepare(
      `SELECT json, disabled, locked_until_ms FROM account
       LEFT JOIN sign_in_failure ON account_id = id AND locked_until_ms > ? ORDER BY id`,
    ),
    find: database.prepare('SELECT json, disabled FROM account WHERE id = ?'),
    add: database.prepare(
      'INSERT INTO account (id, password, disabled, json) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING',
    ),
    change: database.prepare(
      'UPDATE account SET password = coalesce(?, password), disabled = ?, json = ? WHERE id = ?',
    ),
    forgive: database.prepare('DELETE FROM sign_in_failure WHERE account_id = ?'),
    signOut: database.prepare('DELETE FROM session WHERE account_id = ?'),
  };
}
