/** Reads pages with Tesseract compiled to WebAssembly: runs wherever Node runs, from files of this installation alone. */
import { createRequire } from 'node:module';
import type { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Line } from '../../domain/page-text.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { composeText } from '../../domain/vietnamese/letters.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { encodePgm } from '../../imaging/picture.ts';
import type { Layout, OcrEngine, OcrRequest, OcrResult, ReadingLanguage } from '../../ports/ocr-engine.ts';
import { MODEL_NAME, modelOf, packedModelFolder } from './tesseract-models.ts';

const require = createRequire(import.meta.url);
const { version } = require('tesseract.js/package.json') as { version: string };

const SEGMENTATION_MODE: Record<Layout, PSM> = {
  page: PSM.AUTO,
  'single-block': PSM.SINGLE_BLOCK,
  'single-line': PSM.SINGLE_LINE,
  sparse: PSM.SPARSE_TEXT,
};

interface RunningWorker {
  readonly worker: Worker;
  /** Hears of every trouble of the thread; set by whoever waits for an answer. */
  onTrouble: (reason: unknown) => void;
  stop(): Promise<unknown>;
}

/** @param folderOf where each language's packed model lies. */
export function createTesseractJsOcrEngine(folderOf = packedModelFolder): OcrEngine {
  const readers = new Map<ReadingLanguage, Reader>();
  return {
    identity: { name: 'tesseract.js', version, model: MODEL_NAME },
    languages: ['vi', 'en'],
    recognize: (request) => {
      const { language = 'vi' } = request;
      if (!readers.has(language)) readers.set(language, createReader(language, folderOf));
      return readers.get(language)!.recognize(request);
    },
    close: async () => {
      await Promise.all([...readers.values()].map((reader) => reader.retire()));
    },
  };
}

interface Reader {
  recognize(request: OcrRequest): Promise<OcrResult>;
  retire(): Promise<void>;
}

/** The worker starts with the first page and is replaced after a time-out, because WebAssembly cannot be interrupted. */
function createReader(language: ReadingLanguage, folderOf: typeof packedModelFolder): Reader {
  let starting: Promise<RunningWorker> | null = null;

  async function retire(): Promise<void> {
    const running = await starting?.catch(() => null);
    starting = null;
    await running?.stop();
  }

  async function recognize(request: OcrRequest): Promise<OcrResult> {
    starting ??= startWorker(modelOf[language], folderOf(language));
    let timer: NodeJS.Timeout | undefined;
    try {
      const running = await starting;
      const { promise: outcome, resolve, reject } = Promise.withResolvers<Line[] | null>();
      running.onTrouble = reject;
      timer = setTimeout(() => resolve(null), request.timeoutMs);
      readLines(running.worker, request).then(resolve, reject);
      const lines = await outcome;
      if (lines) return { lines, timedOut: false };
      await retire();
      return { lines: [], timedOut: true };
    } catch (cause) {
      await retire();
      throw new DigitizationError('engine-unavailable', {}, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  return { recognize, retire };
}

async function startWorker(model: string, modelFolder: string): Promise<RunningWorker> {
  const start = Promise.withResolvers<Worker>();
  let running: RunningWorker | undefined;
  const hear = (reason: unknown) => (running ? running.onTrouble(reason) : start.reject(reason));
  createWorker(model, OEM.LSTM_ONLY, {
    langPath: modelFolder,
    // Without this the unpacked model is written into the working folder.
    cacheMethod: 'none',
    gzip: true,
    // Without this the library throws where nobody can catch it, and a model that cannot be loaded is waited for in vain.
    errorHandler: hear,
  }).then(start.resolve, start.reject);
  const worker = await start.promise;
  const { worker: thread } = worker as Worker & { readonly worker: Thread };
  thread.on('error', hear);
  // Not the library's `terminate`: it forgets the thread, and what a late answer makes it send next fails unheard.
  running = { worker, onTrouble: () => {}, stop: () => thread.terminate() };
  return running;
}

async function readLines(worker: Worker, request: OcrRequest): Promise<Line[]> {
  await worker.setParameters({
    tessedit_pageseg_mode: SEGMENTATION_MODE[request.layout],
    user_defined_dpi: String(Math.round(request.dpi)),
    tessedit_char_whitelist: request.alphabet ?? '',
  });
  const { data } = await worker.recognize(
    Buffer.from(encodePgm(request.picture)),
    {},
    { text: false, blocks: true },
  );
  const lines: Line[] = [];
  for (const block of data.blocks ?? []) {
    for (const line of block.paragraphs.flatMap((paragraph) => paragraph.lines)) {
      const words = line.words
        .map((word) => ({
          text: composeText(word.text).trim(),
          box: {
            x: word.bbox.x0,
            y: word.bbox.y0,
            width: word.bbox.x1 - word.bbox.x0,
            height: word.bbox.y1 - word.bbox.y0,
          },
          confidence: Math.max(0, word.confidence),
        }))
        .filter((word) => word.text !== '');
      if (words.length > 0) lines.push(lineOfWords(words));
    }
  }
  return lines;
}
