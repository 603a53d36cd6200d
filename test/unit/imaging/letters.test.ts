import { describe, expect, it } from 'vitest';
import { findLetters } from '../../../shared/imaging/letters.ts';
import { drawGreyPage } from '../../support/draw-page.ts';

const DPI = 120;
const LINE = 'Độc lập Tự do Hạnh phúc cộng hòa xã hội chủ nghĩa';
/** A page of text whose letters x are about half as tall as the font, turned like a scan may be. */
const sizeMm = async (fontPx: number, lines = 24, turnedDeg = 0) => {
  const page = { lines: Array(lines).fill(LINE), fontPx, widthPx: 1000, heightPx: 200 + lines * fontPx * 2 };
  return findLetters(await drawGreyPage(page, turnedDeg), DPI).sizeMm;
};

describe('findLetters', () => {
  it('measures the letters of a page, whichever way it lies', async () => {
    const upright = await sizeMm(20);
    expect(upright).toBeGreaterThan(1.8);
    expect(upright).toBeLessThan(2.8);
    expect(await sizeMm(20, 24, 90)).toBe(upright);
  });

  it('tells small print from usual text', async () => {
    expect(await sizeMm(11)).toBeLessThan(0.75 * (await sizeMm(20))!);
  });

  it('tells no size by a few letters', async () => {
    expect(await sizeMm(20, 3)).toBeNull();
  });
});
