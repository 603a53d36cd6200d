import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { siftScraps, siftWords } from '../../../../shared/domain/reading/sift-words.ts';

function line(...words: readonly (readonly [string, number])[]) {
  return lineOfWords(
    words.map(([text, confidence], i) => ({
      text,
      confidence,
      box: { x: i * 50, y: 0, width: 40, height: 20 },
    })),
  );
}
const read = (...lines: ReturnType<typeof line>[]) =>
  siftWords(lines).map((l) => l.words.map((word) => word.text).join(' '));

describe('siftWords', () => {
  it('keeps what was read with confidence', () => {
    expect(read(line(['Họ', 96], ['tên', 40], ['-', 90], ['5', 91]))).toEqual(['Họ tên - 5']);
  });

  it('drops lines of specks and lone doubtful marks', () => {
    expect(
      read(line(['Ễ', 30], ['¬', 12]), line(['œaz', 44]), line(['Nơi', 95], ['|', 60], ['ở', 79])),
    ).toEqual(['Nơi']);
  });

  it('strips leaders and rules off the ends of words', () => {
    expect(read(line(['_1.004873', 80], ['tên....', 90], ['|', 95], ['a.b', 90]))).toEqual([
      '1.004873 tên a.b',
    ]);
  });

  it('strips specks before words, where no such mark can stand', () => {
    expect(
      read(line([':3.1.', 90], [',Xét', 90], ["'TỜ", 90], ['.Sơ', 90], ['-Lưu:', 90], ['"a"', 90])),
    ).toEqual(['3.1. Xét TỜ Sơ -Lưu: "a"']);
  });

  it('keeps a word of one letter between sure words, as high as they, and no stroke or speck there', () => {
    const between = (text: string, height = 20, gap = 10, neighbour = 96) => {
      const box = { x: 0, y: 0, width: 40, height: 20 };
      return read(
        lineOfWords([
          { text: 'tâm', confidence: neighbour, box },
          { text, confidence: 11, box: { x: 40 + gap, y: 0, width: 15, height } },
          { text: 'tế', confidence: 97, box: { ...box, x: 55 + 2 * gap } },
        ]),
      );
    };
    expect(between('Y')).toEqual(['tâm Y tế']);
    expect(between('ở')).toEqual(['tâm ở tế']);
    expect(between('Y', 9)).toEqual(['tâm tế']);
    expect(between('Y', 20, 30)).toEqual(['tâm tế']);
    expect(between('Y', 20, 10, 60)).toEqual(['tâm tế']);
    for (const stroke of ['I', 'l', 'f', '|', '7']) expect(between(stroke)).toEqual(['tâm tế']);
    expect(read(line(['Y', 20], ['tế', 97]))).toEqual(['tế']);
  });

  it('keeps thin figures where a number has to stand, as high as a capital and near', () => {
    const month = (figures: readonly string[], height = 15, gap = 10) => {
      const words = ['tháng', ...figures, 'năm'].map((text, i) => ({
        text,
        confidence: figures.includes(text) ? 20 : 97,
        box: { x: i * (40 + gap), y: 0, width: 40, height: figures.includes(text) ? height : 20 },
      }));
      return read(lineOfWords(words));
    };
    expect(month(['1', ']'])).toEqual(['tháng 1 ] năm']);
    expect(month(['6'])).toEqual(['tháng 6 năm']);
    expect(month(['6'], 9)).toEqual(['tháng năm']);
    expect(month(['6'], 15, 30)).toEqual(['tháng năm']);
    expect(month(['('])).toEqual(['tháng năm']);
    expect(
      read(line(['Điều', 96], ['5', 96], [']', 8], ['Phạm', 96]), line(['Điều', 96], ['J', 4], ['này', 96])),
    ).toEqual(['Điều 5 Phạm', 'Điều này']);
    expect(read(line(['Chương', 96], ['I', 60]), line(['Nơi', 96], ['I', 60]))).toEqual(['Chương I', 'Nơi']);
  });

  it('keeps doubtful figures that number the rows of a table', () => {
    const rows = ['1', '2', '3', '4'].map((text, at) =>
      lineOfWords([
        { text, confidence: 40, box: { x: 0, y: at * 30, width: 10, height: 20 } },
        { text: 'Giấy', confidence: 95, box: { x: 60, y: at * 30, width: 40, height: 20 } },
      ]),
    );
    expect(read(...rows)).toEqual(['1 Giấy', '2 Giấy', '3 Giấy', '4 Giấy']);
    expect(read(...rows.slice(1))).toEqual(['Giấy', 'Giấy', 'Giấy']);
  });

  it('keeps the address of a web page that the engine doubts', () => {
    expect(read(line(['hffps:/tinh.gov.vn/van-ban)', 21]), line(['a.b/vn', 21]))).toEqual([
      'hffps:/tinh.gov.vn/van-ban)',
    ]);
  });

  it('keeps a machine-readable zone that the engine doubts', () => {
    expect(read(line(['IDVNM1234567890012345678901<<7', 21]))).toEqual(['IDVNM1234567890012345678901<<7']);
  });
});

describe('siftScraps', () => {
  const sifted = (...lines: ReturnType<typeof line>[]) =>
    siftScraps(lines, new Set()).map((l) => l.words.map((word) => word.text).join(' '));

  it('drops lines of nothing but scraps of drawings, seals and prints of fingers', () => {
    expect(sifted(line(['A', 93]), line(['(9)', 95], ['J)', 80]), line(['⁄Z', 90], ['NN', 91]))).toEqual([]);
    expect(sifted(line(['\\', 99]), line(['ZN', 90]), line(['-', 97]))).toEqual([]);
  });

  it('keeps what says something: words, short names, numbers that were read with confidence', () => {
    const said = [
      line(['Mã', 96]),
      line(['Số', 96], ['12', 95]),
      line(['2', 96]),
      line(['nộp', 40]),
      line(['3,5', 96]),
    ];
    expect(siftScraps(said, new Set())).toEqual(said);
  });

  it('keeps what another reading vouches for', () => {
    const number = line(['7', 60]);
    expect(siftScraps([number], new Set(number.words))).toEqual([number]);
  });
});
