/** Takes delivered pictures through intake and recognition; a picture seen before is judged anew but not read again. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderObjectStore } from '../../../shared/adapters/local/folder-object-store.ts';
import { loadSettings } from '../../../shared/config/load-settings.ts';
import type { BatchId, PageId, ScanId } from '../../../shared/domain/ids.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { PageText } from '../../../shared/domain/page-text.ts';
import { REPAIR } from '../../../shared/domain/reading/repair-reading.ts';
import { PREPARATION } from '../../../shared/imaging/prepare-page.ts';
import { decodeJson } from '../../../shared/pipeline/json-bytes.ts';
import type { ExplodedPageRecord, Tasks } from '../../../shared/pipeline/tasks.ts';
import type { TaskHandlers } from '../../../shared/ports/task-runner.ts';
import { chooseEngine } from '../../../shared/runtime/choose-engine.ts';
import { createTools } from '../../../shared/runtime/tools.ts';

const BATCH = 'b-measure' as BatchId;
const LIMITS = { maxBytes: 1e8, maxPages: 10, maxPixels: 1e8, minPixels: 50, rasterDpi: 200 };
/** Kept between runs while the steps of reading have the same versions: readings take seconds each. */
export const MEASURING_FOLDER = join(tmpdir(), 'bcci-measuring');

const STEPS = hashOf(Buffer.from([...PREPARATION, REPAIR].join()));

/** A busy machine must not show in what is measured. */
const PATIENCE = 20;

export class ReadingDesk {
  readonly #settings = loadSettings({});
  readonly #store = new FolderObjectStore(MEASURING_FOLDER);
  readonly #tools: TaskHandlers<Tasks>;
  /** Most dossiers of a run share most of their pages. */
  readonly #read = new Map<string, Promise<PageFacts>>();

  private constructor(tools: TaskHandlers<Tasks>) {
    this.#tools = tools;
  }

  static async open(): Promise<ReadingDesk> {
    return new ReadingDesk(
      await createTools(new FolderObjectStore(MEASURING_FOLDER), () =>
        chooseEngine(loadSettings({}).ocrEngine),
      ),
    );
  }

  /** As intake sees it: judged, not read. */
  async look(bytes: Uint8Array): Promise<PageFacts> {
    return factsOf(await this.#explode(bytes), null);
  }

  read(bytes: Uint8Array): Promise<PageFacts> {
    const name = hashOf(bytes);
    const known = this.#read.get(name) ?? this.#readOnce(bytes);
    this.#read.set(name, known);
    return known;
  }

  async #readOnce(bytes: Uint8Array): Promise<PageFacts> {
    const page = await this.#explode(bytes);
    const textKey = `texts/${STEPS}/${hashOf(bytes)}`;
    if ((await this.#store.size(textKey)) === null) {
      const { objectKey, mediaType, dpi } = page.image;
      await this.#tools['read-page']({
        imageKey: objectKey,
        mediaType,
        dpi,
        blank: page.quality.blank,
        carriedTextKey: null,
        textKey,
        timeoutMs: PATIENCE * this.#settings.readTimeoutMs,
        maxPixels: this.#settings.maxPagePixels,
      });
    }
    return factsOf(page, decodeJson<PageText>(await this.#store.get(textKey)));
  }

  async #explode(bytes: Uint8Array): Promise<ExplodedPageRecord> {
    const name = hashOf(bytes);
    await this.#store.put(`originals/${name}`, bytes);
    const scanId = name as ScanId;
    const task = { objectKey: `originals/${name}`, batchId: BATCH, scanId, limits: LIMITS };
    return (await this.#tools['explode-scan'](task)).pages[0]!;
  }
}

function factsOf({ pageId, image, quality }: ExplodedPageRecord, text: PageText | null): PageFacts {
  const { widthPx, heightPx } = image;
  const scanId = pageId.slice(0, pageId.lastIndexOf('.')) as ScanId;
  return { pageId: pageId as PageId, scanId, signed: false, quality, widthPx, heightPx, text, parked: false };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 24);
}
