import { describe, expect, it } from 'vitest';
import type { Line } from '../../../shared/domain/page-text.ts';
import { CharacterCodes } from '../../../shared/pdf/character-codes.ts';
import { drawTextLayer } from '../../../shared/pdf/text-layer.ts';
import { sampleFrame, sampleLine } from '../../support/sample-paper.ts';

const frame = sampleFrame(800, 600);

function draw(lines: readonly Line[], codes = new CharacterCodes()): string {
  return drawTextLayer({ frame, lines }, 'F', codes);
}

describe('drawTextLayer', () => {
  it('writes nothing for a page without words', () => {
    expect(draw([])).toBe('');
    expect(draw([{ words: [], box: { x: 0, y: 0, width: 0, height: 0 } }])).toBe('');
  });

  it('places one word by one matrix and one stretch, invisibly', () => {
    // Two glyphs of half a 30 px em are 30 px wide; the word is 28 px. The baseline is a fifth of an em up.
    expect(draw([sampleLine(100, 50, 'ab')])).toBe(
      'BT\n3 Tr\n/F 30 Tf\n1 0 0 1 100 526 Tm 93.333 Tz <00010002> Tj\nET\n',
    );
  });

  it('fills the gap between two words with a space', () => {
    expect(draw([sampleLine(100, 50, 'a b')])).toContain(
      '<0001> Tj\n66.667 Tz <0002> Tj\n1 0 0 1 124 526 Tm',
    );
  });

  it('composes what comes decomposed', () => {
    const codes = new CharacterCodes();
    draw([sampleLine(0, 0, 'Ấ'.normalize('NFD'))], codes);
    expect(codes.count).toBe(1);
    expect(codes.toUnicode()).toContain('<1EA4>');
  });

  it('lets a hyphen at the end of a line, and only there, carry a space', () => {
    const codes = new CharacterCodes();
    draw([sampleLine(0, 0, 'a- -')], codes);
    expect(codes.toUnicode()).toContain('<002D>');
    expect(codes.toUnicode()).toContain('<002D00A0>');
  });

  it('lets the end of a line carry a space where the next line stands beside it', () => {
    const meet = (second: Line) => {
      const codes = new CharacterCodes();
      draw([sampleLine(400, 100, 'x'), second], codes);
      return codes.toUnicode().includes('<007800A0>');
    };
    expect(meet(sampleLine(0, 110, 'y'))).toBe(true);
    expect(meet(sampleLine(600, 90, 'y'))).toBe(true);
    expect(meet(sampleLine(0, 140, 'y'))).toBe(false);
  });

  it.each(['a\u0007', 'b\uD800'])('refuses what cannot be written: %j', (text) => {
    expect(() => draw([sampleLine(0, 0, text)])).toThrowError(
      expect.objectContaining({ code: 'glyph-missing' }),
    );
  });
});
