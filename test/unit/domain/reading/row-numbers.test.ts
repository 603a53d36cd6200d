import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { findRowNumbers, settleRowNumbers } from '../../../../shared/domain/reading/row-numbers.ts';

/** Rows of a table: number and name; numbers stand centred about `x`. */
const table = (rows: readonly string[], x = 100) =>
  rows.map((row, at) => {
    const [number = '', ...name] = row.split(' ');
    const widthPx = number.length * 10;
    return lineOfWords([
      { text: number, box: { x: x - widthPx / 2, y: at * 30, width: widthPx, height: 20 }, confidence: 40 },
      { text: name.join(' '), box: { x: 200, y: at * 30, width: 90, height: 20 }, confidence: 95 },
    ]);
  });
const found = (...rows: string[]) => [...findRowNumbers(table(rows))].map((word) => word.text);
const settled = (...rows: string[]) =>
  settleRowNumbers(table(rows)).map((line) => line.words.map((word) => word.text).join(' '));

describe('findRowNumbers', () => {
  it('finds numbers that rise from row to row, some of them lost', () => {
    expect(found('1. An', '2. Bắc', '4. Cần', 'l Cao', '7. Đắk')).toEqual(['1.', '2.', '4.', '7.']);
  });

  it('finds none that do not, nor few, nor those that stand apart', () => {
    expect(found('5 An', '3 Bắc', '9 Cà', '1 Cần', '1 Cao')).toEqual([]);
    expect(found('1 An', '2 Bắc', '3 Cà')).toEqual([]);
    const apart = [1, 2, 3, 4].flatMap((row) => table([`${row} An`], row * 60));
    expect(findRowNumbers(apart).size).toBe(0);
  });
});

describe('settleRowNumbers', () => {
  it('reads what stands between two numbers as the one between them', () => {
    const rows = ['20. Lào', '2] Nghệ', '22. Ninh', '23. Phú', '24. Quảng', '2óó Trị', '26. Tây'];
    expect(settled(...rows)).toEqual(rows.with(1, '21. Nghệ').with(5, '25. Trị'));
    expect(settleRowNumbers(table(rows))[1]!.words[0]).toMatchObject({ original: '2]', repair: 'code' });
  });

  it('leaves what may be printed so', () => {
    for (const rows of [
      ['14 Hải', '15 Hưng', 'lô Khánh', '16 Lai', '18 Lâm', '19 Lạng'],
      ['1 An', '2 Bắc', '3 Cà', 'Cộng: ba', '5 Cao', '6 Đà'],
      ['1 An', '2 Bắc', '3 Cà', '4 Cần'],
      ...['7,5', '4A', '25%', 'II', 'bộ', '…'].map((mark) => [
        '1 An',
        '2 Bắc',
        '3 Cà',
        `${mark} x`,
        '5 Cao',
        '6 Đà',
      ]),
      ['9 An', '7 Bắc', '1 Cà', '2 Đà', '3 Hà', '8 Cần', '6 y', 'l Lai', '8 Cao', '5 z'],
    ])
      expect(settled(...rows)).toEqual(rows);
  });
});
