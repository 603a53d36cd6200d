/** A TrueType font of one glyph that has a box but no ink: it gives invisible words their places. */

/** Figures of the font in thousandths of its size; one em of height is shared out above and below the baseline. */
export const GLYPH_ADVANCE = 500;
export const FONT_ASCENT = 800;
export const FONT_DESCENT = -200;
/** The glyph that every character uses; glyph 0 is the one for characters that a font has not. */
export const BOX_GLYPH = 1;
const UNITS_PER_EM = 1000;
const GLYPH_COUNT = 2;
const POINT_COUNT = 3;

/**
 * Builds the font program: the six tables that ISO 32000-1, 9.9 asks of a font that is reached by glyph id. Apple's
 * and Microsoft's TrueType specifications name the fields.
 */
export function buildGlyphlessFont(): Uint8Array {
  const glyf = boxGlyph();
  const head = table(54, [
    [0, 0x00010000, 4],
    [12, 0x5f0f3cf5, 4],
    [18, UNITS_PER_EM, 2],
    [38, FONT_DESCENT, 2],
    [40, GLYPH_ADVANCE, 2],
    [42, FONT_ASCENT, 2],
    [46, 8, 2],
    [48, 2, 2],
  ]);
  const hhea = table(36, [
    [0, 0x00010000, 4],
    [4, FONT_ASCENT, 2],
    [6, FONT_DESCENT, 2],
    [10, GLYPH_ADVANCE, 2],
    [16, GLYPH_ADVANCE, 2],
    [34, 1, 2],
  ]);
  const maxp = table(32, [
    [0, 0x00010000, 4],
    [4, GLYPH_COUNT, 2],
    [6, POINT_COUNT, 2],
    [8, 1, 2],
    [14, 2, 2],
  ]);
  // One advance serves both glyphs; the second only states a side bearing of nought.
  const hmtx = table(6, [[0, GLYPH_ADVANCE, 2]]);
  // In units of two bytes: glyph 0 has none, glyph 1 has them all.
  const loca = table(6, [[4, glyf.length / 2, 2]]);
  return assemble({ glyf, head, hhea, hmtx, loca, maxp });
}

/**
 * A stroke from corner to corner and back: it covers nothing, yet spans the whole box. pdfium, and so Chrome, drops
 * words of one letter whose glyph spans nothing, and marks found words by these spans.
 */
function boxGlyph(): Uint8Array {
  const height = FONT_ASCENT - FONT_DESCENT;
  return table(30, [
    [0, 1, 2],
    [4, FONT_DESCENT, 2],
    [6, GLYPH_ADVANCE, 2],
    [8, FONT_ASCENT, 2],
    [10, POINT_COUNT - 1, 2],
    [14, 0x01, 1],
    [15, 0x01, 1],
    [16, 0x01, 1],
    [19, GLYPH_ADVANCE, 2],
    [21, -GLYPH_ADVANCE, 2],
    [23, FONT_DESCENT, 2],
    [25, height, 2],
    [27, -height, 2],
  ]);
}

/** Offset, value and width in bytes of the fields that are not nought. */
type Field = readonly number[];

function table(length: number, fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [offset, value, width] of fields) {
    if (width === 4) view.setUint32(offset!, value!);
    else if (width === 2) view.setUint16(offset!, value! & 0xffff);
    else view.setUint8(offset!, value!);
  }
  return bytes;
}

function assemble(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  const directoryLength = 12 + 16 * entries.length;
  const length = entries.reduce((sum, [, body]) => sum + padded(body.length), directoryLength);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  const searchRange = 16 * 2 ** Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, searchRange);
  view.setUint16(8, Math.floor(Math.log2(entries.length)));
  view.setUint16(10, 16 * entries.length - searchRange);
  let offset = directoryLength;
  entries.forEach(([tag, body], index) => {
    const at = 12 + 16 * index;
    for (let i = 0; i < 4; i++) file[at + i] = tag.charCodeAt(i);
    file.set(body, offset);
    view.setUint32(at + 4, checksum(view, offset, padded(body.length)));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, body.length);
    offset += padded(body.length);
  });
  const headOffset = view.getUint32(12 + 16 * entries.findIndex(([tag]) => tag === 'head') + 8);
  view.setUint32(headOffset + 8, (0xb1b0afba - checksum(view, 0, length)) >>> 0);
  return file;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
