/** Lists the characters of a PDF page in the order that PDFium reads them, with what speaks against believing them. */
import type { PageRect } from './page-geometry.ts';
import type { PdfPage } from './pdf-page.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

export interface Character {
  readonly kind: 'letter' | 'space' | 'line-end';
  readonly text: string;
  readonly bounds: PageRect;
}

export interface PageCharacters {
  readonly characters: readonly Character[];
  /** Glyphs that the font gives no Unicode for. */
  readonly unknown: number;
  /** Letters that do not stand upright on the shown page. */
  readonly turned: number;
  /** Set in a font of the time before Unicode: the codes are other letters (TCVN3, VNI). */
  readonly legacyFont: boolean;
  readonly fontMissing: boolean;
}

interface FontFacts {
  readonly embedded: boolean;
  readonly legacy: boolean;
}

/** A page of a phone book has 20,000. */
const MAX_CHARACTERS = 100_000;
const LEGACY_FONT = /^([A-Z]{6}\+)?(\.Vn|VNI[-_ ]|VNtimes|VPS[-_ ])/i;
/** PDFium's mark for a hyphen at a line's end. */
const LINE_END_HYPHENS = new Set([0x02, 0xfffe]);
const QUARTER_TURN = Math.PI / 2;
const UPRIGHT_TOLERANCE = 0.1;

/** @param texts the text objects that are seen on the page */
export function listCharacters(pdfium: Pdfium, page: PdfPage, texts: ReadonlySet<Pointer>): PageCharacters {
  const { calls } = pdfium;
  const textPage = calls.FPDFText_LoadPage(page.handle);
  const fonts = new Map<Pointer, FontFacts>();
  const characters: Character[] = [];
  let unknown = 0;
  let turned = 0;
  let legacyFont = false;
  let fontMissing = false;
  const count = Math.min(MAX_CHARACTERS, calls.FPDFText_CountChars(textPage));
  for (let index = 0; index < count; index++) {
    const code = calls.FPDFText_GetUnicode(textPage, index);
    const bounds = boundsOf(pdfium, textPage, index);
    if (code === 0x0d || code === 0x0a) characters.push({ kind: 'line-end', text: '', bounds });
    else if (isWhiteSpace(code)) characters.push({ kind: 'space', text: '', bounds });
    else {
      const object = calls.FPDFText_GetTextObject(textPage, index);
      if (!texts.has(object)) continue;
      if (isUnknown(code) || calls.FPDFText_HasUnicodeMapError(textPage, index) === 1) unknown++;
      if (!isUpright(calls.FPDFText_GetCharAngle(textPage, index), page.quarterTurns)) turned++;
      const font = fonts.get(object) ?? readFont(pdfium, object);
      fonts.set(object, font);
      legacyFont ||= font.legacy;
      fontMissing ||= !font.embedded && (font.legacy || code > 0xff);
      const text = LINE_END_HYPHENS.has(code) ? '-' : String.fromCodePoint(code);
      characters.push({ kind: 'letter', text, bounds });
    }
  }
  calls.FPDFText_ClosePage(textPage);
  return { characters, unknown, turned, legacyFont, fontMissing };
}

function readFont(pdfium: Pdfium, text: Pointer): FontFacts {
  const { calls } = pdfium;
  const font = calls.FPDFTextObj_GetFont(text);
  const name = pdfium.readBuffer((at, length) => calls.FPDFFont_GetBaseFontName(font, at, length));
  const legacy = LEGACY_FONT.test(new TextDecoder().decode(name.subarray(0, -1)));
  return { embedded: calls.FPDFFont_GetIsEmbedded(font) !== 0, legacy };
}

function boundsOf(pdfium: Pdfium, textPage: Pointer, index: number): PageRect {
  const bounds = pdfium.readFloats(4, (base) =>
    pdfium.calls.FPDFText_GetLooseCharBox(textPage, index, base!),
  );
  const [left, top, right, bottom] = bounds ?? [0, 0, 0, 0];
  return { left: left!, top: top!, right: right!, bottom: bottom! };
}

/** Unassigned, replacement and private-use codes say nothing about the letter. */
function isUnknown(code: number): boolean {
  return code === 0 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff);
}

function isWhiteSpace(code: number): boolean {
  return /[\s\u200b]/u.test(String.fromCodePoint(code));
}

/** PDFium counts angles clockwise like the page's own turn, which puts text upright that was written against it. */
function isUpright(angle: number, quarterTurns: number): boolean {
  const shown = angle + quarterTurns * QUARTER_TURN;
  return Math.abs(Math.sin(shown)) < UPRIGHT_TOLERANCE && Math.cos(shown) > 0;
}
