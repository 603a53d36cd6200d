import { describe, expect, it } from 'vitest';
import { CryptoRandomIds } from '../../../../shared/adapters/local/crypto-random-ids.ts';
import { hashPassword } from '../../../../shared/adapters/local/password-hash.ts';
import { SqliteAccounts } from '../../../../shared/adapters/local/sqlite-accounts.ts';
import { SqliteDatabase } from '../../../../shared/adapters/local/sqlite-database.ts';
import { SqliteSessions } from '../../../../shared/adapters/local/sqlite-sessions.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const HOUR_MS = 3_600_000;
const HOA = { id: 'hoa', name: 'Lê Thị Hoa', role: 'clerk', officeCode: '970010' } as const;
/** The rules do not depend on how dear a try is. */
const CHEAP = { logN: 4, r: 1, p: 1 };
const PASSWORD = 'mật-khẩu-rất-dài';

async function openDoors() {
  const database = new SqliteDatabase(':memory:');
  const clock = new ManualClock();
  const accounts = new SqliteAccounts(database, clock, CHEAP);
  const sessions = new SqliteSessions(database, clock, new CryptoRandomIds(), 12 * HOUR_MS, CHEAP);
  await accounts.add({ ...HOA, password: PASSWORD });
  return { database, clock, accounts, sessions };
}

async function guess(sessions: SqliteSessions, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await expect(sessions.signIn('hoa', 'sai-mật-khẩu')).rejects.toMatchObject({ code: 'sign-in-failed' });
  }
}

describe('sign-in on one machine', () => {
  it('knows a person by the secret until it runs out or she signs out', async () => {
    const { sessions, clock } = await openDoors();
    const { secret, person } = await sessions.signIn('hoa', PASSWORD);
    expect(person).toEqual(HOA);
    expect(await sessions.find(secret)).toEqual(HOA);
    expect(await sessions.find(`${secret}x`)).toBeNull();
    clock.advance(12 * HOUR_MS);
    expect(await sessions.find(secret)).toBeNull();
    const again = await sessions.signIn('hoa', PASSWORD.normalize('NFD'));
    await sessions.signOut(again.secret);
    expect(await sessions.find(again.secret)).toBeNull();
  });

  it('keeps neither password nor secret readable', async () => {
    const { sessions, database } = await openDoors();
    const { secret } = await sessions.signIn('hoa', PASSWORD);
    const kept = JSON.stringify([
      database.prepare('SELECT * FROM account').all(),
      database.prepare('SELECT * FROM session').all(),
    ]);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(secret);
    expect(kept).toContain('scrypt$4$1$1$');
    expect(await hashPassword(PASSWORD)).toMatch(/^scrypt\$15\$8\$3\$/);
  });

  it('gives equal passwords different hashes', async () => {
    const { accounts, database } = await openDoors();
    await accounts.add({ ...HOA, id: 'mai', password: PASSWORD });
    const hashes = database.prepare('SELECT DISTINCT password FROM account').all();
    expect(hashes).toHaveLength(2);
  });

  it('refuses a wrong name as it refuses a wrong password', async () => {
    const { sessions } = await openDoors();
    for (const name of ['nobody', 'hoa']) {
      await expect(sessions.signIn(name, 'sai-mật-khẩu')).rejects.toMatchObject({ code: 'sign-in-failed' });
    }
  });

  it('locks after five wrong passwords, the right one too, for a quarter of an hour', async () => {
    const { sessions, accounts, clock } = await openDoors();
    await guess(sessions, 5);
    await expect(sessions.signIn('hoa', PASSWORD)).rejects.toMatchObject({ code: 'sign-in-locked' });
    expect((await accounts.list())[0]!.lockedUntil).toBeDefined();
    clock.advance(15 * 60_000);
    expect((await sessions.signIn('hoa', PASSWORD)).person.id).toBe('hoa');
    expect((await accounts.list())[0]!.lockedUntil).toBeUndefined();
  });

  it('forgets earlier mistakes after a right password, and locks names that do not exist alike', async () => {
    const { sessions } = await openDoors();
    await guess(sessions, 4);
    await sessions.signIn('hoa', PASSWORD);
    await guess(sessions, 4);
    await sessions.signIn('hoa', PASSWORD);
    for (let time = 0; time < 5; time++) await sessions.signIn('nobody', 'x').catch(() => undefined);
    await expect(sessions.signIn('nobody', 'x')).rejects.toMatchObject({ code: 'sign-in-locked' });
  });

  it('counts guesses that are made side by side', async () => {
    const { sessions } = await openDoors();
    const guesses = Array.from({ length: 12 }, () =>
      sessions.signIn('hoa', 'sai').catch((error) => error.code),
    );
    await Promise.all(guesses);
    await expect(sessions.signIn('hoa', PASSWORD)).rejects.toMatchObject({ code: 'sign-in-locked' });
  });

  it('ends sessions at once when an account is disabled, changes its role or its password', async () => {
    for (const change of [
      { disabled: true },
      { role: 'admin' as const },
      { password: 'một-mật-khẩu-khác' },
    ]) {
      const { sessions, accounts } = await openDoors();
      const { secret } = await sessions.signIn('hoa', PASSWORD);
      await accounts.change('hoa', change);
      expect(await sessions.find(secret)).toBeNull();
    }
  });

  it('lets a new password lift a lock, and a new name end nothing', async () => {
    const { sessions, accounts } = await openDoors();
    const { secret } = await sessions.signIn('hoa', PASSWORD);
    await accounts.change('hoa', { name: 'Lê Hoa', officeCode: undefined });
    expect(await sessions.find(secret)).toEqual({ ...HOA, name: 'Lê Hoa' });
    await guess(sessions, 5);
    await accounts.change('hoa', { password: 'một-mật-khẩu-khác' });
    expect((await sessions.signIn('hoa', 'một-mật-khẩu-khác')).person.id).toBe('hoa');
  });

  it('refuses the same account twice and a change to none', async () => {
    const { accounts } = await openDoors();
    await expect(accounts.add({ ...HOA, password: PASSWORD })).rejects.toMatchObject({
      code: 'account-exists',
    });
    await expect(accounts.change('nobody', { disabled: true })).rejects.toMatchObject({
      code: 'record-missing',
    });
  });
});
