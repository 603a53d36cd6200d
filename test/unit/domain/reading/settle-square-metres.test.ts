import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleSquareMetres } from '../../../../shared/domain/reading/settle-square-metres.ts';

const settle = (text: string) =>
  settleSquareMetres([
    lineOfWords(
      text.split(' ').map((word, i) => ({
        text: word,
        box: { x: i * 50, y: 0, width: 40, height: 10 },
        confidence: 70,
      })),
    ),
  ])[0]!.words;
const textOf = (text: string) =>
  settle(text)
    .map((word) => word.text)
    .join(' ');

describe('settleSquareMetres', () => {
  it.each([
    ['Diện tích (m?)', 'Diện tích (m²)'],
    ['923,5 m°', '923,5 m²'],
    ['1.341,3 mˆ.', '1.341,3 m².'],
    ['923,5 m:', '923,5 m²'],
    ['120m”', '120m²'],
  ])('reads %s as %s', (read, meant) => {
    expect(textOf(read)).toBe(meant);
  });

  it('keeps what was read', () => {
    expect(settle('120 m°')[1]).toMatchObject({ text: 'm²', original: 'm°', repair: 'code' });
  });

  it.each(['120 m2', '3,5 m', 'Tên: m?', 'm: 5', '120 mm', '(m2)', 'rộng 3m: đất'])(
    'leaves %s alone',
    (read) => {
      expect(textOf(read)).toBe(read);
      expect(settle(read).every((word) => word.original === undefined)).toBe(true);
    },
  );
});
