/** Finds the dictionary text before a stream in a PDF file by the stream's own bytes: PDFium tells nothing of masks. */

const HEAD_BYTES = 48;
const DICTIONARY_WINDOW = 4096;
/** Entries of an image dictionary that change what its samples mean (ISO 32000-1, table 89). */
const MEANING_CHANGERS = ['/SMask', '/Mask', '/ImageMask', '/Decode ', '/Decode[', '/ColorTransform'];

export interface ImageMeaning {
  /** Samples are paint through a stencil, or are seen through a mask. */
  readonly masked: boolean;
  /** Samples are mapped before they are colours. */
  readonly mapped: boolean;
}

const PLAIN: ImageMeaning = { masked: false, mapped: false };
const NOT_FOUND: ImageMeaning = { masked: true, mapped: true };

export class StreamDictionaries {
  readonly #file: Buffer;
  readonly #allPlain: boolean;
  #lastFound = 0;

  constructor(file: Uint8Array) {
    this.#file = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    // Names of stream dictionaries are never compressed or encrypted.
    this.#allPlain = !MEANING_CHANGERS.some((name) => this.#file.includes(name, 0, 'latin1'));
  }

  /** @param readEncoded the stream as it stands in the file; what is not found (inline, decrypted) counts as masked */
  meaningOf(readEncoded: () => Uint8Array): ImageMeaning {
    if (this.#allPlain) return PLAIN;
    const text = this.#textBefore(readEncoded());
    if (text === null) return NOT_FOUND;
    return {
      masked: /\/SMask\b|\/Mask\b|\/ImageMask\s+true/.test(text),
      mapped: /\/ColorTransform\b/.test(text) || !hasDefaultDecode(text),
    };
  }

  #textBefore(encoded: Uint8Array): string | null {
    // Pages mostly follow one another: begin where the last one was.
    const at = this.#find(encoded, this.#lastFound) ?? this.#find(encoded, 0);
    if (at === null) return null;
    this.#lastFound = at;
    const window = this.#file.toString('latin1', Math.max(0, at - DICTIONARY_WINDOW), at);
    return window.slice(window.lastIndexOf(' obj') + 1);
  }

  #find(encoded: Uint8Array, from: number): number | null {
    const head = encoded.subarray(0, HEAD_BYTES);
    for (let at = this.#file.indexOf(head, from); at >= 0; at = this.#file.indexOf(head, at + 1)) {
      const before = this.#file.toString('latin1', Math.max(0, at - 8), at);
      if (/stream\r?\n$/.test(before) && this.#file.subarray(at, at + encoded.length).equals(encoded))
        return at;
    }
    return null;
  }
}

function hasDefaultDecode(text: string): boolean {
  const decode = /\/Decode\s*\[([^\]]*)\]/.exec(text)?.[1];
  return decode === undefined || /^\s*(0(\.0*)?\s+1(\.0*)?\s*)+$/.test(decode);
}
