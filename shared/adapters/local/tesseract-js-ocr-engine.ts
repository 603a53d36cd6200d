/** Reads pages with Tesseract compiled to WebAssembly: runs wherever Node runs, from files of this installation alone. */
import { createRequire } from 'node:module';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { lineOfWords } from '../../domain/line-segments.ts';
import type { Line } from '../../domain/page-text.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { encodePgm } from '../../imaging/picture.ts';
import type { Layout, OcrEngine, OcrRequest, OcrResult } from '../../ports/ocr-engine.ts';
import { MODEL_NAME, packedModelFolder } from './vietnamese-model.ts';

const require = createRequire(import.meta.url);
const { version } = require('tesseract.js/package.json') as { version: string };

const SEGMENTATION_MODE: Record<Layout, PSM> = {
  page: PSM.AUTO,
  'single-block': PSM.SINGLE_BLOCK,
  'single-line': PSM.SINGLE_LINE,
  sparse: PSM.SPARSE_TEXT,
};

/** The worker starts with the first page and is replaced after a time-out, because WebAssembly cannot be interrupted. */
export function createTesseractJsOcrEngine(): OcrEngine {
  let starting: Promise<Worker> | null = null;

  async function retire(): Promise<void> {
    const worker = await starting?.catch(() => null);
    starting = null;
    await worker?.terminate();
  }

  async function recognize(request: OcrRequest): Promise<OcrResult> {
    starting ??= startWorker();
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), request.timeoutMs);
    });
    try {
      const reading = readLines(await starting, request);
      // A worker that is put away in the middle fails at what it had still to do: nobody waits for that any more.
      reading.catch(() => {});
      const lines = await Promise.race([reading, expired]);
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

  return {
    identity: { name: 'tesseract.js', version, model: MODEL_NAME },
    languages: ['vi'],
    recognize,
    close: retire,
  };
}

function startWorker(): Promise<Worker> {
  return createWorker('vie', OEM.LSTM_ONLY, {
    langPath: packedModelFolder,
    // Without this the unpacked model is written into the working folder.
    cacheMethod: 'none',
    gzip: true,
  });
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
          text: word.text.normalize('NFC').trim(),
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
