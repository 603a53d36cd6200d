/** `npm start` on a fresh clone: installs what is missing, finds a Node that is new enough, digitizes the sample, serves. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file runs on whatever Node the machine has, so it is plain JavaScript and imports nothing of ours.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const MINIMUM = [22, 18];

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/** The project brings its own Node for common platforms; elsewhere the machine's must do. */
function findNode() {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  for (const node of [own, process.execPath]) {
    const answer = spawnSync(node, ['-p', 'process.versions.node'], {
      encoding: 'utf8',
      shell: node.endsWith('.cmd'),
    });
    if (answer.status === 0 && isNewEnough(answer.stdout.trim()))
      return { node, version: answer.stdout.trim() };
  }
  console.error(
    `Cần Node.js ${MINIMUM.join('.')} trở lên; máy này có ${process.versions.node}. Cài bản mới tại https://nodejs.org rồi chạy lại.\n` +
      `Node.js ${MINIMUM.join('.')} or newer is needed; this machine has ${process.versions.node}.`,
  );
  process.exit(1);
}

if (!existsSync(join(root, 'node_modules', 'hono'))) {
  console.log('Đang cài các thư viện cần thiết (chỉ lần đầu)...');
  run('npm', ['install', '--no-audit', '--no-fund']);
}
const { node, version } = findNode();
console.log(`Node.js ${version}`);
run(node, [join(root, 'functions', 'standalone', 'main.ts'), '--with-sample']);
