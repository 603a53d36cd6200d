import { describe, it } from 'vitest';
import {
  createNativeTesseractOcrEngine,
  findNativeTesseract,
} from '../../shared/adapters/local/native-tesseract-ocr-engine.ts';
import { createTesseractJsOcrEngine } from '../../shared/adapters/local/tesseract-js-ocr-engine.ts';
import { describeOcrEngine } from './ocr-engine.contract.ts';

describeOcrEngine('tesseract.js', createTesseractJsOcrEngine);

const native = await findNativeTesseract();
if (native) {
  describeOcrEngine('native tesseract', () => createNativeTesseractOcrEngine(native));
} else {
  describe('native tesseract', () => {
    it.skip('is not installed on this machine: its promises were NOT checked', () => {});
  });
}
