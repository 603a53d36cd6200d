import { describe, expect, it } from 'vitest';
import {
  closeDemoAccounts,
  hasOnlyDemoAccounts,
  isLoopback,
  openDemoAccounts,
} from '../../../../functions/standalone/demo-accounts.ts';
import { SqliteAccounts } from '../../../../shared/adapters/local/sqlite-accounts.ts';
import { SqliteDatabase } from '../../../../shared/adapters/local/sqlite-database.ts';
import { loadSettings } from '../../../../shared/config/load-settings.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

function openOffice() {
  const accounts = new SqliteAccounts(new SqliteDatabase(':memory:'), new ManualClock(), {
    logN: 4,
    r: 1,
    p: 1,
  });
  return { accounts, settings: loadSettings({}) };
}

describe('accounts to try the system out with', () => {
  it('get a new password at every start, one for each role', async () => {
    const office = openOffice();
    const first = await openDemoAccounts(office);
    const second = await openDemoAccounts(office);
    expect(first.map(({ role }) => role)).toEqual(['clerk', 'officer', 'admin']);
    expect(second.map(({ user }) => user)).toEqual(first.map(({ user }) => user));
    for (const [index, { password }] of first.entries()) expect(second[index]!.password).not.toBe(password);
    expect(await office.accounts.list()).toHaveLength(3);
  });

  it('are closed where they are not wanted, and opened again', async () => {
    const office = openOffice();
    await openDemoAccounts(office);
    await closeDemoAccounts(office);
    expect((await office.accounts.list()).map(({ disabled }) => disabled)).toEqual([true, true, true]);
    await openDemoAccounts(office);
    expect((await office.accounts.list()).map(({ disabled }) => disabled)).toEqual([false, false, false]);
  });

  it('stand alone or not at all, and on this machine only', async () => {
    const office = openOffice();
    await openDemoAccounts(office);
    expect(await hasOnlyDemoAccounts(office)).toBe(true);
    await office.accounts.add({ id: 'hoa', name: 'Lê Hoa', role: 'admin', password: 'mật-khẩu-dài' });
    expect(await hasOnlyDemoAccounts(office)).toBe(false);
    expect(['127.0.0.1', '::1', '0.0.0.0', '192.168.1.5', ''].map(isLoopback)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
