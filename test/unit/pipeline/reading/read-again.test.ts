import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../shared/domain/page-text.ts';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { readDoubtfulAgain } from '../../../../shared/pipeline/reading/read-again.ts';
import type { OcrEngine, OcrRequest } from '../../../../shared/ports/ocr-engine.ts';
import { drawGreyPage } from '../../../support/draw-page.ts';

const DPI = 150;
const ASKED = { timeoutMs: 1000, asEnglish: true };

function answering(
  lines: readonly Line[],
  english: readonly Line[] = lines,
): OcrEngine & { requests: OcrRequest[] } {
  const requests: OcrRequest[] = [];
  return {
    identity: { name: 'fixed', version: '1', model: 'none' },
    languages: ['vi', 'en'],
    requests,
    recognize: async (request) => {
      requests.push(request);
      return { lines: request.language === 'en' ? english : lines, timedOut: false };
    },
    close: async () => {},
  };
}
const word = (text: string, confidence: number, x: number, y: number, width: number) =>
  lineOfWords([{ text, confidence, box: { x, y, width, height: 30 } }]);

/** The drawn line «hạnh phúc» stands at about x 80 to 260, y 90 to 130. */
const page = () => drawGreyPage({ lines: ['hạnh phúc'] });
const textOf = (lines: readonly Line[]) => lines.flatMap((line) => line.words.map((w) => w.text));

describe('readDoubtfulAgain', () => {
  it('asks nothing where all was read with confidence', async () => {
    const engine = answering([]);
    const lines = [word('hạnh-phúc', 95, 80, 92, 200)];
    expect(await readDoubtfulAgain(engine, await page(), DPI, lines, ASKED)).toEqual(lines);
    expect(engine.requests).toHaveLength(0);
  });

  it('replaces a doubtful line by a surer reading, in pixels of the page', async () => {
    const engine = answering([word('hạnh', 96, 60, 60, 80)]);
    const again = await readDoubtfulAgain(engine, await page(), DPI, [word('bạph', 61, 80, 92, 190)], ASKED);
    expect(textOf(again)).toEqual(['hạnh']);
    expect(again[0]!.box.x).toBeGreaterThan(60);
    expect(again[0]!.box.x).toBeLessThan(110);
    expect(again[0]!.box.y).toBeGreaterThan(60);
    expect(again[0]!.box.y).toBeLessThan(130);
  });

  it('keeps the first reading when the second is no surer, and other lines always', async () => {
    const engine = answering([word('xanh', 62, 60, 60, 80)]);
    const first = [word('hạnh', 70, 80, 92, 190), word('khác', 30, 600, 500, 90)];
    expect(await readDoubtfulAgain(engine, await page(), DPI, first, ASKED)).toEqual(first);
  });

  it('replaces a doubtful word where it stands, and nothing that was sure', async () => {
    const engine = answering([word('hạnh', 96, 60, 60, 80), word('phúc', 97, 160, 60, 80)]);
    const line = lineOfWords([...word('hạnh', 95, 80, 92, 88).words, ...word('phút', 70, 180, 92, 80).words]);
    const again = await readDoubtfulAgain(engine, await page(), DPI, [line], ASKED);
    expect(again).toHaveLength(1);
    expect(textOf(again)).toEqual(['hạnh', 'phúc']);
    expect(again[0]!.words[0]).toBe(line.words[0]);
  });

  it('gives what was read across two lines to neither', async () => {
    const engine = answering([word('hạnh', 96, 60, 60, 80)]);
    const tall = lineOfWords([{ text: '|', confidence: 85, box: { x: 120, y: 40, width: 20, height: 130 } }]);
    const again = await readDoubtfulAgain(engine, await page(), DPI, [tall], ASKED);
    expect(textOf(again)).toEqual(['|', 'hạnh']);
  });

  it('reads what the first reading missed', async () => {
    const engine = answering([word('hạnh', 96, 60, 60, 80)]);
    expect(textOf(await readDoubtfulAgain(engine, await page(), DPI, [], ASKED))).toEqual(['hạnh']);
  });

  describe('on an identity card', () => {
    const print = (text: string, i: number) =>
      lineOfWords(
        text.split(' ').map((each, at) => ({
          text: each,
          confidence: 95,
          box: { x: 600 + 120 * at, y: 300 + 60 * i, width: 110, height: 24 },
        })),
      );
    const card = [
      'CĂN CƯỚC CÔNG DÂN',
      'Họ và tên / Full name:',
      'Giới tính / Sex: Nam',
      'Quê quán / Place of origin:',
    ].map(print);
    const doubtful = word('Rioht xdex', 30, 80, 92, 190);

    it('reads its English print as English', async () => {
      const engine = answering([], [word('Right index finger', 90, 60, 60, 80)]);
      const again = await readDoubtfulAgain(engine, await page(), DPI, [...card, doubtful], ASKED);
      expect(engine.requests.map((request) => request.language)).toEqual(['vi', 'en']);
      expect(textOf(again)).toContain('Right index finger');
      expect(textOf(again)).not.toContain('Rioht xdex');
    });

    it('leaves its machine-readable zone to that reading', async () => {
      const zone = word('LE<<THI<BUOI<<<<<<<<', 40, 80, 92, 190);
      const engine = answering([word('LE<<THI<BU0I<<<<<<<<', 90, 60, 60, 80)], []);
      const again = await readDoubtfulAgain(engine, await page(), DPI, [...card, zone], ASKED);
      expect(engine.requests.map((request) => request.language)).toEqual(['en']);
      expect(textOf(again)).toContain('LE<<THI<BUOI<<<<<<<<');
    });

    it('does without where that is not wanted, and on other papers', async () => {
      const vietnamese = answering([]);
      const asked = { ...ASKED, asEnglish: false };
      await readDoubtfulAgain(vietnamese, await page(), DPI, [...card, doubtful], asked);
      expect(vietnamese.requests).toHaveLength(1);
      const both = answering([], []);
      await readDoubtfulAgain(both, await page(), DPI, [doubtful], ASKED);
      expect(both.requests).toHaveLength(1);
    });
  });
});
