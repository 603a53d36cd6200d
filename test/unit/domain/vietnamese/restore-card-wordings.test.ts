import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../shared/domain/page-text.ts';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';
import { restoreCardWordings } from '../../../../shared/domain/vietnamese/restore-card-wordings.ts';

/** Lines under one another, letters of ten by twenty pixels. */
function page(...texts: string[]): Line[] {
  return texts.map((text, row) => {
    let x = 0;
    const words = text.split(' ').map((word) => {
      const box = { x, y: row * 26, width: word.length * 10, height: 20 };
      x += (word.length + 1) * 10;
      return { text: word, box, confidence: 50 };
    });
    return lineOfWords(words);
  });
}
const texts = (lines: readonly Line[]) => lines.map((line) => line.words.map((word) => word.text).join(' '));

const back = [
  'Đặc điểm nhận dạng / Personal identification:',
  'Ngày, tháng, năm / Date, month, year: 06/02/2022',
  'CỤC TRƯỞNG CỤC CẢNH SÁT',
  'QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI',
];

describe('restoreCardWordings', () => {
  it('leaves a card that was read well as it is', () => {
    expect(restoreCardWordings(page(...back))).toEqual(page(...back));
  });

  it('restores small print, word for word where as many were read, and keeps what was read', () => {
    const lines = restoreCardWordings(page(...back, 'Lef index tinger', 'Ngon trò phải'));
    expect(texts(lines).slice(4)).toEqual(['Left index finger', 'Ngón trỏ phải']);
    expect(lines[4]!.words[0]).toMatchObject({
      text: 'Left',
      original: 'Lef',
      repair: 'phrase',
      box: { x: 0, width: 30 },
    });
    expect(lines[4]!.words[1]!.original).toBeUndefined();
  });

  it('spreads a wording over its place where words ran together', () => {
    const [number] = restoreCardWordings(page('sÄ/No.:092199000638', ...back));
    expect(number!.words.map((word) => word.text)).toEqual(['Số', '/', 'No.:', '092199000638']);
    expect(number!.words[0]!.box.x).toBe(0);
    expect(number!.words[3]!.box.x + number!.words[3]!.box.width).toBeCloseTo(190);
  });

  it('knows a badly read line by the one above it, and only there', () => {
    const garbled = "D99EC 'TOfEt GEMEEFLAL Of HE POUKCE OEPVWTMEMT".toUpperCase();
    expect(texts(restoreCardWordings(page(...back, garbled)))[4]).toBe(
      'DIRECTOR GENERAL OF THE POLICE DEPARTMENT',
    );
    expect(texts(restoreCardWordings(page(garbled, ...back)))[0]).toBe(garbled);
  });

  it('puts pieces of one row together', () => {
    const [pieces] = page('đependence - Fr Freedom - Happi');
    const [left, right] = [lineOfWords(pieces!.words.slice(0, 3)), lineOfWords(pieces!.words.slice(3))];
    const rows = page('SOCIALIST REPUBLIC OF VIET NAM').map((line) =>
      lineOfWords(line.words.map((word) => ({ ...word, box: { ...word.box, y: -26 } }))),
    );
    const lines = restoreCardWordings([...rows, left, right, ...page('', ...back).slice(1)]);
    expect(texts(lines)[1]).toBe('Independence - Freedom - Happiness');
    expect(lines).toHaveLength(2 + back.length);
  });

  it('touches neither what the card says nor capitals that resemble a label', () => {
    const said = ['NGUYỄN VĂN TÌNH', 'KHÔNG CÓ GIÁ TRỊ', 'Ấp Tân Tiến, xã Quê Quán'];
    expect(texts(restoreCardWordings(page(...back, ...said))).slice(4)).toEqual(said);
  });

  it('touches no page that is no card', () => {
    const form = page('Họ va tên Full nam', 'Giới tỉnh: Nam', 'Nơi thường trù');
    expect(restoreCardWordings(form)).toEqual(form);
  });
});
