import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../shared/domain/page-text.ts';
import { baseLetters } from '../../../../shared/domain/vietnamese/letters.ts';
import { repairMarks } from '../../../../shared/domain/vietnamese/repair-marks.ts';

function lineOf(text: string, confidence = 93): Line {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    confidence,
    box: { x: index * 100, y: 0, width: 90, height: 30 },
  }));
  return { words, box: { x: 0, y: 0, width: words.length * 100, height: 30 } };
}

const textOf = (lines: readonly Line[]) =>
  lines.map((line) => line.words.map(({ text }) => text).join(' ')).join('\n');
const repaired = (text: string, confidence?: number) => textOf(repairMarks([lineOf(text, confidence)]));

describe('repairing marks', () => {
  it.each([
    ['Quyết định này có hiệu lực kế từ ngày ký.', 'Quyết định này có hiệu lực kể từ ngày ký.'],
    ['Ửy ban nhân dân xã Tân Phú', 'Ủy ban nhân dân xã Tân Phú'],
    ['Đại biểu do cử tri bằu ra', 'Đại biểu do cử tri bầu ra'],
    ['Vào Số theo dõi hồ sơ, Quyến số: 01/2026', 'Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026'],
    ['phường Thử, tính Cà Mau', 'phường Thử, tỉnh Cà Mau'],
    ['thay đối nội dung đăng ký', 'thay đổi nội dung đăng ký'],
    ['GIẢI QUYÉT THỦ TỤC HÀNH CHÍNH', 'GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'],
    ['Chuyến khoản, (bằng chuyến nhượng)', 'Chuyển khoản, (bằng chuyển nhượng)'],
  ])('%s', (read, printed) => {
    expect(repaired(read)).toBe(printed);
  });

  it('keeps what was read, says why, and leaves place and confidence', () => {
    const [line] = repairMarks([lineOf('hợp đồng này kế từ ngày lập')]);
    expect(line?.words[3]).toEqual({
      text: 'kể',
      original: 'kế',
      repair: 'context',
      confidence: 93,
      box: { x: 300, y: 0, width: 90, height: 30 },
    });
    expect(line?.words[2]).not.toHaveProperty('original');
  });

  it('names the rule of syllables where nothing can be spelt so', () => {
    const [line] = repairMarks([lineOf('Đại biểu do cử tri bằu ra')]);
    expect(line?.words[5]).toMatchObject({ text: 'bầu', original: 'bằu', repair: 'syllable' });
  });

  it('knows fixed wordings, whatever their case and dashes', () => {
    const [line] = repairMarks([
      lineOf('CỘNG HOÀ XÃ HỘI CHÚ NGHĨA VIỆT NAM'),
      lineOf('Độc lập - Tự do - Hanh phúc'),
    ]);
    expect(line?.words[4]).toMatchObject({ text: 'CHỦ', original: 'CHÚ', repair: 'phrase' });
    expect(repaired('ĐỘc lập - Tự do - Hanh phúc')).toBe('ĐỘc lập - Tự do - Hạnh phúc');
  });

  it('knows titles in capitals that stand alone, and behind KT.', () => {
    const page = ['CHÍ THỊ', 'KT. GIAM ĐÓC', 'BỘ TRƯƠNG'].map((text) => lineOf(text));
    expect(textOf(repairMarks(page))).toBe('CHỈ THỊ\nKT. GIÁM ĐỐC\nBỘ TRƯỞNG');
    for (const name of ['BÁ GIAM ĐÓC', 'Họ và tên: TRƯƠNG PHONG', 'TRƯƠNG PHONG', 'Tên: BÔ TRƯƠNG'])
      expect(repaired(name)).toBe(name);
    expect(repaired('Giam đóc trại')).toBe('Giam đóc trại');
  });

  it('takes the engine’s habit of writing chỉ for chi into account, however sure it is', () => {
    expect(repaired('quy định chỉ tiết một số điều', 97)).toBe('quy định chi tiết một số điều');
    expect(repaired('các khoản chỉ phí khám bệnh', 97)).toBe('các khoản chi phí khám bệnh');
    for (const text of [
      'địa chỉ trụ sở',
      'chỉ đạo các chỉ tiêu',
      'chứng chỉ hành nghề chỉ có một',
      'Bên A chỉ trả tiền cho Bên B',
      'mỗi người chỉ mua một suất',
      'chỉ tiết kiệm được ít',
      'chỉ chuyển nhượng một phần',
    ])
      expect(repaired(text, 97)).toBe(text);
  });

  it('knows wordings with a number amid them', () => {
    expect(repaired('Vào sổ tiếp nhận hồ sơ số: 778 Quyến 02')).toBe(
      'Vào sổ tiếp nhận hồ sơ số: 778 Quyển 02',
    );
    expect(repaired('Vào sổ tiếp nhận hồ sơ số: Quyến 02')).toBe('Vào sổ tiếp nhận hồ sơ số: Quyển 02');
  });

  it('knows the common family names, not the given ones', () => {
    expect(repaired('Họ và tên: NGUYÊN VĂN THẾ')).toBe('Họ và tên: NGUYỄN VĂN THẾ');
    expect(repaired('ông Trân Văn Bàn')).toBe('ông Trần Văn Bàn');
    expect(repaired('bà Lệ Thủy')).toBe('bà Lệ Thủy');
  });

  it.each([
    'Kế toán trưởng',
    'Họ và tên: NGUYỄN VĂN THẾ',
    'Ông Nguyễn Văn Bàn',
    'bà Trần Thị Thê',
    'ĐẶNG VĂN ÚT EM',
    'hồ sơ số H12.07-260521-0001 của 0900 000 085',
    'lien-he@tinh.gov.vn',
    'Date of birth / No. of pages',
    'UBND TP HCM BCCI TTHC',
    'có hiệu lực kế từ ngày'.normalize('NFD'),
    'x\u0323\u0323\u0301 quyê\u0301\u0300t ß ǆ İ ﬁ',
  ])('leaves alone: %s', (text) => {
    expect(repaired(text, 60)).toBe(text);
  });

  it('keeps the writer’s place of the tone', () => {
    expect(repaired('Uỷ ban nhân dân và sức khoẻ')).toBe('Uỷ ban nhân dân và sức khoẻ');
    expect(repaired('Uý ban nhân dân tỉnh', 70)).toBe('Uỷ ban nhân dân tỉnh');
  });

  it('sees across the end of a line', () => {
    const lines = repairMarks([lineOf('Hợp đồng có hiệu lực kế'), lineOf('từ ngày ký')]);
    expect(textOf(lines)).toBe('Hợp đồng có hiệu lực kể\ntừ ngày ký');
  });
});

const WORDS =
  `Ủy ban nhân dân tỉnh Cà Mau kế kể từ ngày số sổ đỗi đổi QUYÉT ĐỊNH Số Só 45/2016/QĐ-TTg a@b.vn BCCI
  chuyến chuyển nhượng Nguyễn Văn Thế Trân Thị ĐIÊU ĐIỀU 3. (bằng chữ: khong có Q1.2 viêt bằu Ửy`.split(
    /\s+/,
  );
const pages = fc.array(
  fc.array(
    fc.record({
      text: fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 9, unit: 'grapheme' })),
      confidence: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 12 },
  ),
  { maxLength: 4 },
);
const box = { x: 0, y: 0, width: 1, height: 1 };
const asLines = (page: { text: string; confidence: number }[][]): Line[] =>
  page.map((words) => ({
    words: words.map((word) => ({ ...word, text: word.text.normalize('NFC'), box })),
    box,
  }));

describe('whatever was read', () => {
  it('changes marks only, in NFC, and repairs nothing twice', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const lines = asLines(page);
        const once = repairMarks(lines);
        expect(repairMarks(once)).toEqual(once);
        once.forEach((line, at) => {
          line.words.forEach((word, index) => {
            const read = lines[at]!.words[index]!;
            expect(word.text).toBe(word.text.normalize('NFC'));
            expect(baseLetters(word.text)).toBe(baseLetters(read.text));
            expect(word.text.replace(/\p{L}/gu, '')).toBe(read.text.replace(/\p{L}/gu, ''));
            if (word.text === read.text) expect(word).toEqual(read);
            else expect(word.original).toBe(read.text);
            if (/\p{N}|@/u.test(read.text) || /^[A-Z]+$/.test(read.text)) expect(word).toEqual(read);
          });
        });
      }),
      { numRuns: 200 },
    );
  });
});
