import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePhrases,
  editDistance,
  matchAnywhere,
  matchAtStart,
} from '../../../shared/domain/approximate-match.ts';
import { foldTones, squeeze } from '../../../shared/domain/fold.ts';

const letters = fc.stringMatching(/^[A-F]{12,31}$/);
const [phrase] = compilePhrases('giấy chứng sinh');

describe('folding', () => {
  it('forgets tones, case and punctuation, composed or decomposed', () => {
    expect(foldTones('  Đặc điểm: NHẬN dạng ')).toBe('DAC DIEM NHAN DANG');
    expect(foldTones('Đặc điểm'.normalize('NFD'))).toBe('DAC DIEM');
  });

  it('makes look-alikes one', () => {
    expect(squeeze('T Ờ  KHA1')).toBe(squeeze('tờ khai'));
  });
});

describe('approximate matching', () => {
  it('agrees with the plain distance wherever that is within tolerance', () => {
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[A-F]{0,40}$/), (pattern, text) => {
        const compiled = compilePhrases(pattern)[0]!;
        const nearest = Math.min(
          ...Array.from({ length: text.length + 1 }, (_, end) => editDistance(pattern, text.slice(0, end))),
        );
        const match = matchAtStart(compiled, text);
        return nearest <= compiled.tolerance ? match?.errors === nearest : match === null;
      }),
    );
  });

  it('finds a phrase anywhere after any few misreadings', () => {
    const edits = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('', 'Z', 'ZZ')), { maxLength: 3 });
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[A-F]{0,30}$/), edits, (pattern, before, changes) => {
        const compiled = compilePhrases(pattern)[0]!;
        let misread = pattern;
        for (const [at, put] of changes) misread = misread.slice(0, at) + put + misread.slice(at + 1);
        fc.pre(editDistance(pattern, misread) <= compiled.tolerance);
        return matchAnywhere(compiled, `${before}${misread}ABC`) !== null;
      }),
    );
  });

  it.each(['GIÂY CHƯNG SINH', 'GIẤY CHUNGSINH', 'G1ẤY CHỨNG 5INH', 'GlÁY CHÚNG SNH'])(
    'takes %s for the phrase',
    (text) => {
      expect(matchAtStart(phrase!, squeeze(text))).not.toBeNull();
    },
  );

  it.each(['GIẤY KHAI SINH', 'GIẤY CHỨNG TỬ', 'TỜ KHAI'])('does not take %s for it', (text) => {
    expect(matchAtStart(phrase!, squeeze(text))).toBeNull();
  });

  it('cuts long wordings between words', () => {
    const pieces = compilePhrases('đơn đề nghị cấp lại, cấp đổi giấy chứng nhận quyền sử dụng đất');
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.letters.length <= 31)).toBe(true);
  });
});
