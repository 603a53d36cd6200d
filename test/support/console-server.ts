/** The server as a province runs it, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type DemoRole = 'clerk' | 'officer' | 'admin';

export interface ConsoleServer {
  readonly url: string;
  readonly accounts: Readonly<Record<DemoRole, { readonly user: string; readonly password: string }>>;
  stop(): Promise<void>;
}

/** @param folder for data and inbox; the same again finds what was there */
export async function startConsoleServer(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Pick<ConsoleServer, 'url' | 'stop'>> {
  const child = spawn(process.execPath, ['functions/standalone/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_FOLDER: `${folder}/data`,
      INBOX_FOLDER: `${folder}/inbox`,
      LOG_LEVEL: 'silent',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = await Promise.race([readAddress(child), ended.then(() => null)]);
  if (!url) throw new Error('the server ended at once');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

async function readAddress(child: ChildProcess): Promise<string | null> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /https?:\S+/.exec(line)?.[0];
    if (url) return url;
  }
  return null;
}
