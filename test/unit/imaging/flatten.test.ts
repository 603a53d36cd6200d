import { describe, expect, it } from 'vitest';
import { flattenLight } from '../../../shared/imaging/flatten.ts';
import { blankGrey } from '../../../shared/imaging/picture.ts';

/** Paper that falls from 230 at the left to 110 at the right, with a black stroke every 20 pixels. */
function shadedPage() {
  const page = blankGrey(400, 200);
  for (let y = 0; y < 200; y++) {
    for (let x = 0; x < 400; x++) {
      const paper = 230 - (x * 120) / 400;
      page.data[y * 400 + x] = x % 20 < 2 ? paper * 0.2 : paper;
    }
  }
  return page;
}

describe('flattenLight', () => {
  it('makes paper white and ink equally dark under a falling light', () => {
    const even = flattenLight(shadedPage(), 30);
    const at = (x: number) => even.data[100 * 400 + x]!;
    for (const x of [50, 150, 250, 350]) expect(at(x)).toBeGreaterThan(225);
    for (const x of [40, 160, 240, 340]) expect(at(x)).toBeLessThan(60);
  });

  it('leaves white paper white', () => {
    expect(new Set(flattenLight(blankGrey(50, 50), 10).data)).toEqual(new Set([255]));
  });

  it('keeps the inside of a black area dark', () => {
    const page = blankGrey(300, 300);
    for (let y = 60; y < 240; y++) page.data.fill(10, y * 300 + 60, y * 300 + 240);
    expect(flattenLight(page, 30).data[150 * 300 + 150]).toBeLessThan(60);
  });

  it('takes pictures smaller than a block', () => {
    expect(flattenLight(blankGrey(3, 1, 200), 40).data.length).toBe(3);
  });
});
