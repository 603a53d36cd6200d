import { describe, expect, it } from 'vitest';
import { textractCapability } from '../../../../shared/adapters/aws/textract-capability.ts';
import { createTesseractJsOcrEngine } from '../../../../shared/adapters/local/tesseract-js-ocr-engine.ts';
import { loadSettings } from '../../../../shared/config/load-settings.ts';
import { requireLanguage } from '../../../../shared/pipeline/reading/require-language.ts';
import { openLocalOffice } from '../../../../shared/runtime/local.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

describe('requireLanguage', () => {
  it('takes an engine that reads Vietnamese', () => {
    expect(() => requireLanguage(createTesseractJsOcrEngine(), 'vi')).not.toThrow();
  });

  it('refuses Textract by name', () => {
    expect(() => requireLanguage(textractCapability, 'vi')).toThrow(
      expect.objectContaining({
        code: 'engine-language-missing',
        detail: { engine: 'textract', language: 'vi' },
      }),
    );
  });

  it('stops the house at its start, before its records are opened', async () => {
    const dataFolder = await makeTemporaryFolder();
    const wished = loadSettings({ OCR_ENGINE: 'textract' }, { dataFolder });
    expect(() => openLocalOffice(wished)).toThrow('engine-language-missing');
    const office = openLocalOffice({ ...wished, ocrEngine: 'wasm' });
    await office.close();
  });
});
