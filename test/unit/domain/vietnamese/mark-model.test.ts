import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logMisreadSyllable } from '../../../../shared/domain/vietnamese/mark-confusions.ts';
import {
  isKnownPair,
  logFollows,
  syllableId,
  syllablesWithLetters,
} from '../../../../shared/domain/vietnamese/mark-model.ts';
import {
  packCount,
  packPairs,
  unpackCount,
  unpackPairs,
} from '../../../../shared/domain/vietnamese/mark-model-packing.ts';
import { parseSyllable, spell, syllableKey } from '../../../../shared/domain/vietnamese/syllable.ts';

const rows = fc.array(
  fc.uniqueArray(fc.tuple(fc.nat({ max: 8000 }), fc.integer({ min: 1, max: 1 << 28 })), {
    selector: ([right]) => right,
    maxLength: 20,
  }),
  { minLength: 1, maxLength: 20 },
);

describe('the packed model', () => {
  it('gives back each pair, its count within 13 %', () => {
    fc.assert(
      fc.property(rows, (followers) => {
        const seen: [number, number, number][] = [];
        unpackPairs(packPairs(followers), (left, right, count) => seen.push([left, right, count]));
        const expected = followers.flatMap((row, left) =>
          [...row].sort((a, b) => a[0] - b[0]).map(([right, count]) => [left, right, count] as const),
        );
        expect(seen.map(([left, right]) => [left, right])).toEqual(
          expected.map(([left, right]) => [left, right]),
        );
        seen.forEach(([, , count], at) => {
          expect(Math.abs(count / expected[at]![2] - 1)).toBeLessThan(0.13);
        });
      }),
    );
  });

  it('is printable and needs no escape', () => {
    const packed =
      packPairs([
        [
          [91, 5],
          [8000, 1 << 28],
        ],
      ]) + packCount(1 << 28);
    expect(JSON.stringify(packed)).toBe(`"${packed}"`);
    expect(unpackCount(packCount(1))).toBe(1);
  });
});

describe('the counted texts', () => {
  const follows = (left: string, right: string) =>
    logFollows(
      ...([left, right].map((text) => syllableId(syllableKey(parseSyllable(text)!))) as [number, number]),
    );

  it('know what administrative Vietnamese says', () => {
    expect(follows('chuyển', 'nhượng')).toBeGreaterThan(follows('chuyến', 'nhượng') + 3);
    expect(follows('thủ', 'tục')).toBeGreaterThan(-1);
    expect(isKnownPair('quyên2', 'đinh5')).toBe(false);
  });

  it('hold possible syllables only, each under its letters', () => {
    for (const key of syllablesWithLetters('quyen'))
      expect(syllableKey(parseSyllable(spell(key))!)).toBe(key);
    expect(syllablesWithLetters('quyen')[0]).toBe('quyên1');
    expect(syllablesWithLetters('xyz')).toEqual([]);
  });

  it('give all that may follow a syllable no more than certainty', () => {
    const left = syllableId('quyên1');
    const all = ['đinh5', 'han5', 'sư3', 'va1', 'lơi5', 'tư5'].map((key) =>
      Math.exp(logFollows(left, syllableId(key))),
    );
    expect(all.reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
  });
});

describe('confusions', () => {
  it('expects a hook over another sign to be read as an acute, most of all in capitals', () => {
    expect(logMisreadSyllable('ể', 'ế', 95)).toBeGreaterThan(logMisreadSyllable('ế', 'ể', 95));
    expect(logMisreadSyllable('Ể', 'Ế', 92)).toBeGreaterThan(logMisreadSyllable('ể', 'ế', 92));
    expect(logMisreadSyllable('a', 'ẫ', 95)).toBeLessThan(logMisreadSyllable('ẫ', 'ấ', 95));
  });

  it('believes a sure engine', () => {
    expect(logMisreadSyllable('ờ', 'ơ', 97)).toBeLessThan(logMisreadSyllable('ờ', 'ơ', 80));
    expect(logMisreadSyllable('ờ', 'ờ', 10)).toBe(0);
  });
});
