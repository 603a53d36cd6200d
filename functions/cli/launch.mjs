/** Runs a script of ours on a fresh clone: installs what is missing and finds a Node that is new enough. */
import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file runs on whatever Node the machine has, so it is plain JavaScript and imports nothing of ours.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const onWindows = process.platform === 'win32';
const MINIMUM = [22, 18];

function installWhatIsMissing() {
  const installedAt = modifiedAt('node_modules', '.package-lock.json');
  if (installedAt !== null && installedAt >= modifiedAt('package-lock.json')) return;
  console.error('Đang cài các thư viện cần thiết (chỉ khi mới tải về hoặc vừa cập nhật)...');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', install, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows });
  if (status !== 0) process.exit(status ?? 1);
}

function modifiedAt(...path) {
  return statSync(join(root, ...path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/** The project brings its own Node for common platforms; elsewhere the machine's must do. */
function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const own = join(root, 'node_modules', '.bin', onWindows ? 'node.cmd' : 'node');
  const answer = spawnSync(own, ['-p', 'process.versions.node'], { encoding: 'utf8', shell: onWindows });
  if (answer.status === 0 && isNewEnough(answer.stdout.trim())) return own;
  console.error(
    `Cần Node.js ${MINIMUM.join('.')} trở lên; máy này có ${process.versions.node}. Cài bản mới tại https://nodejs.org rồi chạy lại.\n` +
      `Node.js ${MINIMUM.join('.')} or newer is needed; this machine has ${process.versions.node}.`,
  );
  process.exit(1);
}

installWhatIsMissing();
const [script, ...args] = process.argv.slice(2);
const child = spawn(findNode(), [join(root, script), ...args], { stdio: 'inherit', shell: false });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
