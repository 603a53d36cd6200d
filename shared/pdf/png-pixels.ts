/** Takes the compressed pixels out of a PNG where PDF can read them as they are. */

export interface PngPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerComponent: 1 | 2 | 4 | 8;
  readonly components: 1 | 3;
  /** Red, green, blue of each colour where the pixels are numbers of colours. */
  readonly palette: Uint8Array | null;
  /** One zlib stream, rows with PNG's own predictors. */
  readonly deflated: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const COLOUR_TYPES = { 0: 'grey', 2: 'rgb', 3: 'palette' } as const;

/** Null where the pixels have to be coded anew: alpha or a transparent colour, interlaced rows, 16 bits, no plain file. */
export function readPngPixels(bytes: Uint8Array): PngPixels | null {
  if (bytes.length < 33 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let palette: Uint8Array | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'tRNS') return null;
    if (type === 'PLTE') palette = body;
    if (type === 'IDAT') parts.push(body);
    if (type === 'IEND') break;
    at += 12 + length;
  }
  const widthPx = view.getUint32(16);
  const heightPx = view.getUint32(20);
  const bitsPerComponent = bytes[24]!;
  const colour = COLOUR_TYPES[bytes[25] as keyof typeof COLOUR_TYPES];
  const interlaced = bytes[28] !== 0;
  if (colour === undefined || interlaced || parts.length === 0) return null;
  if (!isPdfDepth(bitsPerComponent)) return null;
  if (colour === 'palette' && (palette === null || palette.length < 3 || palette.length % 3 !== 0))
    return null;
  return {
    widthPx,
    heightPx,
    bitsPerComponent,
    components: colour === 'rgb' ? 3 : 1,
    palette: colour === 'palette' ? palette : null,
    deflated: concatenate(parts),
  };
}

/** Sixteen bits a component came with PDF 1.5. */
function isPdfDepth(bits: number): bits is PngPixels['bitsPerComponent'] {
  return bits === 1 || bits === 2 || bits === 4 || bits === 8;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
