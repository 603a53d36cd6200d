/** Reads the red stamps of a page, which the engine's copy of it has lost, and says whether one marks a state secret. */
import type { PageText } from '../../domain/page-text.ts';
import { isSecretStamp } from '../../domain/secret-marking.ts';
import { cutRedStamps } from '../../imaging/red-stamps.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';

const STAMP_DPI = 300;
const STAMP_TIMEOUT_MS = 5_000;

export async function bearsSecretStamp(
  bytes: Uint8Array,
  { rotationDeg }: Pick<PageText, 'rotationDeg'>,
  engine: () => Promise<OcrEngine>,
  maxPixels: number,
): Promise<boolean> {
  for (const picture of await cutRedStamps(bytes, { rotationDeg, maxPixels })) {
    const { lines } = await (await engine()).recognize({
      picture,
      dpi: STAMP_DPI,
      layout: 'single-block',
      timeoutMs: STAMP_TIMEOUT_MS,
    });
    if (lines.some(({ words }) => isSecretStamp(words.map(({ text }) => text).join(' ')))) return true;
  }
  return false;
}
