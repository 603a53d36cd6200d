import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../shared/domain/page-text.ts';
import { chooseReading } from '../../../../shared/domain/reading/choose-reading.ts';

/** Words of `text/confidence` that fill `widthPx` from left to right, every letter and space alike. */
function line(described: string, { x = 0, widthPx = 400 } = {}): Word[] {
  const read = described.split(' ').map((each) => {
    const at = each.lastIndexOf('/');
    return { text: each.slice(0, at), confidence: Number(each.slice(at + 1)) };
  });
  const pitch = widthPx / read.map(({ text }) => text).join(' ').length;
  let left = x;
  return read.map((word) => {
    const box = { x: left, y: 0, width: pitch * word.text.length, height: 20 };
    left += box.width + pitch;
    return { ...word, box };
  });
}

/** The line as it stands after the choice. */
function settle(first: readonly Word[], second: readonly Word[]): string {
  let words = [...first];
  for (const { before, after } of chooseReading(first, second)) {
    const at = Math.max(0, words.indexOf(before[0]!));
    words = words.filter((word) => !before.includes(word));
    words.splice(at, 0, ...after);
  }
  return words.map((word) => word.text).join(' ');
}

describe('chooseReading', () => {
  it.each([
    ['a word read surer', 'Nơi/96 cư/97 trúc./62', 'Nơi/97 cư/97 trú:/96', 'Nơi cư trú:'],
    ['words that the first joined', 'Bên/96 SỞY/60 tế/95', 'Bên/96 SỞ/93 Y/92 tế/95', 'Bên SỞ Y tế'],
    ['words that the first parted', '16./60 000.0/14 000/50', '16.000.000/96', '16.000.000'],
  ])('takes %s', (_, first, second, chosen) => {
    expect(settle(line(first), line(second))).toBe(chosen);
  });

  it.each([
    ['hardly surer', 'nhân/92', 'nhãn/96', 'nhân'],
    ['surer, yet doubtful', 'số/20 sure/99 sure/99', 'so/60 sure/99 sure/99', 'số sure sure'],
    ['without a figure that was there', '4714/64 word/99', '471/93 word/99', '4714 word'],
    ['no day where there was one', '05/06/2026/70 word/99', '05/00/2026/93 word/99', '05/06/2026 word'],
    [
      'no number of a person where there was one',
      '096194000155/40 a/99',
      '0961944000155/90 a/99',
      '096194000155 a',
    ],
    ['with a full stop for a colon', 'name:/70 word/99', 'name./96 word/99', 'name: word'],
  ])('leaves what is read anew %s', (_, first, second, kept) => {
    expect(settle(line(first), line(second))).toBe(kept);
  });

  it('takes what keeps to a grammar, however unsure', () => {
    expect(settle(line('O96194+000155/90 a/99'), line('096194000155/34 a/99'))).toBe('096194000155 a');
    expect(settle(line('hoa.1999(mail.vn/90 a/99'), line('hoa.1999@mail.vn/50 a/99'))).toBe(
      'hoa.1999@mail.vn a',
    );
  });

  it('takes the whole of a line that the first reading missed, and keeps what that was surer of', () => {
    expect(settle([], line('Có/90 giá/95 trị/95 đến:/90'))).toBe('Có giá trị đến:');
    const first = line('Mã/95', { x: 225, widthPx: 50 });
    expect(settle(first, line('Bưu/90 điện/96 Mũ/60 gửi/96'))).toBe('Bưu điện Mã gửi');
  });

  it('adds no word to a line that was read', () => {
    expect(settle(line('Kính/96 gửi/96 sở/96', { widthPx: 330 }), line('Kính/96 gửi/96 sở/96 ấy/99'))).toBe(
      'Kính gửi sở',
    );
  });

  it('makes a word that was read alike twice as sure as the surer reading', () => {
    const replacements = chooseReading(line('Hạnh/70 phúc/96'), line('Hạnh/95 phúc/96'));
    expect(replacements.map(({ before, after }) => [before[0]!.confidence, after[0]!.confidence])).toEqual([
      [70, 95],
    ]);
  });

  it('takes a figure that the first missed only where a number has to stand', () => {
    const second = line('khoản/97 1/70 Điều/96 3/97', { widthPx: 200 });
    const first = second.filter((_, i) => i !== 1);
    expect(chooseReading(first, second)).toMatchObject([{ before: [], after: [second[1]] }]);
    const elsewhere = line('gồm/97 1/70 Điều/96 3/97', { widthPx: 200 });
    expect(
      chooseReading(
        elsewhere.filter((_, i) => i !== 1),
        elsewhere,
      ),
    ).toEqual([]);
  });
});
