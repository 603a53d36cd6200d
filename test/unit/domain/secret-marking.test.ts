import { describe, expect, it } from 'vitest';
import { hasSecretMarking, isSecretStamp } from '../../../shared/domain/secret-marking.ts';
import { pageOf } from './page-of.ts';

const isMarked = (print: string) => hasSecretMarking(pageOf(print).text!);

describe('marks of state secrets', () => {
  it.each([
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    '[ MẬT ]',
    'TOI MẬT',
    'TUYÊT MẠT',
    'Độ mật: Tối mật',
    'ĐỘ MẬT: MẬT',
  ])('finds %s standing alone', (mark) => {
    expect(isMarked(`ỦY BAN NHÂN DÂN\nSố: 12/BC-UBND\n${mark}\nBÁO CÁO\nVề việc ba`)).toBe(true);
  });

  it.each([
    'Các bên cam kết giữ bí mật thông tin của nhau',
    'HỢP ĐỒNG BẢO MẬT',
    'BÍ MẬT KINH DOANH',
    'THỎA THUẬN BẢO\nMẬT',
    'mật',
    'Mật độ xây dựng: 60%',
    'MẬT ĐỘ XÂY DỰNG',
    'MẮT',
    'MẶT TRƯỚC',
    'MẤT',
    'Độ mật: Không',
    'không thuộc danh mục tối mật của nhà nước',
  ])('is not misled by %j', (print) => {
    expect(isMarked(`GIẤY KHÁM SỨC KHỎE\n${print}\nHọ và tên: Nguyễn Văn A`)).toBe(false);
  });

  it('parts a stamp from the other column of the letterhead, and leaves the foot of tables alone', () => {
    const page = pageOf('ỦY BAN').text!;
    const wordAt = (text: string, x: number, y: number) => ({
      text,
      confidence: 90,
      box: { x, y, width: 100, height: 30 },
    });
    const line = (y: number, ...words: [string, number][]) => ({
      words: words.map(([text, x]) => wordAt(text, x, y)),
      box: { x: words[0]![1], y, width: 1000, height: 30 },
    });
    expect(hasSecretMarking({ ...page, lines: [line(300, ['MẬT', 200], ['Hà', 900], ['Nội', 1010])] })).toBe(
      true,
    );
    expect(hasSecretMarking({ ...page, lines: [line(300, ['MẬT', 200], ['ĐỘ', 310])] })).toBe(false);
    expect(hasSecretMarking({ ...page, lines: [line(2000, ['MẬT', 200])] })).toBe(false);
    expect(hasSecretMarking({ ...page, lines: [line(2000, ['TỐI', 200], ['MẬT', 310])] })).toBe(true);
  });
});

describe('red stamps', () => {
  it.each(['MẬT', '|MẬT', 'TỐI MẬT', 'TỐIMẠT', 'TUYỆT MẬT', 'TUYXET MAT'])('%s marks a secret', (text) => {
    expect(isSecretStamp(text)).toBe(true);
  });

  it.each(['HỎA TỐC', 'BẢN SAO', 'ĐÃ THU TIỀN', 'ĐẾN', 'MA', '', 'TỐI'])('%s marks none', (text) => {
    expect(isSecretStamp(text)).toBe(false);
  });
});
