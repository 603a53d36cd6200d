/** Prints a sheet of HTML with Debian's chromium, and reads back which lines of text stand on it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { READ_PRINTED_LINES } from './printed-lines.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--allow-file-access-from-files',
  '--font-render-hinting=none',
];
const CSS_PX_PER_INCH = 96;
const MM_PER_INCH = 25.4;

export interface Print {
  readonly png: Buffer;
  /** Visible text in reading order, NFC; what is `aria-hidden` (leaders, boxes, seals) left out. */
  readonly lines: readonly string[];
}

export interface SheetSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dpi: number;
}

/** A4 at 200 dpi comes to 1654 x 2339, as scanners count it. */
function pixels(mm: number, perInch: number): number {
  return Math.round((mm / MM_PER_INCH) * perInch);
}

export class Press {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<Press> {
    const folder = await mkdtemp(join(tmpdir(), 'paper-mill-'));
    return new Press(await chromium.launch({ executablePath: CHROMIUM, args: FLAGS }), folder);
  }

  async print(html: string, { widthMm, heightMm, dpi }: SheetSize): Promise<Print> {
    const page = await this.#browser.newPage({
      viewport: {
        width: pixels(widthMm, CSS_PX_PER_INCH) + 1,
        height: pixels(heightMm, CSS_PX_PER_INCH) + 1,
      },
      deviceScaleFactor: dpi / CSS_PX_PER_INCH,
    });
    try {
      // A page that was set rather than opened may not load fonts from disk.
      const file = join(this.#folder, 'sheet.html');
      await writeFile(file, html);
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready.then(() => true)');
      const lines = (await page.evaluate(READ_PRINTED_LINES)) as string[];
      const png = await sharp(await page.screenshot({ type: 'png' }))
        .extract({ left: 0, top: 0, width: pixels(widthMm, dpi), height: pixels(heightMm, dpi) })
        .png({ compressionLevel: 2 })
        .toBuffer();
      return { png, lines };
    } finally {
      await page.close();
    }
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
