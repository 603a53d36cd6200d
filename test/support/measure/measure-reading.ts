/** `npm run measure:reading`: what each step of reading buys in misread characters and costs in CPU, on the golden pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createNativeTesseractOcrEngine,
  findNativeTesseract,
} from '../../../shared/adapters/local/native-tesseract-ocr-engine.ts';
import { createTesseractJsOcrEngine } from '../../../shared/adapters/local/tesseract-js-ocr-engine.ts';
import type { ExplodedPage } from '../../../shared/domain/exploded-scan.ts';
import { type PageText, plainText } from '../../../shared/domain/page-text.ts';
import { repairReading } from '../../../shared/domain/reading/repair-reading.ts';
import { prepareBarcodeReader } from '../../../shared/imaging/barcode-reader.ts';
import { PREPARATION, type PreparationStep } from '../../../shared/imaging/prepare-page.ts';
import { explodeScan } from '../../../shared/pipeline/explode-scan.ts';
import { readPage } from '../../../shared/pipeline/reading/read-page.ts';
import { lineErrorRate } from '../line-error.ts';
import { childCpuSeconds } from './child-cpu.ts';
import { drawReadingSteps } from './draw-reading-steps.ts';

const GOLDEN = join(import.meta.dirname, '..', '..', 'golden', 'pages');
const REPORT = 'docs/reading.md';
const PICTURE = 'reading-steps.webp';
const TIMEOUT_MS = 600_000;
const LIMITS = { maxBytes: 1e8, maxPages: 10, maxPixels: 1e8, minPixels: 50, rasterDpi: 200 };

/** What is changed in one row of the table. */
interface Trial {
  readonly name: string;
  readonly leftOut: ReadonlySet<PreparationStep>;
  readonly repairs: boolean;
}

interface GoldenPage {
  readonly name: string;
  readonly page: ExplodedPage;
  readonly lines: readonly string[];
}

const WHAT_STEPS_DO: Readonly<Record<PreparationStep, string>> = {
  'colour-drop/1': 'coloured ink dropped from the engine’s copy',
  'sheet/1': 'sheet found in a photo and laid flat',
  'even-light/1': 'light evened out',
  'straighten/2': 'slant taken out',
  'declutter/3': 'leaders, rules, tick boxes cleared',
  'letter-scale/1': 'text of usual size shown to the engine at 220 dpi, small print at up to 300',
  'typeset/4': 'lines with a doubtful word set anew and read once more',
  'card-english/1': 'English print and zones of cards read with the English model',
  'margin-figures/1': 'page numbers looked for',
};

const TRIALS: readonly Trial[] = [
  { name: 'all steps', leftOut: new Set(), repairs: true },
  ...PREPARATION.map((step) => ({
    name: `without: ${WHAT_STEPS_DO[step]}`,
    leftOut: new Set([step]),
    repairs: true,
  })),
  { name: 'without: marks, card zones and dates repaired', leftOut: new Set(), repairs: false },
  { name: 'the engine alone', leftOut: new Set(PREPARATION), repairs: false },
];

async function loadGolden(): Promise<GoldenPage[]> {
  const pages: GoldenPage[] = [];
  for (const name of readdirSync(GOLDEN)) {
    const folder = join(GOLDEN, name);
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { lines: string[] };
    const picture = readdirSync(folder).find((entry) => entry.startsWith('page.'))!;
    if (truth.lines.length === 0) continue;
    await explodeScan(readFileSync(join(folder, picture)), LIMITS, async (page) => {
      pages.push({ name, page, lines: truth.lines });
    });
  }
  return pages;
}

async function openEngine() {
  const native = await findNativeTesseract();
  return native ? createNativeTesseractOcrEngine(native) : createTesseractJsOcrEngine();
}

async function main(): Promise<void> {
  await prepareBarcodeReader(
    readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
  );
  const engine = await openEngine();
  const pages = await loadGolden();
  const rows: string[] = [];
  try {
    for (const trial of TRIALS) {
      const errors = new Map<string, number>();
      let cpuSeconds = 0;
      for (const { name, page, lines } of pages) {
        const before = ownAndChildCpuSeconds();
        const text = await read(page, trial);
        cpuSeconds += ownAndChildCpuSeconds() - before;
        errors.set(name, lineErrorRate(lines, plainText(text)));
      }
      rows.push(describe(trial, errors, cpuSeconds));
      console.error(rows.at(-1));
    }
  } finally {
    await engine.close();
  }
  await writeFile(join('docs', PICTURE), await drawReadingSteps(GOLDEN));
  await writeFile(REPORT, report(rows, pages.length, engine.identity));

  async function read(page: ExplodedPage, { leftOut, repairs }: Trial): Promise<Pick<PageText, 'lines'>> {
    const input = { ...page, timeoutMs: TIMEOUT_MS, maxPixels: LIMITS.maxPixels };
    const text = await readPage(input, engine, leftOut);
    return repairs ? { lines: repairReading(text.lines) } : text;
  }
}

/** The pages that suffer most tell what a step is for. */
function describe({ name }: Trial, errors: ReadonlyMap<string, number>, cpuSeconds: number): string {
  const all = [...errors.values()];
  const mean = all.reduce((sum, rate) => sum + rate, 0) / all.length;
  const worst = [...errors].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const named = worst.map(([page, rate]) => `${page} ${percent(rate)}`).join(', ');
  return `| ${name} | ${percent(mean)} | ${(cpuSeconds / all.length).toFixed(2)} | ${named} |`;
}

function report(
  rows: readonly string[],
  pages: number,
  engine: { name: string; version: string; model: string },
): string {
  return `# What each step of reading buys

Generated by \`npm run measure:reading\` on the ${pages} golden pages with text, engine ${engine.name} ${engine.version}
(${engine.model}). Misread: least edits of each printed line to the text read, whatever the order, as a share of
its characters; mean over pages. CPU is that of reading a decoded scan, the engine's own included, and depends on the machine:
compare rows.

| | misread | CPU s/page | worst pages |
| --- | ---: | ---: | --- |
${rows.join('\n')}

![The engine's copy without and with single steps](${PICTURE})
`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function ownAndChildCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childCpuSeconds();
}

await main();
