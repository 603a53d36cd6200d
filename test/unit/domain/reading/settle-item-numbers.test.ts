import { describe, expect, it } from 'vitest';
import { settleItemNumbers } from '../../../../shared/domain/reading/settle-item-numbers.ts';
import { lineOfText, textOfLine } from './line-of-text.ts';

const settle = (text: string) => settleItemNumbers([lineOfText(text)])[0]!;

describe('settleItemNumbers', () => {
  it.each([
    ['“3, Người đứng đầu', '“3. Người đứng đầu'],
    ['02: Bản sao', '02. Bản sao'],
    ['IH. NỘI DUNG', 'III. NỘI DUNG'],
    ['lV. TỔ CHỨC', 'IV. TỔ CHỨC'],
  ])('reads %s as %s', (read, meant) => {
    expect(textOfLine(settle(read))).toBe(meant);
    expect(settle(read).words[0]).toMatchObject({ original: read.split(' ')[0], repair: 'code' });
  });

  it('reads a colon or comma as a full stop where a line before or behind is numbered so', () => {
    const page = ['1. Phạm vi', '2: Nghị định này', '24, Trần Phú', '9: Có'].map((text) => lineOfText(text));
    expect(settleItemNumbers(page).map(textOfLine)).toEqual([
      '1. Phạm vi',
      '2. Nghị định này',
      '24, Trần Phú',
      '9: Có',
    ]);
    expect(textOfLine(settle('2: Nghị định này'))).toBe('2: Nghị định này');
  });

  it.each([
    '2, 5 và 7',
    '2:',
    '123: Mã số',
    'IHH. NỘI DUNG',
    'VI. NỘI DUNG',
    'H. Đông Anh',
    'IH. Nguyễn',
    '05, Trần Phú',
  ])('leaves %s alone', (text) => {
    expect(textOfLine(settle(text))).toBe(text);
  });
});
