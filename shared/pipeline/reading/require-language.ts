/** Refuses an engine that cannot read the language of the papers: its text would look like text and be wrong. */
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';

/** @throws DigitizationError `engine-language-missing`. */
export function requireLanguage(engine: Pick<OcrEngine, 'identity' | 'languages'>, language: 'vi'): void {
  if (engine.languages.includes(language)) return;
  throw new DigitizationError('engine-language-missing', { engine: engine.identity.name, language });
}
