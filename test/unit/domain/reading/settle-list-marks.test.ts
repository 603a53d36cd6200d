import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { settleListMarks } from '../../../../shared/domain/reading/settle-list-marks.ts';

const page = (lines: readonly string[], left = (_line: number) => 0) =>
  settleListMarks(
    lines.map((text, line) =>
      lineOfWords(
        text.split(' ').map((word, i) => ({
          text: word,
          box: { x: left(line) + i * 50, y: line * 30, width: 40, height: 20 },
          confidence: 90,
        })),
      ),
    ),
  );
const textOf = (...of: Parameters<typeof page>) =>
  page(...of).map((line) => line.words.map((word) => word.text).join(' '));

describe('settleListMarks', () => {
  it('parts a dash from the first word of a line', () => {
    expect(page(['-Lưu: VT'])[0]!.words.slice(0, 2)).toMatchObject([
      { text: '-', original: '-Lưu:', box: { x: 0, width: 8 } },
      { text: 'Lưu:', original: '-Lưu:', box: { x: 8, width: 32 } },
    ]);
    expect(textOf(['-5 độ', 'Công-tơ', '- Lưu'])).toEqual(['-5 độ', 'Công-tơ', '- Lưu']);
  });

  it('ends items as the others of their list', () => {
    const list = [
      'Nơi nhận:',
      '- Công an các tỉnh:',
      '- Văn phòng,',
      '- Như trên;',
      '- Công báo;',
      '- Lưu: VT.',
    ];
    expect(textOf(list)).toEqual([
      'Nơi nhận:',
      '- Công an các tỉnh;',
      '- Văn phòng,',
      '- Như trên;',
      '- Công báo;',
      '- Lưu: VT.',
    ]);
    expect(page(list)[1]!.words.at(-1)).toMatchObject({ original: 'tỉnh:', repair: 'context' });
  });

  it('leaves lists that end otherwise, short ones, labels, what opens a list, and what stands further in', () => {
    for (const list of [
      ['Gồm:', '- Gồm có:', '- Tờ khai.', '- Bản sao.', '- Ảnh.'],
      ['Gồm:', '- Gồm có:', '- Tờ khai;'],
      ['Gồm:', '- Một mục', '- Hai;', '- Ba.'],
      ['Gồm:', '- Một;', '- Hai;', '- Ba:'],
      ['Thành phần', '- Hồ sơ gồm:', '- Tờ khai;', '- Bản sao;', '- Ảnh.'],
      ['Gồm:', '- Họ tên: An;', '- Điện thoại:', '- Sinh năm: 1980;', '- Địa chỉ: Hà Nội.'],
    ])
      expect(textOf(list)).toEqual(list);
    const nested = ['Gồm:', '- Gồm có:', '- Tờ khai;', '- Bản sao;', '- Ảnh.'];
    expect(textOf(nested, (line) => (line <= 1 ? 0 : 60))).toEqual(nested);
    expect(settleListMarks([{ words: [], box: { x: 0, y: 0, width: 0, height: 0 } }])).toHaveLength(1);
  });
});
