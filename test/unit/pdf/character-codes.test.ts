import { describe, expect, it } from 'vitest';
import { CharacterCodes } from '../../../shared/pdf/character-codes.ts';

describe('CharacterCodes', () => {
  it('numbers characters by first appearance and remembers them', () => {
    const codes = new CharacterCodes();
    expect(['Ấ', 'a', 'Ấ'].map((text) => codes.hexCode(text))).toEqual(['0001', '0002', '0001']);
    expect(codes.count).toBe(2);
  });

  it('writes characters beyond the basic plane as surrogate pairs', () => {
    const codes = new CharacterCodes();
    codes.hexCode('𡨸');
    expect(codes.toUnicode()).toContain('<0001> <D846DE38>');
  });

  it.each(['\u0000', '\t', '\u0085', '\uD800', 'x\uDC00', '\uFFFE'])('refuses %j', (text) => {
    expect(() => new CharacterCodes().hexCode(text)).toThrowError(
      expect.objectContaining({ code: 'glyph-missing' }),
    );
  });

  it('keeps to a hundred entries a block', () => {
    const codes = new CharacterCodes();
    for (let i = 0; i < 250; i++) codes.hexCode(String.fromCodePoint(0x4e00 + i));
    expect(codes.toUnicode().match(/\d+ beginbfchar/g)).toEqual([
      '100 beginbfchar',
      '100 beginbfchar',
      '50 beginbfchar',
    ]);
  });
});
