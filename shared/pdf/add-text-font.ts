/** Adds the font of the invisible words to a document once all its pages have said which characters they need. */
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import type { CharacterCodes } from './character-codes.ts';
import { BOX_GLYPH, buildGlyphlessFont, FONT_ASCENT, FONT_DESCENT, GLYPH_ADVANCE } from './glyphless-font.ts';

const FONT_NAME = 'Glyphless';
/** Fixed pitch, and symbolic: its codes follow no standard set (ISO 32000-1, table 123). */
const FLAGS = 1 + 4;

/**
 * Puts a composite font for `codes` at `fontRef`. All codes share one glyph; the name bears no subset tag because the
 * font program is whole, so PDF/A-1 wants no CIDSet.
 */
export function addTextFont(context: PDFContext, fontRef: PDFRef, codes: CharacterCodes): void {
  const program = buildGlyphlessFont();
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: FONT_NAME,
    Flags: FLAGS,
    FontBBox: [0, FONT_DESCENT, GLYPH_ADVANCE, FONT_ASCENT],
    ItalicAngle: 0,
    Ascent: FONT_ASCENT,
    Descent: FONT_DESCENT,
    CapHeight: FONT_ASCENT,
    StemV: 0,
    FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: FONT_NAME,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: GLYPH_ADVANCE,
    CIDToGIDMap: context.register(context.flateStream(mapToBoxGlyph(codes.count))),
  });
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: FONT_NAME,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(codes.toUnicode())),
  });
  context.assign(fontRef, font);
}

/** CIDToGIDMap (ISO 32000-1, table 117): two bytes a code from 0 on; code 0 is not in use. */
function mapToBoxGlyph(codeCount: number): Uint8Array {
  const map = new Uint8Array(2 * (codeCount + 1));
  for (let code = 1; code <= codeCount; code++) map[2 * code + 1] = BOX_GLYPH;
  return map;
}
