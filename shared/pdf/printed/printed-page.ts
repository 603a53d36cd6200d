/** An A4 page to print: text in an embedded Vietnamese font, lines, boxes and codes, placed in millimetres from the top left. */
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { CodeModules } from '../../imaging/barcode-writer.ts';
import { wrapText } from '../wrap-text.ts';

export interface PrintFonts {
  /** TrueType files that cover Vietnamese. */
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface TextStyle {
  readonly sizePt: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'centre' | 'right';
}

const PT_PER_MM = 72 / 25.4;
export const PAGE_WIDTH_MM = 210;
export const PAGE_HEIGHT_MM = 297;
const LINE_HEIGHT = 1.32;
const MM_PER_PT = 1 / PT_PER_MM;
const BLACK = rgb(0, 0, 0);

export class PrintedDocument {
  readonly #document: PDFDocument;
  readonly #regular: PDFFont;
  readonly #bold: PDFFont;

  private constructor(document: PDFDocument, regular: PDFFont, bold: PDFFont) {
    this.#document = document;
    this.#regular = regular;
    this.#bold = bold;
  }

  static async create(title: string, fonts: PrintFonts, createdAt: Date): Promise<PrintedDocument> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit);
    document.setTitle(title);
    document.setLanguage('vi');
    document.setCreationDate(createdAt);
    document.setModificationDate(createdAt);
    return new PrintedDocument(
      document,
      await document.embedFont(fonts.regular, { subset: true }),
      await document.embedFont(fonts.bold, { subset: true }),
    );
  }

  addPage(): PrintedPage {
    const size: [number, number] = [PAGE_WIDTH_MM * PT_PER_MM, PAGE_HEIGHT_MM * PT_PER_MM];
    return new PrintedPage(this.#document.addPage(size), this.#regular, this.#bold);
  }

  save(): Promise<Uint8Array> {
    return this.#document.save();
  }
}

export class PrintedPage {
  readonly #page: PDFPage;
  readonly #regular: PDFFont;
  readonly #bold: PDFFont;

  constructor(page: PDFPage, regular: PDFFont, bold: PDFFont) {
    this.#page = page;
    this.#regular = regular;
    this.#bold = bold;
  }

  /** Wraps at `widthMm`; returns the height that was used, in mm. `yMm` is the top of the first line. */
  text(content: string, xMm: number, yMm: number, widthMm: number, style: TextStyle): number {
    const font = style.bold ? this.#bold : this.#regular;
    const measure = (text: string) => font.widthOfTextAtSize(text, style.sizePt);
    const lines = wrapText(drawable(content, font), measure, widthMm * PT_PER_MM);
    const lineMm = style.sizePt * LINE_HEIGHT * MM_PER_PT;
    for (const [index, line] of lines.entries()) {
      const spareMm = widthMm - measure(line) * MM_PER_PT;
      const indentMm = style.align === 'centre' ? spareMm / 2 : style.align === 'right' ? spareMm : 0;
      this.#page.drawText(line, {
        x: (xMm + indentMm) * PT_PER_MM,
        y: (PAGE_HEIGHT_MM - yMm - (index + 0.8) * lineMm) * PT_PER_MM,
        size: style.sizePt,
        font,
        color: BLACK,
      });
    }
    return lines.length * lineMm;
  }

  line(fromXMm: number, fromYMm: number, toXMm: number, toYMm: number, thicknessMm = 0.25): void {
    const point = (xMm: number, yMm: number) => ({
      x: xMm * PT_PER_MM,
      y: (PAGE_HEIGHT_MM - yMm) * PT_PER_MM,
    });
    this.#page.drawLine({
      start: point(fromXMm, fromYMm),
      end: point(toXMm, toYMm),
      thickness: thicknessMm * PT_PER_MM,
      color: BLACK,
    });
  }

  /** Stretches the modules over the box; runs of dark ones are drawn in one piece, so that no seams show. */
  code(modules: CodeModules, xMm: number, yMm: number, widthMm: number, heightMm: number): void {
    const cellHeightMm = heightMm / modules.length;
    for (const [row, cells] of modules.entries()) {
      const cellWidthMm = widthMm / cells.length;
      for (let from = 0; from < cells.length; from++) {
        if (!cells[from]) continue;
        let to = from;
        while (cells[to]) to++;
        this.#page.drawRectangle({
          x: (xMm + from * cellWidthMm) * PT_PER_MM,
          y: (PAGE_HEIGHT_MM - yMm - (row + 1) * cellHeightMm) * PT_PER_MM,
          width: (to - from) * cellWidthMm * PT_PER_MM,
          height: cellHeightMm * PT_PER_MM,
          color: BLACK,
        });
        from = to;
      }
    }
  }
}

const characters = new WeakMap<PDFFont, ReadonlySet<number>>();

function charactersOf(font: PDFFont): ReadonlySet<number> {
  const known = characters.get(font) ?? new Set(font.getCharacterSet());
  characters.set(font, known);
  return known;
}

/** Composed, one line; a character that the font cannot draw is an error, not a box. */
function drawable(content: string, font: PDFFont): string {
  const text = content.normalize('NFC').replace(/\s+/g, ' ').trim();
  const known = charactersOf(font);
  for (const character of text) {
    if (!known.has(character.codePointAt(0)!)) {
      throw new DigitizationError('glyph-missing', { codePoint: character.codePointAt(0)! });
    }
  }
  return text;
}
