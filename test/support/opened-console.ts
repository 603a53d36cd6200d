/** The opening of a browser test: an office with its server, and one person at a PC; all ended with the test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type BrowserWindow, openWindow } from './browser.ts';
import { openConsoleOffice } from './console-office.ts';
import type { ConsoleServer } from './console-server.ts';
import { SHOTS } from './console-steps.ts';

const OPENING_MS = 120_000;

export interface OpenedConsole {
  /** Folder of the data, the inbox and the browsers' profiles. */
  readonly root: string;
  readonly server: ConsoleServer;
  /** Of who sat down last. */
  readonly window: BrowserWindow;
  /** The PC that stood here is closed; the same one again has kept what it had. */
  sitDown(pc: string): Promise<BrowserWindow>;
  /** Of all PCs since the start. */
  complaints(): readonly string[];
}

/** To be called in `describe`. @param environment settings of the server */
export function openConsole(environment: Readonly<Record<string, string>> = {}): OpenedConsole {
  const root = mkdtempSync(join(tmpdir(), 'bcci-console-'));
  const windows: BrowserWindow[] = [];
  let server: ConsoleServer | undefined;
  beforeAll(async () => {
    server = await openConsoleOffice(root, environment);
  }, OPENING_MS);
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await windows.at(-1)?.page.screenshot({ path: `${SHOTS}/failed-${task.name.slice(0, 24)}.png` });
  });
  afterAll(async () => {
    await windows.at(-1)?.context.close();
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    root,
    get server() {
      return server!;
    },
    get window() {
      return windows.at(-1)!;
    },
    async sitDown(pc) {
      await windows.at(-1)?.context.close();
      windows.push(await openWindow(join(root, `browser-${pc}`)));
      return windows.at(-1)!;
    },
    complaints: () => windows.flatMap((window) => window.complaints),
  };
}
