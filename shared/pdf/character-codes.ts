/** Gives each character of a paper a two-byte code and writes down which character a code stands for. */
import { DigitizationError } from '../errors/digitization-error.ts';

// C0 and C1 controls and lone surrogates cannot be text; U+FFFE and U+FFFF are no characters.
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
/** ISO 32000-1, 9.10.3: at most a hundred entries in one block. */
const BLOCK_SIZE = 100;

export class CharacterCodes {
  readonly #codes = new Map<string, number>();

  /** Codes count from 1, by first appearance. */
  get count(): number {
    return this.#codes.size;
  }

  /**
   * The code of a text that one glyph stands for, as four hex digits.
   * @throws DigitizationError `glyph-missing` for a control character or a lone surrogate.
   */
  hexCode(text: string): string {
    let code = this.#codes.get(text);
    if (code === undefined) {
      if (UNWRITABLE.test(text)) {
        throw new DigitizationError('glyph-missing', { codePoint: `U+${hex(text.codePointAt(0)!)}` });
      }
      code = this.#codes.size + 1;
      if (code > 0xffff) throw new DigitizationError('glyph-missing', { distinctCharacters: code });
      this.#codes.set(text, code);
    }
    return hex(code);
  }

  /** The ToUnicode CMap of all codes given so far (ISO 32000-1, 9.10.3). */
  toUnicode(): string {
    const entries = [...this.#codes].map(([text, code]) => `<${hex(code)}> <${utf16Hex(text)}>`);
    const blocks: string[] = [];
    for (let at = 0; at < entries.length; at += BLOCK_SIZE) {
      const block = entries.slice(at, at + BLOCK_SIZE);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
    }
    return (
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
      '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
      '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n' +
      blocks.join('') +
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
    );
  }
}

function utf16Hex(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i));
  return digits;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
