import { describe, expect, it } from 'vitest';
import { findMarginFigures } from '../../../shared/imaging/margin-figures.ts';
import { drawGreyPage } from '../../support/draw-page.ts';

const DPI = 150;
const PAGE = { widthPx: 1240, heightPx: 1754 };
const figure = (text: string, x: number, y: number) =>
  `<text x="${x}" y="${y}" font-size="26">${text}</text>`;
const find = async (extra: string) => findMarginFigures(await drawGreyPage({ ...PAGE, extra }), DPI);

describe('findMarginFigures', () => {
  it('finds the number at the foot, wherever it stands on the row', async () => {
    for (const x of [150, 610, 1080]) {
      const [box, ...others] = await find(figure('2', x, 1690));
      expect(others).toEqual([]);
      expect(box!.x).toBeGreaterThanOrEqual(x - 3);
      expect(box!.x + box!.width).toBeLessThan(x + 25);
      expect(box!.y).toBeGreaterThan(1650);
      expect(box!.y + box!.height).toBeLessThan(1700);
    }
  });

  it('finds a number at the head, and one in dashes or of a total as a whole', async () => {
    expect((await find(figure('3', 610, 60)))[0]!.y).toBeLessThan(60);
    expect((await find(figure('12/15', 580, 1690)))[0]!.width).toBeGreaterThan(50);
  });

  it('finds nothing in dust, rules, borders or a last line of text', async () => {
    const dust = '<circle cx="300" cy="1600" r="9"/><circle cx="700" cy="1700" r="3"/>';
    const rule = '<rect x="100" y="1650" width="900" height="3"/>';
    const border = '<rect x="1228" y="0" width="12" height="1754"/>';
    expect(await find(dust + rule + border)).toEqual([]);
    expect(await find(figure('Nơi nhận: như trên; lưu hồ sơ', 150, 1690))).toEqual([]);
  });
});
