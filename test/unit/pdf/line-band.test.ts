import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/domain/geometry.ts';
import { fitLineBand } from '../../../shared/pdf/line-band.ts';

function row(count: number, at: (index: number) => Partial<Box>): Box[] {
  return Array.from({ length: count }, (_, i) => ({ x: 100 * i, y: 50, width: 90, height: 20, ...at(i) }));
}

describe('fitLineBand', () => {
  it('spans what the words span, whatever letters each of them has', () => {
    const band = fitLineBand(
      row(4, (i) => (i === 1 ? { y: 44, height: 20 } : i === 2 ? { height: 28 } : {})),
    );
    expect(band.heightPx).toBe(34);
    expect(band.bottomAt(0)).toBe(78);
    expect(band.bottomAt(400)).toBe(78);
  });

  it('follows a long slanted line', () => {
    const slope = 0.01;
    const band = fitLineBand(row(12, (i) => ({ y: 50 + slope * (100 * i + 45) })));
    expect(band.heightPx).toBeCloseTo(20, 6);
    expect(band.bottomAt(1000)).toBeCloseTo(80, 6);
  });

  it('lets a short line lie flat, because its letters would tilt it', () => {
    const band = fitLineBand(row(2, (i) => ({ y: 50 + 6 * i })));
    expect(band.bottomAt(0)).toBe(band.bottomAt(200));
  });

  it('is not stretched by one box that swallowed a rule', () => {
    const band = fitLineBand(row(5, (i) => (i === 3 ? { y: 0, height: 300 } : {})));
    expect(band.heightPx).toBe(34);
    expect(band.bottomAt(0)).toBe(77);
  });

  it('is not tilted by one stray box', () => {
    const band = fitLineBand(row(9, (i) => (i === 8 ? { y: 65 } : {})));
    expect(band.bottomAt(800) - band.bottomAt(0)).toBe(0);
  });
});
