/** Pages of our own with known text: each is read from its picture and must not be read worse than it was. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { loadSettings } from '../../shared/config/load-settings.ts';
import type { BatchId, ScanId } from '../../shared/domain/ids.ts';
import type { PageFacts } from '../../shared/domain/page.ts';
import { isSameSheet } from '../../shared/domain/page-likeness.ts';
import { type PageText, plainText } from '../../shared/domain/page-text.ts';
import { REPAIR } from '../../shared/domain/reading/repair-reading.ts';
import { PREPARATION } from '../../shared/imaging/prepare-page.ts';
import { decodeJson } from '../../shared/pipeline/json-bytes.ts';
import type { ExplodedPageRecord, Tasks } from '../../shared/pipeline/tasks.ts';
import type { TaskHandlers } from '../../shared/ports/task-runner.ts';
import { chooseEngine } from '../../shared/runtime/choose-engine.ts';
import { createTools } from '../../shared/runtime/tools.ts';
import { lineErrorRate } from '../support/line-error.ts';

interface Truth {
  readonly pageType: string;
  readonly rotationDeg: number;
  readonly codes: readonly string[];
  readonly lines: readonly string[];
}

const PAGES = join(import.meta.dirname, 'pages');
const names = readdirSync(PAGES);
/** Share of characters that may be misread, a little above what was measured; see each page's purpose in the README. */
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8')) as Record<
  string,
  number
>;

const BATCH = 'b-golden' as BatchId;
/** What is asked here is how well pages are read, not how soon: a busy machine gets its time. */
const settings = loadSettings({ READ_TIMEOUT_MS: '600000' });
const folder = mkdtempSync(join(tmpdir(), 'golden-'));
const store = new FolderObjectStore(folder);
const read = new Map<string, { page: ExplodedPageRecord; text: PageText }>();
let tools: TaskHandlers<Tasks>;

function pictureOf(name: string): Uint8Array {
  const file = readdirSync(join(PAGES, name)).find((entry) => entry.startsWith('page.'))!;
  return readFileSync(join(PAGES, name, file));
}

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(join(PAGES, name, 'truth.json'), 'utf8')) as Truth;
}

async function readPicture(name: string) {
  const known = read.get(name);
  if (known) return known;
  await store.put(`originals/${name}`, pictureOf(name));
  const exploded = await tools['explode-scan']({
    objectKey: `originals/${name}`,
    batchId: BATCH,
    scanId: name as ScanId,
    limits: { maxBytes: 1e8, maxPages: 10, maxPixels: 1e8, minPixels: 50, rasterDpi: 200 },
  });
  const page = exploded.pages[0]!;
  const { objectKey, mediaType, dpi } = page.image;
  await tools['read-page']({
    imageKey: objectKey,
    mediaType,
    dpi,
    blank: page.quality.blank,
    carriedTextKey: null,
    textKey: `texts/${name}`,
    timeoutMs: settings.readTimeoutMs,
    maxPixels: settings.maxPagePixels,
  });
  const answer = { page, text: decodeJson<PageText>(await store.get(`texts/${name}`)) };
  read.set(name, answer);
  return answer;
}

beforeAll(async () => {
  tools = await createTools(new FolderObjectStore(folder), () => chooseEngine(settings.ocrEngine));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(names)('%s', (name) => {
  const truth = truthOf(name);

  it(`is misread by no more than ${(100 * (budgets[name] ?? 0)).toFixed(1)} %`, async () => {
    const { text } = await readPicture(name);
    const rate = lineErrorRate(truth.lines, plainText(text));
    console.log(`${name}: ${(100 * rate).toFixed(2)} % of characters misread`);
    expect(rate).toBeLessThanOrEqual(budgets[name] ?? 0);
  });

  it('lies as it lies, and its codes are read', async () => {
    const { text } = await readPicture(name);
    expect(text.rotationDeg).toBe(truth.rotationDeg);
    expect(text.codes.map((code) => code.value).sort()).toEqual([...truth.codes].sort());
  });

  it('tells with what it was read', async () => {
    const { text } = await readPicture(name);
    if (truth.pageType === 'BLANK') expect(text).toMatchObject({ source: 'none', preparation: [] });
    else expect(text).toMatchObject({ source: 'ocr', preparation: [...PREPARATION, REPAIR] });
  });

  it('is called blank only when it is', async () => {
    const { page, text } = await readPicture(name);
    expect(page.quality.blank).toBe(truth.pageType === 'BLANK');
    if (truth.pageType === 'BLANK') expect(text.lines).toEqual([]);
    expect(page.quality).toMatchObject({ blurry: false, dark: false, cutOff: false });
  });
});

async function factsOf(name: string): Promise<PageFacts> {
  const { page, text } = await readPicture(name);
  const { widthPx, heightPx } = page.image;
  const scanId = name as ScanId;
  return {
    pageId: page.pageId,
    scanId,
    signed: false,
    quality: page.quality,
    widthPx,
    heightPx,
    text,
    parked: false,
  };
}

describe('duplicates', () => {
  it('a sheet scanned twice is one sheet; two forms of one template are two', async () => {
    const [first, again, other] = await Promise.all(
      ['form-typed', 'form-typed-again', 'form-typed-other'].map(factsOf),
    );
    expect(isSameSheet(first!, again!)).toBe(true);
    expect(isSameSheet(first!, other!)).toBe(false);
  });
});
