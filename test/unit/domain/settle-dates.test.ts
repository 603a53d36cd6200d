import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../shared/domain/line-segments.ts';
import { settleDates } from '../../../shared/domain/settle-dates.ts';

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

  it('makes no day that does not exist, and leaves sound days alone', () => {
    for (const text of ['31I02/2028', 'ngày 20/09/1963', 'sinh: 3110211963', '103I06I20281']) {
      expect(settle(text)).toBe(text);
      expect(read(text).every((word) => word.original === undefined)).toBe(true);
    }
  });
});
