/** Servers of other makers that a suite starts for itself on free ports, in a folder of its own, and stops by id. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const STOP_TIMEOUT_MS = 5_000;

export const run = promisify(execFile);

/** Free a moment ago; whoever loses the race sees its server fail to start. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #logPath: string;

  constructor(
    command: string,
    args: readonly string[],
    logPath: string,
    environment: Readonly<Record<string, string>> = {},
  ) {
    const log = openSync(logPath, 'a');
    this.#name = command;
    this.#logPath = logPath;
    this.#child = spawn(command, args, {
      stdio: ['ignore', log, log],
      env: { ...process.env, ...environment },
    });
    // A program that cannot be started has no exit code; `ready` tells.
    this.#child.on('error', () => {});
    closeSync(log);
    // A run that is broken off leaves nothing behind.
    const kill = () => this.#child.kill('SIGKILL');
    process.once('exit', kill);
    this.#child.once('exit', () => process.off('exit', kill));
  }

  /** Until an HTTP request is answered, whatever the answer. */
  async ready(url: string, timeoutMs: number): Promise<void> {
    const deadlineMs = Date.now() + timeoutMs;
    while (Date.now() < deadlineMs) {
      if (this.#child.exitCode !== null || this.#child.pid === undefined) break;
      if (await fetch(url).then(drain, () => false)) return;
      await sleep(100);
    }
    await this.stop();
    const lines = readFileSync(this.#logPath, 'utf8').trim().split('\n').slice(-5).join('\n');
    throw new Error(`${this.#name} did not start:\n${lines}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined)
      return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    if (await Promise.race([gone, sleep(STOP_TIMEOUT_MS)])) return;
    this.#child.kill('SIGKILL');
    await gone;
  }
}

async function drain(response: Response): Promise<true> {
  await response.arrayBuffer();
  return true;
}
