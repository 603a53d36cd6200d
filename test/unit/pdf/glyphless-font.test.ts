import { describe, expect, it } from 'vitest';
import { BOX_GLYPH, buildGlyphlessFont } from '../../../shared/pdf/glyphless-font.ts';

const font = buildGlyphlessFont();
const view = new DataView(font.buffer);

function tables(): Map<string, { checksum: number; offset: number; length: number }> {
  const found = new Map<string, { checksum: number; offset: number; length: number }>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    found.set(tag, {
      checksum: view.getUint32(at + 4),
      offset: view.getUint32(at + 8),
      length: view.getUint32(at + 12),
    });
  }
  return found;
}

function sum(offset: number, length: number): number {
  let total = 0;
  for (let at = offset; at < offset + length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

describe('buildGlyphlessFont', () => {
  it('stays a few hundred bytes', () => {
    expect(font.length).toBeLessThan(400);
  });

  it('has the tables that PDF asks for, in order and with true checksums', () => {
    expect([...tables().keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(sum(0, font.length)).toBe(0xb1b0afba);
    for (const [tag, { checksum, offset, length }] of tables()) {
      if (tag !== 'head') expect(sum(offset, (length + 3) & ~3), tag).toBe(checksum);
    }
  });

  it('gives the shared glyph a box as high as the font and no area', () => {
    const loca = tables().get('loca')!.offset;
    const glyf = tables().get('glyf')!;
    const from = 2 * view.getUint16(loca + 2 * BOX_GLYPH);
    const to = 2 * view.getUint16(loca + 2 * BOX_GLYPH + 2);
    expect([from, to]).toEqual([0, glyf.length]);
    const box = [2, 4, 6, 8].map((at) => view.getInt16(glyf.offset + at));
    expect(box).toEqual([0, -200, 500, 800]);
    const steps = [17, 19, 21].map((at) => view.getInt16(glyf.offset + at));
    const rises = [23, 25, 27].map((at) => view.getInt16(glyf.offset + at));
    expect(steps).toEqual([0, 500, -500]);
    expect(rises).toEqual([-200, 1000, -1000]);
  });
});
