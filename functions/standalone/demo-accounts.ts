/** Accounts to try the system out with: invented data, this very machine, new passwords at every start. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../shared/domain/person.ts';
import type { Accounts } from '../../shared/ports/accounts.ts';
import type { LocalOffice } from '../../shared/runtime/local.ts';
import type { DemoAccount } from '../api/api-office.ts';

type AccountsOffice = Pick<LocalOffice, 'settings'> & { readonly accounts: Accounts };

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const PEOPLE: readonly { id: string; name: string; role: Role; officeCode?: string }[] = [
  { id: 'demo-buucuc', name: 'Nhân viên bưu cục (mẫu)', role: 'clerk', officeCode: '984250' },
  { id: 'demo-canbo', name: 'Cán bộ xử lý (mẫu)', role: 'officer' },
  { id: 'demo-quantri', name: 'Quản trị viên (mẫu)', role: 'admin' },
];

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

export async function hasOnlyDemoAccounts({ accounts }: Pick<AccountsOffice, 'accounts'>): Promise<boolean> {
  return (await accounts.list()).every((account) => isDemo(account.id));
}

function isDemo(id: string): boolean {
  return PEOPLE.some((person) => person.id === id);
}

/** Old passwords end with the process that made them up. */
export async function openDemoAccounts({ accounts, settings }: AccountsOffice): Promise<DemoAccount[]> {
  const known = new Set((await accounts.list()).map((account) => account.id));
  return Promise.all(
    PEOPLE.map(async (person) => {
      const password = randomBytes(6).toString('base64url');
      const unit = person.role === 'officer' ? { unitCode: settings.unitCode } : {};
      if (known.has(person.id))
        await accounts.change(person.id, { ...person, ...unit, password, disabled: false });
      else await accounts.add({ ...person, ...unit, password });
      return { user: person.id, password, role: person.role };
    }),
  );
}

/** Left over from trying out, they would be open doors to real data. */
export async function closeDemoAccounts({ accounts }: Pick<AccountsOffice, 'accounts'>): Promise<void> {
  for (const account of await accounts.list()) {
    if (isDemo(account.id) && !account.disabled) await accounts.change(account.id, { disabled: true });
  }
}
