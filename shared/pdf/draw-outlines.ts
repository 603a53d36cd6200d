/** Draws lines of text as filled outlines of a font: ink that no reader takes for words, and no font to embed. */
import fontkit, { type Font, type Glyph } from '@pdf-lib/fontkit';
import { formatNumber } from './format-number.ts';

/** What @pdf-lib/fontkit keeps of an outline, in font units; its types do not name it. */
interface OutlineStep {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

export class OutlineFont {
  readonly #font: Font;

  /** @param bytes a TrueType file. */
  constructor(bytes: Uint8Array) {
    this.#font = fontkit.create(bytes);
  }

  /** Width in em. */
  measure(text: string): number {
    return this.#font.layout(this.#drawable(text)).advanceWidth / this.#font.unitsPerEm;
  }

  /** Operators that fill `text` with the current colour, its baseline from (x, y); `size` is one em. */
  draw(text: string, x: number, y: number, size: number): string {
    const { glyphs, positions } = this.#font.layout(this.#drawable(text));
    const scale = formatNumber(size / this.#font.unitsPerEm, 6);
    const operators = [`q ${scale} 0 0 ${scale} ${formatNumber(x)} ${formatNumber(y)} cm`];
    glyphs.forEach((glyph, index) => {
      const { xOffset, yOffset, xAdvance } = positions[index]!;
      // Each letter from its own origin: the same letter is then the same text again, which packs well.
      operators.push(
        `q 1 0 0 1 ${formatNumber(xOffset)} ${formatNumber(yOffset)} cm`,
        ...outlineOf(glyph),
        'f Q',
        `1 0 0 1 ${formatNumber(xAdvance)} 0 cm`,
      );
    });
    return `${operators.join('\n')}\nQ\n`;
  }

  /** A name that somebody typed must not keep a file from being made. */
  #drawable(text: string): string {
    return [...text.normalize('NFC')]
      .map((character) => (this.#font.hasGlyphForCodePoint(character.codePointAt(0)!) ? character : '?'))
      .join('');
  }
}

function outlineOf(glyph: Glyph): string[] {
  const { commands } = glyph.path as unknown as { readonly commands: readonly OutlineStep[] };
  let [fromX, fromY] = [0, 0];
  return commands.map(({ command, args: points }) => {
    const [startX, startY] = [fromX, fromY];
    if (points.length > 0) [fromX, fromY] = points.slice(-2) as [number, number];
    switch (command) {
      case 'moveTo':
        return write(points, 'm');
      case 'lineTo':
        return write(points, 'l');
      case 'bezierCurveTo':
        return write(points, 'c');
      case 'quadraticCurveTo':
        return write(toCubic([startX, startY, ...points]), 'c');
      default:
        return 'h';
    }
  });
}

/** PDF knows cubic curves only: their handles lie two thirds of the way to the quadratic's. */
function toCubic(curve: readonly number[]): number[] {
  const [startX, startY, handleX, handleY, endX, endY] = curve as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const twoThirds = (from: number, to: number) => from + (2 / 3) * (to - from);
  return [
    twoThirds(startX, handleX),
    twoThirds(startY, handleY),
    twoThirds(endX, handleX),
    twoThirds(endY, handleY),
    endX,
    endY,
  ];
}

function write(points: readonly number[], operator: string): string {
  return `${points.map((value) => formatNumber(value, 0)).join(' ')} ${operator}`;
}
