import { describe, expect, it } from 'vitest';
import { scaling } from '../../../../shared/domain/geometry.ts';
import type { Line } from '../../../../shared/domain/page-text.ts';
import { lineOfWords, NO_MARKS, type PageMarks } from '../../../../shared/domain/reading/line-segments.ts';
import { mapLines, orderLines } from '../../../../shared/domain/reading/reading-order.ts';

const HEIGHT = 20;

/** A line whose words are 10 px a letter and 8 px apart. */
function line(x: number, y: number, text: string): Line {
  let left = x;
  return lineOfWords(
    text.split(' ').map((word) => {
      const box = { x: left, y, width: word.length * 10, height: HEIGHT };
      left += box.width + 8;
      return { text: word, box, confidence: 95 };
    }),
  );
}

/** Engines give one line for what stands on one row, columns or not. */
function row(...pieces: Line[]): Line {
  return lineOfWords(pieces.flatMap((piece) => piece.words));
}

function read(lines: readonly Line[], marks: PageMarks = NO_MARKS): string[] {
  return orderLines(lines, marks).map((l) => l.words.map((word) => word.text).join(' '));
}

describe('orderLines', () => {
  it('reads the left column of a letterhead first, then what runs across', () => {
    const page = [
      row(line(40, 0, 'ỦY BAN NHÂN DÂN'), line(400, 0, 'CỘNG HÒA XÃ HỘI')),
      row(line(60, 30, 'XÃ THỬ'), line(420, 30, 'Độc lập - Tự do')),
      row(line(60, 60, 'Số: 12/UBND'), line(400, 60, 'Thử, ngày 01 tháng 5')),
      line(200, 140, 'GIẤY XÁC NHẬN TÌNH TRẠNG'),
    ];
    expect(read(page)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ THỬ',
      'Số: 12/UBND',
      'CỘNG HÒA XÃ HỘI',
      'Độc lập - Tự do',
      'Thử, ngày 01 tháng 5',
      'GIẤY XÁC NHẬN TÌNH TRẠNG',
    ]);
  });

  it('parts a letterhead whose columns stand close', () => {
    const page = [
      row(line(0, 0, 'BỘ LAO ĐỘNG - THƯƠNG BINH'), line(254, 0, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
      row(line(60, 30, 'VÀ XÃ HỘI'), line(320, 30, 'Độc lập - Tự do - Hạnh phúc')),
    ];
    expect(read(page)).toEqual([
      'BỘ LAO ĐỘNG - THƯƠNG BINH',
      'VÀ XÃ HỘI',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ]);
  });

  it('keeps number and subject in the left column of a letterhead, white above them or not', () => {
    const page = (below: string) => [
      row(line(0, 0, 'VĂN PHÒNG'), line(300, 0, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
      line(360, 30, 'Độc lập - Tự do - Hạnh phúc'),
      line(0, 80, below),
      line(0, 102, 'thực hiện kế hoạch'),
      line(100, 200, 'Kính gửi: Các sở'),
    ];
    const right = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
    for (const own of ['Về việc hướng dẫn', 'Số: 12/VP-TH'])
      expect(read(page(own))).toEqual(['VĂN PHÒNG', own, 'thực hiện kế hoạch', ...right, 'Kính gửi: Các sở']);
    const other = ['Nơi hướng dẫn', 'thực hiện kế hoạch'];
    expect(read(page(other[0]!))).toEqual(['VĂN PHÒNG', ...right, ...other, 'Kính gửi: Các sở']);
  });

  it('leaves the state’s name in its sentence', () => {
    const page = [
      'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;',
      'Căn cứ Luật Đất đai;',
      'Căn cứ Luật Nhà ở;',
    ];
    expect(read(page.map((text, at) => line(0, at * 30, text)))).toEqual(page);
  });

  describe('at wide white before a small letter', () => {
    const torn = row(line(0, 30, 'Công an các đơn vị, địa phương'), line(340, 30, 'báo cáo về Bộ'));

    it('reads on where the line above runs across it', () => {
      const above = line(0, 0, 'Trong quá trình thực hiện Thông tư này, nếu có khó khăn');
      const below = line(0, 60, 'để kịp thời hướng dẫn.');
      expect(read([above, torn, below]).slice(1)).toEqual([
        'Công an các đơn vị, địa phương báo cáo về Bộ',
        'để kịp thời hướng dẫn.',
      ]);
      expect(read([torn, below])[0]).toBe('Công an các đơn vị, địa phương');
    });

    it('knows columns of running text by the lines beside', () => {
      const left = [
        'Công an các đơn vị, địa phương',
        'Công ty phải báo trước cho người',
        'phải nộp trước ngày đã hẹn ấy',
      ];
      const right = ['báo cáo về Bộ', 'the company shall', 'before that day'];
      const columns = left.map((text, at) =>
        row(line(0, 30 + at * 30, text), line(340, 30 + at * 30, right[at]!)),
      );
      expect(read(columns)).toEqual([...left, ...right]);
      const title = 'Cả trang là một hợp đồng của hai bên cùng lập ra';
      expect(read([line(0, 0, title), ...columns])).toEqual([title, ...left, ...right]);
    });
  });

  it('reads signature blocks one after the other, whatever order the engine gave', () => {
    const page = [
      line(400, 60, 'Trần Văn Hai'),
      line(40, 60, 'Lê Thị Một'),
      line(400, 0, 'BÊN B'),
      line(40, 0, 'BÊN A'),
    ];
    expect(read(page)).toEqual(['BÊN A', 'Lê Thị Một', 'BÊN B', 'Trần Văn Hai']);
  });

  it('reads a form across where one row offers boxes to tick', () => {
    const page = [
      row(line(40, 0, '5. Ngày bắt đầu: 01/06/2026'), line(500, 0, 'Tổng số lao động: 2')),
      row(line(40, 40, '6. Chủ thể:'), line(480, 40, 'Cá nhân'), line(700, 40, 'Các thành viên')),
    ];
    expect(read(page)).toEqual([
      '5. Ngày bắt đầu: 01/06/2026 Tổng số lao động: 2',
      '6. Chủ thể: Cá nhân Các thành viên',
    ]);
  });

  it('reads the last row of a form across and the signatures under it one after the other', () => {
    const page = [
      row(line(40, 0, 'Vào Sổ theo dõi, Quyển số: 01/2026'), line(500, 0, 'Số thứ tự: 717')),
      row(line(60, 40, 'NGƯỜI NỘP'), line(520, 40, 'NGƯỜI TIẾP NHẬN')),
      row(line(70, 70, 'Lê Thị Một'), line(530, 70, 'Trần Văn Hai')),
    ];
    expect(read(page)).toEqual([
      'Vào Sổ theo dõi, Quyển số: 01/2026 Số thứ tự: 717',
      'NGƯỜI NỘP',
      'Lê Thị Một',
      'NGƯỜI TIẾP NHẬN',
      'Trần Văn Hai',
    ]);
  });

  it('keeps a value whole that goes on under its label', () => {
    const page = [
      row(line(40, 0, 'Đề nghị cấp bản sao: Có'), line(500, 0, 'Làm tại: xã Thử, ngày 09 tháng 06')),
      line(520, 30, 'năm 2026'),
      row(line(60, 90, 'Người đi cùng'), line(520, 90, 'Người yêu cầu')),
    ];
    expect(read(page).join(' ')).toContain('ngày 09 tháng 06 năm 2026');
  });

  it('keeps whom a letter is sent to apart from who signs it', () => {
    const page = [
      row(line(40, 0, 'Nơi nhận:'), line(500, 0, 'TM. ỦY BAN NHÂN DÂN')),
      row(line(40, 30, '- Như trên;'), line(520, 30, 'CHỦ TỊCH')),
    ];
    expect(read(page)).toEqual(['Nơi nhận:', '- Như trên;', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  });

  it('reads a form across: label and value beside label and value', () => {
    const page = [
      row(line(40, 0, 'Sinh ngày: 01/02/1990'), line(400, 0, 'Giới tính: Nam')),
      row(line(40, 30, 'Dân tộc: Kinh'), line(400, 30, 'Quốc tịch: Việt Nam')),
    ];
    expect(read(page)).toEqual(['Sinh ngày: 01/02/1990 Giới tính: Nam', 'Dân tộc: Kinh Quốc tịch: Việt Nam']);
  });

  it('joins over a dotted leader what an engine parted into columns', () => {
    const marks = { ...NO_MARKS, leaders: [{ x: 195, y: 14, width: 200, height: 4 }] };
    const page = [
      line(40, 0, 'Năm sinh 1990'),
      line(40, 30, 'Nơi sinh Thử'),
      line(400, 0, 'Dân tộc Kinh'),
      line(400, 30, 'ghi chú'),
    ];
    expect(read(page, marks)[0]).toBe('Năm sinh 1990 Dân tộc Kinh');
  });

  it('reads a ruled table row by row, cell by cell', () => {
    const rule = (y: number) => ({ x: 30, y, width: 600, height: 2 });
    const page = [
      line(40, 0, 'Người'),
      line(40, 30, 'nộp'),
      line(200, 15, 'Lê Thị Một'),
      line(40, 80, 'Bưu cục'),
      line(200, 80, '123456 Bưu điện Thử'),
    ];
    const marks = { ...NO_MARKS, levelRules: [rule(-10), rule(65), rule(110)] };
    expect(read(page, marks)).toEqual(['Người', 'nộp', 'Lê Thị Một', 'Bưu cục 123456 Bưu điện Thử']);
  });

  it('parts close cells at the rule between them', () => {
    const marks = { ...NO_MARKS, uprightRules: [{ x: 98, y: -10, width: 2, height: 100 }] };
    const page = [
      row(line(40, 0, 'gửi'), line(104, 0, 'EA12')),
      row(line(40, 30, 'nộp'), line(104, 30, 'EA34')),
    ];
    expect(orderLines(page, marks).length).toBeGreaterThan(0);
    expect(read(page, marks).join(' ').split(' ').sort()).toEqual(['EA12', 'EA34', 'gửi', 'nộp']);
  });

  it('reads a date under a portrait after the column beside the portrait', () => {
    const right = [
      'Số',
      'Họ và tên',
      'Lê Thị Một',
      'Ngày sinh',
      'Quê quán',
      'Xã Thử',
      'Nơi cư trú',
      'Ấp Mẫu',
    ];
    const page = [...right.map((text, i) => line(300, i * 28, text)), line(40, 7 * 28, 'Có giá trị')];
    expect(read(page).at(-1)).toBe('Có giá trị');
  });

  it('loses no word and keeps none twice', () => {
    const page = Array.from({ length: 30 }, (_, i) =>
      line(((i * 137) % 5) * 150, ((i * 71) % 13) * 25, `w${i} v${i}`),
    );
    const words = (lines: readonly Line[]) => lines.flatMap((l) => l.words.map((word) => word.text)).sort();
    expect(words(orderLines(page, NO_MARKS))).toEqual(words(page));
  });

  it('takes an empty page', () => {
    expect(orderLines([], NO_MARKS)).toEqual([]);
  });
});

describe('mapLines', () => {
  it('carries word and line boxes', () => {
    const [mapped] = mapLines([line(10, 20, 'ab')], scaling(2));
    expect(mapped!.box).toEqual({ x: 20, y: 40, width: 40, height: 40 });
    expect(mapped!.words[0]!.box).toEqual(mapped!.box);
  });
});
