import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../../../shared/imaging/codec.ts';
import { measurePage, type PreparationStep } from '../../../../shared/imaging/prepare-page.ts';
import { lookAt } from '../../../../shared/pipeline/reading/page-look.ts';
import type { OcrEngine } from '../../../../shared/ports/ocr-engine.ts';
import { drawPngPage } from '../../../support/draw-page.ts';

/** At which resolution the engine is shown a page of A4's width at 120 dpi. */
async function dpiShown(fontPx: number, lines: number, leftOut: readonly PreparationStep[] = []) {
  const text = Array(lines).fill('Độc lập Tự do Hạnh phúc cộng hòa xã hội chủ nghĩa');
  const png = await drawPngPage({ lines: text, fontPx, widthPx: 990, heightPx: 1400 });
  let shown = 0;
  const engine: OcrEngine = {
    identity: { name: 'fixed', version: '1', model: 'none' },
    languages: ['vi'],
    recognize: async ({ dpi }) => {
      shown = dpi;
      return { lines: [], timedOut: false };
    },
    close: async () => {},
  };
  const page = measurePage(await decodePicture(png, 1e8), 120, new Set(leftOut));
  await lookAt({ engine, page, codes: [], timeoutMs: 1000 }, 0, 1000);
  return shown;
}

describe('lookAt', () => {
  it('shows text of usual size coarser than small print and than pages of few letters', async () => {
    expect(await dpiShown(21, 28)).toBe(220);
    expect(await dpiShown(11, 28)).toBeGreaterThan(270);
    expect(await dpiShown(21, 5)).toBe(300);
  });

  it('shows every page alike where that is left out', async () => {
    expect(await dpiShown(21, 28, ['letter-scale/1'])).toBe(300);
  });
});
