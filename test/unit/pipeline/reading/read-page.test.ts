import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { apply, invert } from '../../../../shared/domain/geometry.ts';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { prepareBarcodeReader } from '../../../../shared/imaging/barcode-reader.ts';
import { carryText, readPage } from '../../../../shared/pipeline/reading/read-page.ts';
import type { OcrEngine, OcrRequest } from '../../../../shared/ports/ocr-engine.ts';
import { drawPngPage } from '../../../support/draw-page.ts';

beforeAll(async () => {
  const require = createRequire(import.meta.url);
  await prepareBarcodeReader(await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm')));
});

/** Answers with one sure word around all ink, so that boxes can be followed back to the picture. */
class InkBoxEngine implements OcrEngine {
  readonly identity = { name: 'ink-box', version: '1', model: 'none' };
  readonly languages = ['vi'];
  readonly requests: OcrRequest[] = [];
  async recognize(request: OcrRequest) {
    this.requests.push(request);
    const { data, widthPx, heightPx } = request.picture;
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let y = 0; y < heightPx; y++) {
      for (let x = 0; x < widthPx; x++) {
        if (data[y * widthPx + x]! >= 100) continue;
        xs.push(x);
        ys.push(y);
      }
    }
    if (xs.length === 0) return { lines: [], timedOut: false };
    const edge = (values: number[], pick: (a: number, b: number) => number) =>
      values.reduce((a, b) => pick(a, b));
    const [x, y] = [edge(xs, Math.min), edge(ys, Math.min)];
    const box = { x, y, width: edge(xs, Math.max) + 1 - x, height: edge(ys, Math.max) + 1 - y };
    return { lines: [lineOfWords([{ text: 'mực', box, confidence: 99 }])], timedOut: false };
  }
  async close() {}
}

const page = async (drawing = {}, turn = 0, engine = new InkBoxEngine()) => {
  const bytes = await drawPngPage(drawing, turn);
  const text = await readPage(
    { bytes, mediaType: 'image/png', dpi: 150, timeoutMs: 10_000, maxPixels: 1e8 },
    engine,
  );
  return { text, engine };
};

describe('readPage', () => {
  it('tells the engine its resolution and shares its time', async () => {
    const { engine } = await page();
    expect(engine.requests[0]!.dpi).toBe(300);
    expect(engine.requests[0]!.picture.widthPx).toBe(2000);
    expect(engine.requests[0]!.timeoutMs).toBeLessThanOrEqual(10_000);
  });

  it('gives boxes in pixels of the straightened page, which the frame ties to the delivered picture', async () => {
    const extra = '<rect x="700" y="500" width="120" height="60"/>';
    const { text } = await page({ lines: [], extra, slantDeg: 0 });
    const { box } = text.lines[0]!.words[0]!;
    const corner = apply(invert(text.frame.fromImage), box);
    expect(Math.hypot(corner.x - 700, corner.y - 500)).toBeLessThan(3);
    expect([text.frame.widthPx, text.frame.heightPx, text.frame.dpi]).toEqual([1000, 700, 150]);
  });

  it('measures the slant and straightens by it', async () => {
    const { text } = await page({ slantDeg: 2 });
    expect(text.skewDeg).toBeCloseTo(2, 0);
    const level = apply(text.frame.fromImage, {
      x: 500 + Math.cos(text.skewDeg * 0.01745) * 100,
      y: 350 + Math.sin(text.skewDeg * 0.01745) * 100,
    });
    expect(level.y).toBeCloseTo(350, 1);
  });

  it('turns a page that lies on its side', async () => {
    const { text } = await page({}, 90);
    expect([90, 270]).toContain(text.rotationDeg);
    expect([text.frame.widthPx, text.frame.heightPx]).toEqual([1000, 700]);
  });

  it.each([0, 90, 180, 270] as const)(
    'lays a page the way a person said: turned by %d',
    async (rotationDeg) => {
      const engine = new InkBoxEngine();
      const bytes = await drawPngPage({});
      const input = { bytes, mediaType: 'image/png', dpi: 150, timeoutMs: 10_000, maxPixels: 1e8 } as const;
      const text = await readPage({ ...input, rotationDeg }, engine);
      const { widthPx, heightPx } = text.frame;
      expect([text.rotationDeg, widthPx > heightPx]).toEqual([rotationDeg, rotationDeg % 180 === 0]);
      // Nothing is tried out: the first look is the one.
      expect(engine.requests.filter(({ layout }) => layout === 'page')).toHaveLength(1);
    },
  );

  it('invents nothing on blank, tiny and long pictures', async () => {
    for (const [widthPx, heightPx, paper] of [
      [1000, 700, '#fff'],
      [16, 16, '#fff'],
      [4000, 40, '#fff'],
    ] as const) {
      const { text } = await page({ lines: [], widthPx, heightPx, paper });
      expect(text.lines).toEqual([]);
      expect(text.rotationDeg).toBe(0);
    }
  });

  it('says that time ran out', async () => {
    const engine = new InkBoxEngine();
    engine.recognize = async () => ({ lines: [], timedOut: true });
    const { text } = await page({}, 0, engine);
    expect([text.timedOut, text.lines.length]).toEqual([true, 0]);
  });

  it('gives the same page twice', async () => {
    expect((await page({ slantDeg: 1 })).text).toEqual((await page({ slantDeg: 1 })).text);
  });
});

describe('carryText', () => {
  it('keeps lines as they are, in pixels of the delivered picture', async () => {
    const bytes = new Uint8Array(
      await sharp(await drawPngPage({ widthPx: 500, heightPx: 300 }))
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    );
    const lines = [lineOfWords([{ text: 'chữ', box: { x: 1, y: 2, width: 3, height: 4 }, confidence: 100 }])];
    const text = await carryText({ bytes, dpi: 100, maxPixels: 1e8 }, lines);
    expect([text.source, text.lines, text.frame.widthPx, text.frame.dpi]).toEqual(['pdf', lines, 300, 100]);
    expect((await carryText({ bytes, dpi: null, maxPixels: 1e8 }, [])).source).toBe('none');
  });

  it('turns them with the page where a person turned it', async () => {
    const bytes = await drawPngPage({ widthPx: 500, heightPx: 300 });
    const lines = [lineOfWords([{ text: 'chữ', box: { x: 1, y: 2, width: 3, height: 4 }, confidence: 100 }])];
    const text = await carryText({ bytes, dpi: 100, maxPixels: 1e8, rotationDeg: 90 }, lines);
    expect([text.rotationDeg, text.frame.widthPx, text.frame.heightPx]).toEqual([90, 300, 500]);
    // A quarter turn back: what was at the left is at the foot.
    expect(text.lines[0]!.words[0]!.box).toEqual({ x: 2, y: 496, width: 4, height: 3 });
  });
});
