import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { splitJoinedWords } from '../../../../shared/domain/vietnamese/split-joined-words.ts';

const split = (text: string) =>
  splitJoinedWords([
    lineOfWords([{ text, box: { x: 100, y: 0, width: text.length * 10, height: 20 }, confidence: 90 }]),
  ])[0]!.words;
const textOf = (text: string) => split(text).map((word) => word.text);

describe('splitJoinedWords', () => {
  it.each([
    ['cấpngày', ['cấp', 'ngày']],
    ['Tờbảnđồsố', ['Tờ', 'bản', 'đồ', 'số']],
    ['(hànhchính),', ['(hành', 'chính),']],
    ['TIẾPNHẬN', ['TIẾP', 'NHẬN']],
  ])('parts %s', (joined, parts) => {
    expect(textOf(joined)).toEqual(parts);
  });

  it.each(['nghiêng', 'Nguyễn', 'Ksơr', 'Kpăhnuar', 'Samsung', 'thân:không', 'HKD', 'quyềncát'])(
    'leaves %s whole',
    (text) => {
      expect(textOf(text)).toEqual([text]);
      expect(split(text)[0]!.original).toBeUndefined();
    },
  );

  it('gives each part its place, and what was read', () => {
    const [day, month] = split('cấpngày');
    expect(day).toMatchObject({ original: 'cấpngày', repair: 'syllable', box: { x: 100, width: 30 } });
    expect(month).toMatchObject({ original: 'cấpngày', box: { x: 130, width: 40 } });
  });
});
