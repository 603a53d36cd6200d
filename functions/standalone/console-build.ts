/** The console's files, built anew where they are missing or older than what they are made from. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CONSOLE = join(root, 'console');
const DIST = join(CONSOLE, 'dist');
const VITE = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Absolute path of the built files; null, with a line for the operator, where they can neither be found nor built. */
export async function ensureConsole(): Promise<string | null> {
  const builtMs = await changedMs(join(DIST, 'index.html'));
  if (builtMs !== null && builtMs >= (await newestSourceMs())) return DIST;
  if (!existsSync(VITE)) {
    if (builtMs === null) console.error('Thiếu giao diện: chạy npm install rồi khởi động lại.');
    return builtMs === null ? null : DIST;
  }
  console.error('Đang dựng giao diện...');
  const { status, stderr } = spawnSync(
    process.execPath,
    [VITE, 'build', CONSOLE, '--logLevel', 'error', '--emptyOutDir'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status === 0) return DIST;
  console.error(`Không dựng được giao diện.\n${stderr}`);
  return builtMs === null ? null : DIST;
}

/** What of ours goes into it: its own folder, the pure rules of the domain, the libraries' versions. */
async function newestSourceMs(): Promise<number> {
  const folders = ['src', 'public'].map((name) => join(CONSOLE, name));
  const files = ['index.html', 'vite.config.ts'].map((name) => join(CONSOLE, name));
  const inside = await Promise.all([...folders, join(root, 'shared', 'domain')].map(filesIn));
  const all = [...inside.flat(), ...files, join(root, 'package-lock.json')];
  return Math.max(...(await Promise.all(all.map(changedMs))).map((changed) => changed ?? 0));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function changedMs(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => null,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await ensureConsole()) ? 0 : 1;
