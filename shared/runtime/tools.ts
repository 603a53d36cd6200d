/** What a working process needs to do the heavy tasks: the object store, an engine when one is asked for, codes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { FolderObjectStore } from '../adapters/local/folder-object-store.ts';
import {
  createNativeTesseractOcrEngine,
  findNativeTesseract,
} from '../adapters/local/native-tesseract-ocr-engine.ts';
import { createTesseractJsOcrEngine } from '../adapters/local/tesseract-js-ocr-engine.ts';
import type { Settings } from '../config/settings.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { prepareBarcodeReader } from '../imaging/barcode-reader.ts';
import { requireLanguage } from '../pipeline/require-language.ts';
import { createTaskHandlers, type Tasks } from '../pipeline/tasks.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';
import type { TaskHandlers } from '../ports/task-runner.ts';

type ToolSettings = Pick<Settings, 'ocrEngine'>;

export async function createTools(
  objectsFolder: string,
  settings: ToolSettings,
): Promise<TaskHandlers<Tasks>> {
  // Pages run beside each other in processes of their own; more threads in one only make them wait.
  sharp.concurrency(1);
  sharp.cache(false);
  await prepareBarcodeReader(await readModule('zxing-wasm/reader/zxing_reader.wasm'));
  let engine: Promise<OcrEngine> | null = null;
  return createTaskHandlers({
    store: new FolderObjectStore(objectsFolder),
    engine: () => (engine ??= chooseEngine(settings.ocrEngine)),
  });
}

async function chooseEngine(wish: Settings['ocrEngine']): Promise<OcrEngine> {
  const engine = await makeEngine(wish);
  requireLanguage(engine, 'vi');
  return engine;
}

/** The machine's own tesseract is faster; the embedded one is always there. */
async function makeEngine(wish: Settings['ocrEngine']): Promise<OcrEngine> {
  // Only who asks for it pays for loading AWS's client.
  if (wish === 'textract')
    return (await import('../adapters/aws/textract-ocr-engine.ts')).createTextractOcrEngine();
  const native = wish === 'wasm' ? null : await findNativeTesseract();
  if (native) return createNativeTesseractOcrEngine(native);
  if (wish === 'native')
    throw new DigitizationError('engine-unavailable', { engine: 'tesseract', language: 'vie' });
  return createTesseractJsOcrEngine();
}

async function readModule(specifier: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(specifier)));
}
