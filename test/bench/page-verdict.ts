/** How long a clerk waits for the verdict on a page, from the end of its upload, through HTTP, while pages are being read. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { uploadFile } from '../support/upload-client.ts';

const PAGES = 40;
/** A sheet feeder delivers a page about so often. */
const FEED_EVERY_MS = 1_500;
const GOLDEN = new URL('../golden/pages/', import.meta.url);
/** The stream tells within less than half a second. */
const LOOK_EVERY_MS = 150;
const PASSWORD = 'mat-khau-rat-dai';

interface BatchAnswer {
  readonly scans: readonly { readonly scanId: string; readonly state: string }[];
  readonly pages: readonly { readonly scanId: string; readonly state: string; readonly verdict: string }[];
  readonly progress: { readonly read: number };
}

async function addClerk(env: NodeJS.ProcessEnv): Promise<void> {
  const account = ['add', 'hoa', '--role', 'clerk', '--office', '970010'];
  const child = spawn(process.execPath, ['functions/cli/accounts.ts', ...account], {
    env,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.stdin.end(`${PASSWORD}\n`);
  await new Promise((resolve) => child.on('close', resolve));
}

async function main(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'page-verdict-'));
  const env = {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATA_FOLDER: join(root, 'data'),
    INBOX_FOLDER: join(root, 'inbox'),
  };
  await addClerk(env);
  const server = spawn(process.execPath, ['functions/standalone/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) =>
    createInterface({ input: server.stdout }).once('line', (line) => resolve(/http\S+/.exec(line)![0])),
  );
  try {
    await measure(url);
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.on('close', resolve));
    await rm(root, { recursive: true, force: true });
  }
}

async function measure(url: string): Promise<void> {
  const headers: Record<string, string> = {
    'x-requested-with': 'console',
    'content-type': 'application/json',
  };
  const signIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user: 'hoa', password: PASSWORD }),
  });
  headers.cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const send = (path: string, init: RequestInit) =>
    fetch(url + path, { ...init, headers: { ...headers, ...init.headers } } as RequestInit);
  const opened = await send('/api/batches', {
    method: 'POST',
    body: JSON.stringify({ manifest: {}, draftId: randomUUID() }),
  });
  const { batchId } = (await opened.json()) as { batchId: string };
  const load = async () =>
    (await (await send(`/api/batches/${batchId}`, { method: 'GET' })).json()) as BatchAnswer;

  const pictures = await Promise.all(
    (await readdir(GOLDEN)).sort().map(async (name) => {
      const file = (await readdir(new URL(`${name}/`, GOLDEN))).find((each) => each.startsWith('page.'))!;
      return { name: `${name}-${file}`, bytes: await readFile(new URL(`${name}/${file}`, GOLDEN)) };
    }),
  );
  const uploadedAtMs = new Map<string, number>();
  const waits: number[] = [];
  let read = 0;
  const look = async () => {
    const { pages, scans, progress } = await load();
    read = progress.read;
    for (const [scanId, startMs] of uploadedAtMs) {
      const isRefused = scans.some((scan) => scan.scanId === scanId && scan.state === 'rejected');
      if (!isRefused && !pages.some((page) => page.scanId === scanId)) continue;
      waits.push(performance.now() - startMs);
      uploadedAtMs.delete(scanId);
    }
  };
  let isFed = false;
  const watching = (async () => {
    for (; !isFed || uploadedAtMs.size > 0; await sleep(LOOK_EVERY_MS)) await look();
  })();
  for (let position = 1; position <= PAGES; position++) {
    const turn = sleep(FEED_EVERY_MS);
    const { name, bytes } = pictures[(position - 1) % pictures.length]!;
    const scanId = await uploadFile(send, batchId, { position, name, bytes });
    uploadedAtMs.set(scanId, performance.now());
    await turn;
  }
  isFed = true;
  await watching;
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.ceil(share * waits.length) - 1]!);
  console.log(
    `${waits.length} pages, one every ${FEED_EVERY_MS} ms, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}: ` +
      `verdict after p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms; ${read} pages read meanwhile`,
  );
}

await main();
