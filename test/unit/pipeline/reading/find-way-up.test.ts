import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { decodePicture } from '../../../../shared/imaging/codec.ts';
import { measurePage } from '../../../../shared/imaging/prepare-page.ts';
import { findWayUp } from '../../../../shared/pipeline/reading/find-way-up.ts';
import type { OcrEngine, OcrRequest } from '../../../../shared/ports/ocr-engine.ts';
import { drawPngPage } from '../../../support/draw-page.ts';

const page = measurePage(await decodePicture(await drawPngPage(), 1e8), 150);
const turned = measurePage(await decodePicture(await drawPngPage({}, 180), 1e8), 150);

/** Reads so many sure and so many doubtful words on a page, and on each trial what stands in `trials`. */
class ScriptedEngine implements OcrEngine {
  readonly identity = { name: 'scripted', version: '1', model: 'none' };
  readonly languages = ['vi'];
  readonly asked: OcrRequest[] = [];
  readonly sure: number;
  readonly doubtful: number;
  readonly trials: number[];
  constructor(sure: number, doubtful: number, trials: number[]) {
    this.sure = sure;
    this.doubtful = doubtful;
    this.trials = trials;
  }
  async recognize(request: OcrRequest) {
    this.asked.push(request);
    const isTrial = request.layout === 'single-block';
    const sure = isTrial ? (this.trials.shift() ?? 0) : this.sure;
    const word = (confidence: number) => ({
      text: 'giấy',
      box: { x: 0, y: 0, width: 9, height: 9 },
      confidence,
    });
    const words = [
      ...Array.from({ length: sure }, () => word(95)),
      ...Array.from({ length: isTrial ? 0 : this.doubtful }, () => word(30)),
    ];
    return { lines: words.length > 0 ? [lineOfWords(words)] : [], timedOut: false };
  }
  async close() {}
}

async function find(engine: ScriptedEngine, measured = page, known?: 0 | 90 | 180 | 270) {
  const look = await findWayUp({ engine, page: measured, codes: [], timeoutMs: 1000 }, known);
  return { turn: look.straight.rotationDeg, layouts: engine.asked.map((request) => request.layout) };
}

describe('findWayUp', () => {
  it('tries nothing where a fifth of the letters stand in sure words, however bad the rest', async () => {
    expect(await find(new ScriptedEngine(3, 10, []))).toEqual({ turn: 0, layouts: ['page'] });
  });

  it('tries both ways up where hardly a word is sure, and reads the page the better way', async () => {
    const found = await find(new ScriptedEngine(1, 20, [1, 40]));
    expect(found.layouts.slice(0, 3)).toEqual(['page', 'single-block', 'single-block']);
    expect([found.turn, found.layouts.at(-1)]).toEqual([180, 'page']);
  });

  it('leaves the page as delivered where no trial reads anything', async () => {
    expect((await find(new ScriptedEngine(0, 20, [0, 0]))).turn).toBe(0);
  });

  it('knows by the letters that a page lies upside down', async () => {
    expect(await find(new ScriptedEngine(10, 0, []), turned)).toEqual({ turn: 180, layouts: ['page'] });
  });

  it('looks no further than a person said', async () => {
    expect(await find(new ScriptedEngine(0, 20, []), page, 90)).toEqual({ turn: 90, layouts: ['page'] });
  });

  it('never takes more than the time of the page', async () => {
    const engine = new ScriptedEngine(0, 20, [1, 40, 1, 1]);
    await find(engine);
    expect(engine.asked.reduce((sum, request) => sum + request.timeoutMs, 0)).toBeLessThanOrEqual(1000);
  });
});
