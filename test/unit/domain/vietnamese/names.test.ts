import { describe, expect, it } from 'vitest';
import { findNames } from '../../../../shared/domain/vietnamese/names.ts';
import { tokenize } from '../../../../shared/domain/vietnamese/tokens.ts';

function namesIn(text: string): string[] {
  const tokens = tokenize(text.split(' '));
  return findNames(tokens).map(({ start, end }) =>
    tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(' '),
  );
}

describe('names of persons', () => {
  it.each([
    ['Họ và tên: NGUYỄN VĂN THẾ', 'NGUYỄN VĂN THẾ'],
    ['cho ông Trần Duy Tuyền, sinh năm 1975', 'Trần Duy Tuyền'],
    ['Tạ Thị Kiều Oanh', 'Tạ Thị Kiều Oanh'],
    ['Full name: ĐIỂU KRÉ', 'ĐIỂU KRÉ'],
    ['HỘ KINH DOANH BÙI UYỂN', 'BÙI UYỂN'],
    ['bà Thê', 'Thê'],
    ['NGUYÊN THỊ BÉ', 'NGUYÊN THỊ BÉ'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  it.each([
    'HỒ SƠ ĐĂNG KÝ',
    'CAO ĐẲNG SƯ PHẠM',
    'QUÁN LÝ NHÀ NƯỚC',
    'Căn cứ Luật Đất đai',
    'tên doanh nghiệp: CÔNG TY CỔ PHẦN',
    'hà nội',
    '12 3',
  ])('no name in: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});
