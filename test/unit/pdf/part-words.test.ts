import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partWords } from '../../../shared/pdf/part-words.ts';

const SIZE_PX = 100;
const word = (x: number, width: number) => ({ x, y: 0, width, height: 30 });

describe('partWords', () => {
  it('leaves words alone that have a space between them', () => {
    const spans = partWords([word(10, 50), word(77, 40)], SIZE_PX);
    expect(spans).toEqual([
      { from: 10, to: 60 },
      { from: 77, to: 117 },
    ]);
  });

  it('ends a word early that is too near to the next', () => {
    expect(partWords([word(10, 50), word(62, 40)], SIZE_PX)).toEqual([
      { from: 10, to: 46 },
      { from: 62, to: 102 },
    ]);
  });

  it('starts a word late where there is no other way', () => {
    expect(partWords([word(10, 50), word(12, 60)], SIZE_PX)).toEqual([
      { from: 10, to: 35 },
      { from: 51, to: 76 },
    ]);
  });

  it('keeps any words from left to right apart', () => {
    const boxes = fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 900 })));
    fc.assert(
      fc.property(boxes, (places) => {
        const sorted = places.toSorted(([a], [b]) => a - b).map(([x, width]) => word(x, width));
        const spans = partWords(sorted, SIZE_PX);
        spans.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(sorted[index]!.x);
          const before = spans[index - 1];
          if (before) expect(from - before.to).toBeGreaterThan(0.15 * SIZE_PX);
        });
      }),
    );
  });
});
