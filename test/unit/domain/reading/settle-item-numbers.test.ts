import { describe, expect, it } from 'vitest';
import { settleItemNumbers } from '../../../../shared/domain/reading/settle-item-numbers.ts';
import { lineOfText, textOfLine } from './line-of-text.ts';

const settle = (text: string) => settleItemNumbers([lineOfText(text)])[0]!;

describe('settleItemNumbers', () => {
  it.each([
    ['2: Nghị định này', '2. Nghị định này'],
    ['“3, Người đứng đầu', '“3. Người đứng đầu'],
    ['IH. NỘI DUNG', 'III. NỘI DUNG'],
    ['lV. TỔ CHỨC', 'IV. TỔ CHỨC'],
  ])('reads %s as %s', (read, meant) => {
    expect(textOfLine(settle(read))).toBe(meant);
    expect(settle(read).words[0]).toMatchObject({ original: read.split(' ')[0], repair: 'code' });
  });

  it.each(['2, 5 và 7', '2: năm', '2:', '123: Mã số', 'IHH. NỘI DUNG', 'VI. NỘI DUNG', 'HH. Nguyễn'])(
    'leaves %s alone',
    (text) => {
      expect(textOfLine(settle(text))).toBe(text);
    },
  );
});
