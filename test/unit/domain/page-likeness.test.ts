import { describe, expect, it } from 'vitest';
import { isSameSheet } from '../../../shared/domain/page-likeness.ts';
import { lineOfWords } from '../../../shared/domain/reading/line-segments.ts';
import { pageOf } from './page-of.ts';

const FORM =
  'TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN Kính gửi Ủy ban nhân dân Họ chữ đệm tên người yêu cầu Nơi cư trú Giấy tờ tùy thân';

/** The form's own words, and what fills it, read with that confidence. */
function form(fill: string, confidence: number) {
  const words = [
    ...FORM.split(' ').map((text) => ({ text, confidence: 96 })),
    ...fill.split(' ').map((text) => ({ text, confidence })),
  ].map((word, i) => ({ ...word, box: { x: 10 * i, y: 0, width: 9, height: 10 } }));
  const page = pageOf('', { quality: { fingerprint: '0123456789abcdef' } });
  return { ...page, text: { ...page.text!, lines: [lineOfWords(words)] } };
}

describe('isSameSheet', () => {
  it('knows a sheet scanned twice, with a word misread in the second scan', () => {
    const first = form('Nguyễn Gia Bảo 058097738818 Hùng Vương', 95);
    expect(isSameSheet(first, form('Nguyễn Gia Bào 058097738818 Hùng Vương', 90))).toBe(true);
  });

  it('tells two forms of one template apart, also where one is filled by hand and nothing of that is sure', () => {
    const typed = form('Vũ Tấn Lộc 048095999141 Hùng Vương', 95);
    expect(isSameSheet(typed, form('Trần Khánh Huyền 058097738818 Chánh Nghĩa', 95))).toBe(false);
    const byHand = form('Ngugễn Giq 8ảo 05809?738818 Chúnh Nghja', 40);
    expect(isSameSheet(typed, byHand)).toBe(false);
    expect(isSameSheet(byHand, typed)).toBe(false);
  });
});
