/** Runs a script of ours on a fresh clone: installs what is missing and finds a Node that is new enough. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file runs on whatever Node the machine has, so it is plain JavaScript and imports nothing of ours.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const onWindows = process.platform === 'win32';
const MINIMUM = [22, 18];

function installOnce() {
  if (existsSync(join(root, 'node_modules', 'hono'))) return;
  console.error('Đang cài các thư viện cần thiết (chỉ lần đầu)...');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', install, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows });
  if (status !== 0) process.exit(status ?? 1);
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

installOnce();
const [script, ...args] = process.argv.slice(2);
const child = spawn(findNode(), [join(root, script), ...args], { stdio: 'inherit', shell: false });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
