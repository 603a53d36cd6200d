/** The text engine that was asked for, or the best one here. */
import {
  createNativeTesseractOcrEngine,
  findNativeTesseract,
} from '../adapters/local/native-tesseract-ocr-engine.ts';
import { createTesseractJsOcrEngine } from '../adapters/local/tesseract-js-ocr-engine.ts';
import type { Settings } from '../config/settings.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { requireLanguage } from '../pipeline/reading/require-language.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';

/** @throws DigitizationError `engine-unavailable`, `engine-language-missing`. */
export async function chooseEngine(wish: Settings['ocrEngine']): Promise<OcrEngine> {
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
