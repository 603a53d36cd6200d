/** A real HTTP server over a test office, and people who are signed in to it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import type { ApiOffice } from '../../functions/api/api-office.ts';
import { createApp } from '../../functions/api/app.ts';
import { CryptoRandomIds } from '../../shared/adapters/local/crypto-random-ids.ts';
import { FolderUploadDesk } from '../../shared/adapters/local/folder-upload-desk.ts';
import { SqliteAdminActs } from '../../shared/adapters/local/sqlite-admin-acts.ts';
import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Accounts } from '../../shared/ports/accounts.ts';
import type { Sessions } from '../../shared/ports/sessions.ts';
import { loadPrintFonts } from '../../shared/runtime/print-fonts.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

export const OFFICE = '970010';
export const UNIT = 'H12.09';

export const PEOPLE: Readonly<Record<'clerk' | 'officer' | 'admin' | 'otherClerk' | 'otherOfficer', Person>> =
  {
    clerk: { id: 'hoa', name: 'Lê Thị Hoa', role: 'clerk', officeCode: OFFICE },
    officer: { id: 'binh', name: 'Trần Bình', role: 'officer', unitCode: UNIT },
    admin: { id: 'quan', name: 'Đỗ Quân', role: 'admin' },
    otherClerk: { id: 'mai', name: 'Võ Mai', role: 'clerk', officeCode: '970099' },
    otherOfficer: { id: 'son', name: 'Hồ Sơn', role: 'officer', unitCode: 'H12.10' },
  };

export type Who = keyof typeof PEOPLE;

/** Sessions that know the people above by their own id; hashing passwords is tested where it is done. */
const openDoors: Sessions = {
  async signIn(id) {
    const person = Object.values(PEOPLE).find((each) => each.id === id)!;
    return { secret: person.id, person };
  },
  find: async (secret) => Object.values(PEOPLE).find((person) => person.id === secret) ?? null,
  signOut: async () => undefined,
};

const noAccounts: Accounts = {
  list: async () => [],
  add: async () => undefined,
  change: async () => undefined,
};

export interface ApiDesk {
  readonly office: TestOffice & ApiOffice;
  readonly url: string;
  /** A request by that person, as the console makes it. */
  ask(who: Who | 'nobody', method: string, path: string, body?: unknown): Promise<Response>;
}

export interface DeskOptions {
  readonly office?: TestOffice;
  readonly doors?: Partial<Pick<ApiOffice, 'sessions' | 'accounts' | 'bearerTokens' | 'directory'>>;
  readonly partBytes?: number;
}

export async function openApiDesk(options: DeskOptions = {}): Promise<ApiDesk> {
  const base = options.office ?? (await openTestOffice());
  const folder = await makeTemporaryFolder();
  const randomIds = new CryptoRandomIds();
  const office = {
    ...base,
    randomIds,
    printFonts: loadPrintFonts,
    uploads: new FolderUploadDesk(
      join(folder, 'uploads'),
      base.store,
      randomIds,
      options.partBytes ?? 20_000,
    ),
    accounts: noAccounts,
    adminActs: new SqliteAdminActs(new SqliteDatabase(':memory:')),
    sessions: openDoors,
    bearerTokens: null,
    directory: null,
    ...options.doors,
  };
  const server = serve({ fetch: createApp(office).fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { office, url, ask: (who, method, path, body) => fetch(url + path, requestBy(who, method, body)) };
}

export function requestBy(who: Who | 'nobody', method: string, body?: unknown): RequestInit {
  return {
    method,
    headers: {
      'x-requested-with': 'console',
      ...(who === 'nobody' ? {} : { cookie: `session=${PEOPLE[who].id}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
