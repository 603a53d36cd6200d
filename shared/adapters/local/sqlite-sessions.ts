/** Sign-in on one machine: secrets are kept as hashes only, guessing locks the account for a while. */
import { createHash } from 'node:crypto';
import type { Person } from '../../domain/person.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RandomIds } from '../../ports/random-ids.ts';
import type { Sessions } from '../../ports/sessions.ts';
import { hashPassword, isPassword, type ScryptCost } from './password-hash.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

const FAILURES_UNTIL_LOCK = 5;
const LOCK_MS = 15 * 60_000;

export class SqliteSessions implements Sessions {
  readonly #database: SqliteDatabase;
  readonly #clock: Clock;
  readonly #ids: RandomIds;
  readonly #lifetimeMs: number;
  readonly #cost: ScryptCost | undefined;
  readonly #statements: ReturnType<typeof prepareStatements>;
  /** Checked for names that do not exist, so that they take as long to refuse. */
  #nobodysHash: Promise<string> | null = null;

  /** `cost` as for the accounts: refusing an unknown name must take as long. */
  constructor(database: SqliteDatabase, clock: Clock, ids: RandomIds, lifetimeMs: number, cost?: ScryptCost) {
    this.#cost = cost;
    this.#database = database;
    this.#clock = clock;
    this.#ids = ids;
    this.#lifetimeMs = lifetimeMs;
    this.#statements = prepareStatements(database);
  }

  async signIn(id: string, password: string): Promise<{ secret: string; person: Person }> {
    this.#refuseIfLocked(id);
    const account = this.#statements.find.get(id);
    this.#nobodysHash ??= hashPassword(this.#ids.next(), this.#cost);
    const nobodys = await this.#nobodysHash;
    const isRight = await isPassword(password, account ? String(account.password) : nobodys);
    // Guesses made side by side must not outrun the lock.
    this.#refuseIfLocked(id);
    if (!isRight || !account || account.disabled === 1) {
      await this.#noteFailure(id);
      throw new DigitizationError('sign-in-failed');
    }
    const secret = this.#ids.next();
    const nowMs = this.#nowMs();
    await this.#database.write(() => {
      this.#statements.forgive.run(id);
      this.#statements.sweep.run(nowMs);
      this.#statements.open.run(hashOf(secret), id, nowMs + this.#lifetimeMs);
    });
    return { secret, person: JSON.parse(String(account.json)) as Person };
  }

  async find(secret: string): Promise<Person | null> {
    const row = this.#statements.read.get(hashOf(secret), this.#nowMs());
    return row ? (JSON.parse(String(row.json)) as Person) : null;
  }

  async signOut(secret: string): Promise<void> {
    await this.#database.write(() => this.#statements.close.run(hashOf(secret)));
  }

  #refuseIfLocked(id: string): void {
    if (this.#statements.isLocked.get(id, this.#nowMs())) throw new DigitizationError('sign-in-locked');
  }

  async #noteFailure(id: string): Promise<void> {
    const nowMs = this.#nowMs();
    await this.#database.write(() => {
      this.#statements.unlock.run(nowMs);
      this.#statements.fail.run({ id, limit: FAILURES_UNTIL_LOCK, lockedUntilMs: nowMs + LOCK_MS });
    });
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function prepareStatements(database: SqliteDatabase) {
  return {
    find: database.prepare('SELECT json, password, disabled FROM account WHERE id = ?'),
    open: database.prepare('INSERT INTO session (secret_hash, account_id, expires_at_ms) VALUES (?, ?, ?)'),
    read: database.prepare(
      `SELECT json FROM session JOIN account ON id = account_id
       WHERE secret_hash = ? AND expires_at_ms > ? AND disabled = 0`,
    ),
    close: database.prepare('DELETE FROM session WHERE secret_hash = ?'),
    sweep: database.prepare('DELETE FROM session WHERE expires_at_ms <= ?'),
    isLocked: database.prepare('SELECT 1 FROM sign_in_failure WHERE account_id = ? AND locked_until_ms > ?'),
    unlock: database.prepare('DELETE FROM sign_in_failure WHERE locked_until_ms <= ?'),
    fail: database.prepare(
      `INSERT INTO sign_in_failure (account_id, count) VALUES (:id, 1)
       ON CONFLICT (account_id) DO UPDATE SET count = count + 1,
         locked_until_ms = iif(count + 1 >= :limit, :lockedUntilMs, NULL)`,
    ),
    forgive: database.prepare('DELETE FROM sign_in_failure WHERE account_id = ?'),
  };
}
