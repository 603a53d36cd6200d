import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleEmail } from '../../../../shared/domain/reading/settle-email.ts';

const read = (text: string) =>
  settleEmail([lineOfWords([{ text, box: { x: 0, y: 0, width: 9, height: 1 }, confidence: 90 }])])[0]!
    .words[0]!;

describe('settleEmail', () => {
  it.each(['hoa.1999(@thu.vn', 'hoa.1999@®thu.vn', 'hoa.1999®@thu.vn', 'hoa.1999(Øthu.vn'])(
    'mends %s',
    (misread) => {
      expect(read(misread)).toMatchObject({ text: 'hoa.1999@thu.vn', original: misread, repair: 'code' });
    },
  );

  it.each(['hoa.1999@thu.vn', '(@', 'a®b', '12(a)', 'Tel(024.3825.1234;'])('leaves %s alone', (text) => {
    expect(read(text).original).toBeUndefined();
    expect(read(text).text).toBe(text);
  });
});
