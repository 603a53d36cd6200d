import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/domain/geometry.ts';
import type { Line } from '../../../shared/domain/page-text.ts';
import { placeLine } from '../../../shared/pdf/place-line.ts';
import { sampleLine } from '../../support/sample-paper.ts';

const FRAME = { widthPx: 800, heightPx: 600 };

function line(...words: [text: string, x: number, y: number, width: number, height: number][]): Line {
  return {
    words: words.map(([text, x, y, width, height]) => ({
      text,
      confidence: 1,
      box: { x, y, width, height },
    })),
    box: { x: 0, y: 0, width: 1, height: 1 },
  };
}

function runs(...words: Parameters<typeof line>): string[] {
  return placeLine(line(...words), FRAME).map((run) => run.words.map((word) => word.text).join(' '));
}

function placedBox(...[x, y, width, height]: number[]): Box {
  return placeLine(line(['x', x!, y!, width!, height!]), FRAME)[0]!.words[0]!.box;
}

describe('placeLine', () => {
  it('gives nothing for a line without words', () => {
    expect(placeLine(line(), FRAME)).toEqual([]);
    expect(placeLine(line(['', 0, 0, 10, 10]), FRAME)).toEqual([]);
  });

  it('keeps boxes inside of the page, where readers look', () => {
    expect(placedBox(790, -20, 100, 30)).toEqual({ x: 790, y: 0, width: 10, height: 10 });
    expect(placedBox(900, 700, 0, 0)).toEqual({ x: 799, y: 599, width: 1, height: 1 });
  });

  it('composes what comes decomposed', () => {
    const [placed] = placeLine(sampleLine(0, 0, 'Việt'.normalize('NFD')), FRAME);
    expect(placed!.words[0]!.text).toBe('Việt');
  });

  it('keeps words together that stand beside each other, marks and overlaps too', () => {
    expect(
      runs(['Độc', 0, 20, 40, 24], ['-', 50, 34, 8, 4], ['“', 70, 18, 6, 6], ['.', 80, 42, 4, 4]),
    ).toEqual(['Độc - “ .']);
    expect(runs(['......', 0, 40, 300, 4], ['26', 200, 20, 30, 24])).toEqual(['...... 26']);
  });

  it('parts words that stand over each other', () => {
    expect(runs(['Số', 100, 300, 20, 60], ['nhà', 103, 210, 20, 80], ['12', 100, 150, 20, 50])).toEqual([
      'Số',
      'nhà',
      '12',
    ]);
    expect(runs(['mép', 300, 10, 40, 20], ['trái', 20, 12, 40, 20])).toEqual(['mép', 'trái']);
    expect(runs(['cao', 10, 10, 40, 20], ['thấp', 60, 300, 40, 20])).toEqual(['cao', 'thấp']);
  });
});
