/** Who Amazon Textract is and what it reads, known without its client: asked before anything is started. */
import type { OcrEngine } from '../../ports/ocr-engine.ts';

export const textractCapability = {
  /** The version of the API: Textract tells the model's own only in its answers. */
  identity: { name: 'textract', version: '2018-06-27', model: 'DetectDocumentText' },
  /**
   * What AWS names for printed text; its page "Supported languages" puts DetectDocumentText under English alone.
   * Vietnamese is on neither list, and no request can ask for a language.
   */
  languages: ['en', 'es', 'it', 'pt', 'fr', 'de'],
} as const satisfies Pick<OcrEngine, 'identity' | 'languages'>;
