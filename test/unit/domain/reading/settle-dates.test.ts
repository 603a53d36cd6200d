import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleDates } from '../../../../shared/domain/reading/settle-dates.ts';

const read = (text: string) =>
  settleDates([
    lineOfWords(
      text
        .split(' ')
        .map((word, i) => ({ text: word, box: { x: i, y: 0, width: 1, height: 1 }, confidence: 90 })),
    ),
  ])[0]!.words;
const settle = (text: string) =>
  read(text)
    .map((word) => word.text)
    .join(' ');

describe('settleDates', () => {
  it('puts slashes where strokes were read as letters', () => {
    expect(settle('cấp ngày 03I06/2028,')).toBe('cấp ngày 03/06/2028,');
    expect(read('03I06l2028')[0]).toMatchObject({ original: '03I06l2028', repair: 'code' });
  });

  it('takes ones for strokes only where a day is due', () => {
    expect(settle('Date of birth: 2010911963')).toBe('Date of birth: 20/09/1963');
    expect(settle('Có giá trị đến: 0910812032')).toBe('Có giá trị đến: 09/08/2032');
    expect(settle('Điện thoại: 0910812032')).toBe('Điện thoại: 0910812032');
  });

  it('finds a day of which a slash was lost or read as a figure, where one is due and only one fits', () => {
    expect(settle('Date of birth: 2200911964')).toBe('Date of birth: 22/09/1964');
    expect(settle('Có giá trị đến: 2012/2034')).toBe('Có giá trị đến: 20/12/2034');
    // Any one of the three figures may be too many.
    expect(settle('Date, month, year: 159/04/2021')).toBe('Date, month, year: 159/04/2021');
    expect(settle('sinh: 01407/2000')).toBe('sinh: 01/07/2000');
    expect(settle('Số: 2012/2034')).toBe('Số: 2012/2034');
    expect(settle('cấp: 24122034')).toBe('cấp: 24122034');
    // The first of January or of November.
    expect(settle('sinh: 010111990')).toBe('sinh: 010111990');
  });

  it('gives the month its name between figures of a day', () => {
    expect(settle('Cà Mau, ngày 28 thúng 4 năm 2020')).toBe('Cà Mau, ngày 28 tháng 4 năm 2020');
    expect(settle('ngày 28 thông tư 4 năm')).toBe('ngày 28 thông tư 4 năm');
    expect(read('ngày 5 thắng 4 năm 2020')[2]).toMatchObject({ original: 'thắng', repair: 'phrase' });
  });

  it('makes no day that does not exist, and leaves sound days alone', () => {
    for (const text of ['31I02/2028', 'ngày 20/09/1963', 'sinh: 3110211963', '103I06I20281']) {
      expect(settle(text)).toBe(text);
      expect(read(text).every((word) => word.original === undefined)).toBe(true);
    }
  });
});
