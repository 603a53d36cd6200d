import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleDueFigures } from '../../../../shared/domain/reading/settle-due-figures.ts';

const settle = (text: string) =>
  settleDueFigures([
    lineOfWords(
      text
        .split(' ')
        .map((word, i) => ({ text: word, box: { x: i * 50, y: 0, width: 40, height: 20 }, confidence: 60 })),
    ),
  ])[0]!.words;
const textOf = (text: string) =>
  settle(text)
    .map((word) => word.text)
    .join(' ');

describe('settleDueFigures', () => {
  it.each([
    ['ngày 29 tháng 1] năm 2005', 'ngày 29 tháng 11 năm 2005'],
    ['ngày 29 tháng Ï Ï năm 2005', 'ngày 29 tháng 11 năm 2005'],
    ['ngày l8 tháng I2 năm 202]', 'ngày 18 tháng 12 năm 2021'],
    ['ngày 1 ] tháng 5', 'ngày 11 tháng 5'],
    ['tại khoản l Điều ]5.', 'tại khoản 1 Điều 15.'],
    ['Chương J', 'Chương I'],
    ['Chương lI', 'Chương II'],
    ['ngày23 tháng07 năm2025.', 'ngày 23 tháng 07 năm 2025.'],
  ])('reads %s as %s', (read, meant) => {
    expect(textOf(read)).toBe(meant);
  });

  it('keeps what was read, and takes two strokes for one number where they stand', () => {
    expect(settle('ngày 29 tháng Ï Ï năm 2005')[3]).toEqual({
      text: '11',
      original: 'Ï Ï',
      repair: 'code',
      confidence: 60,
      box: { x: 150, y: 0, width: 90, height: 20 },
    });
  });

  it.each([
    // A lone stroke may be the first month or the eleventh.
    'ngày 29 tháng Ï năm 2005',
    'ngày 29 tháng I3 năm 2005',
    'ngày 29 tháng 11 năm 2005',
    'tháng Il',
    'Chương 1',
    'Điều lệ',
    'Điều II của Hiệp định',
    'Tài khoản III',
    'Điều IV',
    'năm 202]',
  ])('leaves %s alone', (read) => {
    expect(textOf(read)).toBe(read);
    expect(settle(read).every((word) => word.original === undefined)).toBe(true);
  });
});
