/** An office to try the console in: three people, the sample catalogue, and the server over it. */
import { spawnSync } from 'node:child_process';
import { type ConsoleServer, type DemoRole, startConsoleServer } from './console-server.ts';

const PEOPLE: Readonly<Record<DemoRole, readonly string[]>> = {
  clerk: ['hoa', '--name', 'Lê Thị Hoa', '--role', 'clerk', '--office', '984250'],
  officer: ['binh', '--name', 'Trần Văn Bình', '--role', 'officer', '--unit', 'H12.09'],
  admin: ['quan', '--name', 'Ngô Minh Quân', '--role', 'admin'],
};
const SUPERIOR = ['lan', '--name', 'Đỗ Thị Lan', '--role', 'officer', '--unit', 'H12'];
const PASSWORD = 'mat-khau-thu-nghiem';
const CATALOGUE = 'functions/standalone/sample-catalogue/lay-thu-tuc.json';

export async function openConsoleOffice(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ConsoleServer> {
  for (const person of [...Object.values(PEOPLE), SUPERIOR]) {
    run(folder, ['functions/cli/accounts.ts', 'add', ...person], `${PASSWORD}\n`);
  }
  run(folder, ['functions/cli/catalogue.ts', 'import', CATALOGUE], '');
  const server = await startConsoleServer(folder, environment);
  const accounts = Object.fromEntries(
    Object.entries(PEOPLE).map(([role, [user]]) => [role, { user: user!, password: PASSWORD }]),
  ) as ConsoleServer['accounts'];
  return { ...server, accounts };
}

function run(folder: string, args: readonly string[], input: string): void {
  const env = { ...process.env, DATA_FOLDER: `${folder}/data`, LOG_LEVEL: 'warn' };
  const { status, stderr } = spawnSync(process.execPath, args, { env, input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}
