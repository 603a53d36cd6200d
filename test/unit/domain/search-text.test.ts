import { describe, expect, it } from 'vitest';
import { cutSnippet, searchWords } from '../../../shared/domain/search-text.ts';

const folded = (text: string) => searchWords(text).map((word) => word.folded);

describe('words as they are searched', () => {
  it('are equal however a mark is set, composed or not, and without đ', () => {
    expect(folded('hoà Hòa HOA')).toEqual(['hoa', 'hoa', 'hoa']);
    expect(folded('Đặng Thuỷ'.normalize('NFD'))).toEqual(['dang', 'thuy']);
    expect(folded('Đặng Thuỷ')).toEqual(['dang', 'thuy']);
  });

  it('know where they stand, also in decomposed text', () => {
    const text = 'Số: Đất Mũi'.normalize('NFD');
    expect(searchWords(text).map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual([
      'Số',
      'Đất',
      'Mũi',
    ]);
  });
});

describe('a snippet', () => {
  it('shows the place where most of the words stand together', () => {
    const text = `Hoa ở xa. ${'lời '.repeat(40)} bà Lê Thị Hoa ở Đất Mũi ${'lời '.repeat(40)}`;
    const pieces = cutSnippet(text, 'dat mui hoa');
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['Hoa', 'Đất', 'Mũi']);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(120);
  });

  it('is empty where nothing occurs or nothing is asked', () => {
    expect(cutSnippet('Đất Mũi', 'hoa')).toEqual([]);
    expect(cutSnippet('Đất Mũi', ' ')).toEqual([]);
    expect(cutSnippet('', 'hoa')).toEqual([]);
  });
});
