import { expect, it } from 'vitest';
import { opensLetterhead } from '../../../../shared/domain/reading/letterhead.ts';

const at = (text: string) =>
  text
    .split(' ')
    .map((word, i) => ({ text: word, box: { x: i, y: 0, width: 1, height: 1 }, confidence: 90 }))
    .flatMap((_, i, words) => (opensLetterhead(words, i) ? [i] : []));

it('finds where the state’s name or its motto begins, some words misread', () => {
  expect(at('BỘ LAO ĐỘNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual([3]);
  expect(at('TỈNH w, CỘNG HOÀ XÃ HỌI CHỦ N6HĨA VIỆT NAM')).toEqual([2]);
  expect(at('VÀ XÃ HỘI Độc lập - Tự do — Hạnh phúc')).toEqual([3]);
});

it('finds none in other words', () => {
  expect(at('CỘNG TÁC VIÊN XÃ HỘI')).toEqual([]);
  expect(at('Độc giả tự do')).toEqual([]);
  expect(at('nước ta đã độc')).toEqual([]);
});
