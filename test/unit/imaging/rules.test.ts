import { describe, expect, it } from 'vitest';
import { blankGrey, type GreyPicture } from '../../../shared/imaging/picture.ts';
import { eraseRules } from '../../../shared/imaging/rules.ts';
import { inkMask } from '../../../shared/imaging/threshold.ts';

const DPI = 100;
const PAPER = 255;

function draw(
  ...boxes: readonly (readonly [x: number, y: number, width: number, height: number, grey: number])[]
) {
  const picture = blankGrey(200, 120, PAPER);
  for (const [x, y, width, height, grey] of boxes) {
    for (let row = y; row < y + height; row++) picture.data.fill(grey, row * 200 + x, row * 200 + x + width);
  }
  return picture;
}
const erase = (picture: GreyPicture) => ({ rules: eraseRules(picture, inkMask(picture, 220), DPI), picture });
const at = ({ data }: GreyPicture, x: number, y: number) => data[y * 200 + x];

describe('eraseRules', () => {
  it('erases level and upright lines and says where they were', () => {
    const { rules, picture } = erase(draw([40, 30, 150, 2, 20], [20, 10, 2, 100, 20]));
    expect(rules.level).toEqual([{ x: 40, y: 30, width: 150, height: 2 }]);
    expect(rules.upright).toEqual([{ x: 20, y: 10, width: 2, height: 100 }]);
    expect(picture.data.every((value) => value === PAPER)).toBe(true);
  });

  it('keeps strokes that touch a line, beyond the line itself', () => {
    const { picture } = erase(draw([20, 60, 150, 2, 20], [80, 40, 4, 30, 20]));
    expect([at(picture, 81, 45), at(picture, 81, 68), at(picture, 30, 60)]).toEqual([20, 20, PAPER]);
  });

  it('keeps dark print under a pale streak, even what runs along it', () => {
    const { picture } = erase(draw([60, 0, 2, 120, 150], [60, 40, 2, 20, 10], [50, 80, 30, 3, 10]));
    expect([at(picture, 60, 50), at(picture, 61, 81), at(picture, 60, 20)]).toEqual([10, 10, PAPER]);
  });

  it('takes neither short strokes nor thick bars for lines', () => {
    const picture = draw([20, 20, 30, 2, 20], [20, 50, 150, 20, 20]);
    const before = picture.data.slice();
    expect(erase(picture).rules).toEqual({ level: [], upright: [] });
    expect(picture.data).toEqual(before);
  });
});
