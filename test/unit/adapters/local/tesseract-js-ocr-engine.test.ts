/** What goes wrong in tesseract.js is heard by whoever waits, and by nobody else. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createTesseractJsOcrEngine } from '../../../../shared/adapters/local/tesseract-js-ocr-engine.ts';
import { drawGreyPage } from '../../../support/draw-page.ts';
import { listenForUnheard } from '../../../support/listen-for-unheard.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

function openEngine(folderOf?: () => string) {
  const engine = createTesseractJsOcrEngine(folderOf);
  onTestFinished(() => engine.close());
  return engine;
}

/** As on a loaded machine: by its end the time limit is over and the thread's answer waits too. */
function keepBusy(forMs: number): void {
  const untilMs = performance.now() + forMs;
  while (performance.now() < untilMs);
}

it('fails nowhere unheard when a reading is cut off between two answers of the thread', async () => {
  const unheard = listenForUnheard();
  const engine = openEngine();
  const picture = await drawGreyPage({ lines: ['Việt Nam'] });
  const request = { picture, dpi: 200, layout: 'page', timeoutMs: 60_000 } as const;
  for (let round = 0; round < 3; round++) {
    await engine.recognize(request);
    const reading = engine.recognize({ ...request, timeoutMs: 1 });
    setImmediate(() => keepBusy(40));
    expect(await reading).toEqual({ lines: [], timedOut: true });
    await sleep(50);
  }
  expect(unheard).toEqual([]);
});

it('says so at once when its model cannot be loaded, for each page anew', async () => {
  const empty = await makeTemporaryFolder();
  const engine = openEngine(() => empty);
  const picture = await drawGreyPage({ lines: ['Việt Nam'] });
  const request = { picture, dpi: 200, layout: 'page', timeoutMs: 60_000 } as const;
  for (let page = 0; page < 2; page++) {
    await expect(engine.recognize(request)).rejects.toMatchObject({ code: 'engine-unavailable' });
  }
});
