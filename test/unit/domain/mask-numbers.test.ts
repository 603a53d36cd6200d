import { describe, expect, it } from 'vitest';
import { maskNumbers, maskPieces } from '../../../shared/domain/mask-numbers.ts';

const MASKS = { citizenId: { first: 3, last: 4 }, phone: { first: 3, last: 2 } };

describe('personal numbers in passing', () => {
  it.each([
    ['CCCD số 096185001234 cấp ngày', 'CCCD số 096•••••1234 cấp ngày'],
    ['CMND 381234567.', 'CMND 381••4567.'],
    ['ĐT: 0912345678', 'ĐT: 091•••••78'],
    ['ĐT: 0912 345 678, Email', 'ĐT: 091• ••• •78, Email'],
    ['gọi +84912345678', 'gọi +849••••••78'],
  ])('%s is shown as %s', (written, shown) => {
    expect(maskNumbers(written, MASKS)).toBe(shown);
    expect(shown).toHaveLength(written.length);
  });

  it.each(['H12.09-260102-0001', 'ngày 02/01/2026', '1.001193', 'EE123456785VN', '1234567890123'])(
    'leaves %s, which is nobody’s, as it is',
    (text) => {
      expect(maskNumbers(text, MASKS)).toBe(text);
    },
  );

  it('finds a number that a search has cut into pieces', () => {
    const pieces = [
      { text: 'ĐT: 0912', hit: false },
      { text: ' 345 ', hit: true },
      { text: '678', hit: false },
    ];
    expect(maskPieces(pieces, MASKS)).toEqual([
      { text: 'ĐT: 091•', hit: false },
      { text: ' ••• ', hit: true },
      { text: '•78', hit: false },
    ]);
  });
});
