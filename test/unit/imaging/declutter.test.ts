import { describe, expect, it } from 'vitest';
import { declutter } from '../../../shared/imaging/declutter.ts';
import type { GreyPicture } from '../../../shared/imaging/picture.ts';
import { drawGreyPage } from '../../support/draw-page.ts';

const DPI = 200;
const LABEL = 'Họ và tên:';

function inkIn(page: GreyPicture, x: number, y: number, width: number, height: number): number {
  let ink = 0;
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++)
      if (page.data[row * page.widthPx + column]! < 160) ink++;
  }
  return ink;
}

async function drawMarks(extra: string) {
  const page = await drawGreyPage({ lines: [LABEL], extra });
  return { page, ...declutter(page, DPI) };
}

describe('declutter', () => {
  it('erases a dotted leader, says where it was, and keeps the words before it', async () => {
    const dots = Array.from({ length: 40 }, (_, i) => `<circle cx="${300 + i * 12}" cy="118" r="2"/>`).join(
      '',
    );
    const { page, clear, marks } = await drawMarks(dots);
    expect(inkIn(page, 295, 110, 500, 16)).toBeGreaterThan(100);
    expect(inkIn(clear, 295, 110, 500, 16)).toBe(0);
    expect(inkIn(clear, 80, 80, 190, 60)).toBe(inkIn(page, 80, 80, 190, 60));
    expect(marks.leaders).toHaveLength(1);
    expect(marks.leaders[0]!.x).toBeLessThan(303);
    expect(marks.leaders[0]!.width).toBeGreaterThan(460);
  });

  it('keeps fewer than six dots, and specks that are no row', async () => {
    const dots = [0, 1, 2, 3].map((i) => `<circle cx="${400 + i * 12}" cy="118" r="2"/>`).join('');
    const specks = [7, 19, 41, 52, 90, 95, 140]
      .map((x, i) => `<circle cx="${500 + x}" cy="${300 + ((i * 37) % 50)}" r="2"/>`)
      .join('');
    const { page, clear, marks } = await drawMarks(dots + specks);
    expect(inkIn(clear, 390, 110, 60, 16)).toBe(inkIn(page, 390, 110, 60, 16));
    expect(inkIn(clear, 490, 290, 200, 80)).toBe(inkIn(page, 490, 290, 200, 80));
    expect(marks.leaders).toHaveLength(0);
  });

  it('keeps flat fragments of faint print, which are uneven', async () => {
    const print = Array.from(
      { length: 14 },
      (_, i) =>
        `<rect x="${400 + i * 9 + ((i * i * 7) % 5)}" y="${118 - ((i * 5) % 4)}" width="${2 + ((i * 3) % 5)}" height="${1 + ((i * 7) % 5)}"/>`,
    ).join('');
    const { page, clear } = await drawMarks(print);
    expect(inkIn(clear, 390, 110, 160, 20)).toBe(inkIn(page, 390, 110, 160, 20));
  });

  it('erases a rule and keeps the stroke that crosses it', async () => {
    const drawn =
      '<rect x="100" y="300" width="600" height="3"/><rect x="400" y="280" width="5" height="45"/>';
    const { clear, marks } = await drawMarks(drawn);
    expect(inkIn(clear, 110, 296, 280, 12)).toBe(0);
    expect(inkIn(clear, 398, 280, 9, 18)).toBeGreaterThan(60);
    expect(marks.levelRules).toHaveLength(1);
    expect(marks.levelRules[0]!.width).toBeGreaterThan(580);
  });

  it('erases the upright rules between cells', async () => {
    const { clear, marks } = await drawMarks('<rect x="500" y="200" width="3" height="300"/>');
    expect(inkIn(clear, 495, 200, 12, 300)).toBe(0);
    expect(marks.uprightRules).toHaveLength(1);
  });

  it('erases the frame of a tick box and keeps letters of its size, with serifs', async () => {
    const box = '<rect x="301" y="301" width="28" height="28" fill="none" stroke="#000" stroke-width="2"/>';
    const letters = ['O', 'H', 'N', 'D', 'E'].map(
      (text, i) =>
        `<text x="${400 + i * 60}" y="329" font-size="38" font-weight="bold" font-family="DejaVu Serif">${text}</text>`,
    );
    const { page, clear } = await drawMarks(box + letters.join(''));
    expect(inkIn(clear, 295, 295, 40, 40)).toBe(0);
    expect(inkIn(clear, 395, 290, 320, 50)).toBe(inkIn(page, 395, 290, 320, 50));
  });
});
