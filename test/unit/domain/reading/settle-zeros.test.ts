import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleZeros } from '../../../../shared/domain/reading/settle-zeros.ts';

const settle = (text: string) =>
  settleZeros([lineOfWords([{ text, box: { x: 0, y: 0, width: 9, height: 9 }, confidence: 90 }])])[0]!
    .words[0]!;

describe('settleZeros', () => {
  it('puts zeros amid figures, in days, numbers and amounts', () => {
    expect(settle('O1/O6/2026').text).toBe('01/06/2026');
    expect(settle('(O96165000059)').text).toBe('(096165000059)');
    expect(settle('1.5OO.000').text).toBe('1.500.000');
    expect(settle('O96165000059')).toMatchObject({ original: 'O96165000059', repair: 'code' });
  });

  it('leaves letters, names of rooms and mostly lettered codes alone', () => {
    for (const text of ['OO1', 'O2', 'No.1', 'Oanh', '12OOOO', 'TO12', '2026']) {
      expect(settle(text).text).toBe(text);
      expect(settle(text).original).toBeUndefined();
    }
  });
});
