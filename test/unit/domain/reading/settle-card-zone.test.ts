import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleCardZone } from '../../../../shared/domain/reading/settle-card-zone.ts';

const line = (...texts: string[]) =>
  lineOfWords(
    texts.map((text, i) => ({ text, box: { x: i * 100, y: 0, width: 90, height: 10 }, confidence: 60 + i })),
  );

describe('settleCardZone', () => {
  it('makes such a line one word that keeps what was read and why it was changed', () => {
    const [settled] = settleCardZone([line('1DVNM1990006382092199000638', '<<1')]);
    expect(settled!.words).toEqual([
      {
        text: 'IDVNM1990006382092199000638<<1',
        box: { x: 0, y: 0, width: 190, height: 10 },
        confidence: 60,
        original: '1DVNM1990006382092199000638<<1',
        repair: 'code',
      },
    ]);
  });

  it('leaves pages without such lines untouched', () => {
    const lines = [line('Số', '092199000638')];
    expect(settleCardZone(lines)).toEqual(lines);
  });
});
