import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { readPageNumbers } from '../../../../shared/pipeline/reading/read-page-number.ts';
import type { OcrEngine, OcrRequest } from '../../../../shared/ports/ocr-engine.ts';
import { drawGreyPage } from '../../../support/draw-page.ts';

const DPI = 150;
const page = () =>
  drawGreyPage({
    widthPx: 1240,
    heightPx: 1754,
    extra: '<text x="610" y="1690" font-size="26">2</text>',
  });

/** Gives one answer after another. */
function answering(...answers: readonly [text: string, confidence: number][]) {
  const requests: OcrRequest[] = [];
  const engine: OcrEngine = {
    identity: { name: 'fixed', version: '1', model: 'none' },
    languages: ['vi'],
    recognize: async (request) => {
      requests.push(request);
      const [text, confidence] = answers[requests.length - 1] ?? ['', 0];
      const box = { x: 0, y: 0, width: 9, height: 9 };
      return { lines: text ? [lineOfWords([{ text, confidence, box }])] : [], timedOut: false };
    },
    close: async () => {},
  };
  return { engine, requests };
}

async function read(...answers: readonly [text: string, confidence: number][]) {
  const { engine, requests } = answering(...answers);
  const { numbers, lines } = await readPageNumbers(engine, await page(), DPI, [], 1000);
  expect(lines.flatMap(({ words }) => words)).toEqual(numbers);
  return { words: numbers, requests };
}

describe('readPageNumbers', () => {
  it('gives a surely read number where it stands on the page', async () => {
    const { words, requests } = await read(['2', 95]);
    expect(words).toMatchObject([{ text: '2', confidence: 95 }]);
    expect(words[0]!.box.y).toBeGreaterThan(1650);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ layout: 'single-line', alphabet: '0123456789/-' });
  });

  it('believes a doubtful one only when a row of the same figures says the same', async () => {
    expect((await read(['2', 40], ['2222', 10])).words).toMatchObject([{ text: '2' }]);
    expect((await read(['2', 40], ['2322', 10])).words).toEqual([]);
    expect((await read(['2', 40])).words).toEqual([]);
  });

  it('takes neither years nor guesses for a page number', async () => {
    for (const answer of [
      ['2026', 97],
      ['//', 97],
      ['2', 5],
    ] as const) {
      expect((await read([...answer])).words).toEqual([]);
    }
  });

  const box = { x: 600, y: 1660, width: 40, height: 40 };
  const body = lineOfWords([{ text: 'Điều', confidence: 96, box: { ...box, y: 300 } }]);
  async function readBeside(word: string, confidence: number, ...answers: [string, number][]) {
    const { engine, requests } = answering(...answers);
    const lines = [body, lineOfWords([{ text: word, confidence, box }])];
    const read = await readPageNumbers(engine, await page(), DPI, lines, 1000);
    const texts = read.lines.map((line) => line.words.map(({ text }) => text).join(' '));
    return { texts, numbers: read.numbers.map(({ text }) => text), asked: requests.length };
  }

  it('asks nothing where the page’s own reading is certain of a number', async () => {
    expect(await readBeside('1/3', 93)).toEqual({ texts: ['Điều', '1/3'], numbers: ['1/3'], asked: 0 });
  });

  it('reads a doubtful one again, and puts what it reads in its place', async () => {
    const settled = { texts: ['Điều', '2/3'], numbers: ['2/3'], asked: 1 };
    expect(await readBeside('23', 80, ['2/3', 96])).toEqual(settled);
    expect(await readBeside('~', 20, ['2/3', 96])).toEqual(settled);
  });

  it('keeps the page’s own where it cannot read it again, and what is no number as it was', async () => {
    expect(await readBeside('3/3', 87)).toMatchObject({ texts: ['Điều', '3/3'], numbers: ['3/3'] });
    expect(await readBeside('Hết', 87)).toMatchObject({ texts: ['Điều', 'Hết'], numbers: [] });
  });
});
