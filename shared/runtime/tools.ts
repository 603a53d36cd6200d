/** What a working process needs to do the heavy tasks: the object store, an engine when one is asked for, codes, a font. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { prepareBarcodeReader } from '../imaging/barcode-reader.ts';
import { createTaskHandlers, type Tasks } from '../pipeline/tasks.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';
import type { TaskHandlers } from '../ports/task-runner.ts';

const MARK_FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';

/** `startEngine` is called with the first page, and once where it succeeds. */
export async function createTools(
  store: ObjectStore,
  startEngine: () => Promise<OcrEngine>,
): Promise<TaskHandlers<Tasks>> {
  // Pages run beside each other in processes of their own; more threads in one only make them wait.
  sharp.concurrency(1);
  sharp.cache(false);
  await prepareBarcodeReader(await readModule('zxing-wasm/reader/zxing_reader.wasm'));
  let engine: Promise<OcrEngine> | null = null;
  return createTaskHandlers({
    store,
    engine: () => {
      // A start that failed is tried again with the next page.
      engine ??= startEngine().catch((error) => {
        engine = null;
        throw error;
      });
      return engine;
    },
    markFont: () => readModule(MARK_FONT),
  });
}

async function readModule(specifier: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(specifier)));
}
