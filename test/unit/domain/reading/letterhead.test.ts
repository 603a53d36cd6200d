import { expect, it } from 'vitest';
import { opensLetterhead, opensNumberOrSubject } from '../../../../shared/domain/reading/letterhead.ts';

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
  expect(at('Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;')).toEqual([]);
  expect(at('CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual([]);
  expect(at('Quốc tịch: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual([]);
});

it('knows a number and a subject', () => {
  const opens = (text: string) =>
    opensNumberOrSubject(
      text
        .split(' ')
        .map((word) => ({ text: word, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 90 })),
    );
  for (const text of ['Số: 12/UBND', 'Số 12/UBND', 'Luật số: 40/2013', 'V/v rà soát', 'Về việc rà soát'])
    expect(opens(text), text).toBe(true);
  for (const text of ['Số định danh cá nhân:', 'Sở Nội vụ', 'Về phía', 'Kính gửi:'])
    expect(opens(text), text).toBe(false);
});
