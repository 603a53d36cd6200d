/** A real Chromium for tests, of this machine; without one the tests that need it are skipped by name. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A counter's PC has no camera in a test: a moving test picture stands in.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** `CHROMIUM` where it is set, else the first on the PATH; null where there is none. */
export function findChromium(): string | null {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) return CHROMIUM;
  const places = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find(existsSync) ?? null;
}

export const chromiumPath = findChromium();

if (chromiumPath === null) {
  console.error('NO BROWSER: the console was not tried. Install chromium, or set CHROMIUM to one.');
}

export interface BrowserWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and refusals of the content security policy since the start. */
  readonly complaints: readonly string[];
}

/**
 * A window with a memory: opened on the same folder again it has what it had before.
 * @param cameraFilm motion JPEG that the camera sees
 */
export async function openWindow(
  profile: string,
  { cameraFilm }: { readonly cameraFilm?: string } = {},
): Promise<BrowserWindow> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath!,
    args: [...SWITCHES, ...(cameraFilm ? [`--use-file-for-fake-video-capture=${cameraFilm}`] : [])],
    headless: true,
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
}
