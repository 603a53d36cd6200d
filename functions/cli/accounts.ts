/** `accounts list | add <id> | password <id> | disable <id> | enable <id>`: who may sign in on this machine. */
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { kindsOfChange } from '../../shared/domain/admin-act.ts';
import { type Person, ROLES, type Role } from '../../shared/domain/person.ts';
import { strangePlace } from '../../shared/domain/province-directory.ts';
import type { AccountChanges } from '../../shared/ports/accounts.ts';
import { type LocalOffice, openLocalOffice } from '../../shared/runtime/local.ts';
import { newAccountSchema, passwordSchema } from '../api/account-schema.ts';
import { noteActs } from '../api/note-acts.ts';
import { askPassword } from './ask-password.ts';
import { endWith, WRONG_USAGE } from './end-with.ts';

const USAGE = `Cách dùng: npm run --silent accounts -- <lệnh>   (dừng máy chủ trước; khi máy chủ chạy, dùng màn hình quản trị)
  list
  add <tên đăng nhập> --name <họ tên> --role clerk|officer|admin [--office <mã bưu cục>] [--unit <mã đơn vị, ví dụ H12.07>]
  password <tên đăng nhập>      đặt lại mật khẩu, mở khóa
  disable <tên đăng nhập>
  enable <tên đăng nhập>
Mật khẩu được hỏi khi chạy, hoặc đọc từ đầu vào chuẩn.`;
/** Whoever may open the data folder: the operating system knows who that was. */
const AT_THE_SERVER: Person = { id: 'accounts', name: 'Dòng lệnh trên máy chủ', role: 'admin' };

const NOT_OF_THE_PROVINCE = {
  officeCode: 'Tệp của tỉnh (PROVINCE_FILE) không có bưu cục này.',
  unitCode: 'Tệp của tỉnh (PROVINCE_FILE) không có đơn vị này.',
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      office: { type: 'string' },
      unit: { type: 'string' },
    },
  });
  const [command = '', id] = positionals;
  if (command === 'list') return withOffice(list);
  if (id === undefined) return usage();
  switch (command) {
    case 'add':
      return withOffice((office) => add(office, id, values));
    case 'password':
      return withOffice((office) => setPassword(office, id));
    case 'disable':
    case 'enable':
      return withOffice((office) => change(office, id, { disabled: command === 'disable' }));
    default:
      return usage();
  }
}

async function withOffice(act: (office: LocalOffice) => Promise<number>): Promise<number> {
  const office = openLocalOffice(loadSettings({ LOG_LEVEL: 'warn', ...process.env }));
  try {
    return await act(office);
  } finally {
    await office.close();
  }
}

async function list({ accounts }: LocalOffice): Promise<number> {
  for (const { id, name, role, officeCode, unitCode, disabled, lockedUntil } of await accounts.list()) {
    const notes = [disabled ? 'đã khóa' : '', lockedUntil ? `tạm khóa đến ${lockedUntil}` : ''];
    console.log([id, role, officeCode ?? unitCode ?? '-', name, ...notes].filter(Boolean).join('\t'));
  }
  return 0;
}

interface Options {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly office?: string | undefined;
  readonly unit?: string | undefined;
}

async function setPassword(office: LocalOffice, id: string): Promise<number> {
  const password = passwordSchema.safeParse(await askPassword());
  if (!password.success) return usage(password.error.issues[0]!.message);
  return change(office, id, { password: password.data });
}

async function change(office: LocalOffice, id: string, changes: AccountChanges): Promise<number> {
  await office.accounts.change(id, changes);
  await noteActs(office, AT_THE_SERVER, id, kindsOfChange(changes));
  return 0;
}

async function add(office: LocalOffice, id: string, options: Options): Promise<number> {
  const { name, role, office: officeCode, unit } = options;
  if (!ROLES.includes(role as Role)) return usage('--role clerk|officer|admin');
  const person: Person = {
    id: id.toLowerCase(),
    name: name ?? id,
    role: role as Role,
    ...(officeCode === undefined ? {} : { officeCode }),
    ...(unit === undefined ? {} : { unitCode: unit }),
  };
  const account = newAccountSchema.safeParse({ ...person, password: await askPassword() });
  if (!account.success) return usage(account.error.issues[0]!.message);
  const strange = office.directory && strangePlace(office.directory, account.data);
  if (strange) return usage(NOT_OF_THE_PROVINCE[strange]);
  await office.accounts.add(account.data);
  await noteActs(office, AT_THE_SERVER, person.id, [{ kind: 'account-added', detail: person.role }]);
  return 0;
}

function usage(problem?: string): number {
  if (problem) console.error(problem);
  console.error(USAGE);
  return WRONG_USAGE;
}

await endWith(USAGE, main);
