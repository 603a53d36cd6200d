/** `scan-folder <folder>`: whatever a scanner writes there goes into the delivery that its clerk has open at the desk. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askPassword } from './ask-password.ts';
import { DeskClient } from './desk-client.ts';
import { ask, type DeskDoor, DeskRefusal } from './desk-door.ts';
import { passwordDoor } from './password-door.ts';
import { type Provider, providerDoor } from './provider-door.ts';

const USAGE = `Cách dùng: npm run --silent scan-folder -- <thư mục> [--user <tên đăng nhập>] [--server <địa chỉ>] [--dossier <mã hồ sơ>] [--port <cổng>] [--once]
Tệp máy quét ghi vào thư mục được gửi vào hồ sơ đang mở của bạn ở Bàn quét, rồi chuyển vào thư mục con "da-gui".
Mật khẩu của --user được hỏi khi chạy, hoặc đọc từ đầu vào chuẩn. Nơi đăng nhập chung của tỉnh thì không cần --user:
mở địa chỉ được in ra (cổng 8484, hoặc --port) trong trình duyệt của máy này. --once: gửi những gì đang có rồi dừng.`;
const EXIT_USAGE = 64;
const SENT = 'da-gui';
const REFUSED = 'bi-tu-choi';
const LOOK_EVERY_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const SCANS = /\.(pdf|jpe?g|png|tiff?|webp)$/i;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string', default: 'http://localhost:8080' },
      user: { type: 'string' },
      port: { type: 'string', default: '8484' },
      dossier: { type: 'string' },
      once: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  const server = values.server.replace(/\/+$/, '');
  const door = folder === undefined ? null : await findDoor(server, values.user, Number(values.port));
  if (folder === undefined || door === null) {
    console.error(USAGE);
    return EXIT_USAGE;
  }
  const desk = await DeskClient.open(server, door);
  for (const name of [SENT, REFUSED]) await mkdir(join(folder, name), { recursive: true });
  console.error(`Đang chờ tệp quét trong ${folder}`);
  let pauseMs = LOOK_EVERY_MS;
  for (;;) {
    const sent = await sendAll(desk, folder, values.dossier).catch((failure: unknown) => {
      if (!(failure instanceof DeskRefusal)) throw failure;
      console.error(`${failure.message} Tệp được giữ lại, sẽ tự gửi lại.`);
      return null;
    });
    if (values.once) return sent === null ? 1 : 0;
    pauseMs = sent === null ? Math.min(LONGEST_PAUSE_MS, pauseMs * 2) : LOOK_EVERY_MS;
    await sleep(pauseMs);
  }
}

/** Null where the server wants a name and none was given. */
async function findDoor(server: string, user: string | undefined, port: number): Promise<DeskDoor | null> {
  const about = (await (await ask(`${server}/api/about`, {})).json()) as {
    signIn: 'password' | 'oidc';
    oidc: Provider | null;
  };
  if (about.signIn === 'oidc' && about.oidc)
    return providerDoor(about.oidc, port, (sentence) => console.error(sentence));
  return user === undefined ? null : passwordDoor(server, user, await askPassword());
}

async function sendAll(desk: DeskClient, folder: string, dossierCode: string | undefined): Promise<void> {
  const names = await settledFiles(folder);
  if (names.length === 0) return;
  const batch = await desk.findBatch(dossierCode);
  if (!batch) {
    console.error(`Có ${names.length} tệp chờ gửi: mở hồ sơ ở Bàn quét trước.`);
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const position = await desk.nextPosition(batch.batchId);
    try {
      await desk.send(batch.batchId, position, name, await readFile(path));
      await putAway(path, join(folder, SENT));
      console.error(`${name} → ${batch.dossierCode ?? batch.provisionalCode}`);
    } catch (failure) {
      if (!(failure instanceof DeskRefusal) || ![413, 415, 422].includes(failure.status)) throw failure;
      await putAway(path, join(folder, REFUSED));
      console.error(`${name}: ${failure.message}`);
    }
  }
}

/** Scanners count from one each morning: what lies there under the same name stays. */
async function putAway(path: string, folder: string): Promise<void> {
  const { name, ext } = parse(path);
  let place = join(folder, name + ext);
  for (let copy = 2; existsSync(place); copy++) place = join(folder, `${name} (${copy})${ext}`);
  await rename(path, place);
}

/** Files whose size stands still: the scanner has let go of them. */
async function settledFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && SCANS.test(entry.name))
    .map((entry) => entry.name);
  const before = await sizesOf(folder, names);
  if (names.length > 0) await sleep(LOOK_EVERY_MS);
  const after = await sizesOf(folder, names);
  return names
    .filter((_, index) => before[index] === after[index] && after[index]! > 0)
    .sort(new Intl.Collator('vi', { numeric: true }).compare);
}

function sizesOf(folder: string, names: readonly string[]): Promise<number[]> {
  return Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
}

try {
  process.exitCode = await main();
} catch (failure) {
  if (!(failure instanceof DeskRefusal)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
