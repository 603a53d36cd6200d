/** Walks the chunks of a PNG (PNG 1.2, chapter 3) without decoding: header, check sums, and whether it is whole. */
import { crc32 } from 'node:zlib';

export interface PngStructure {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerChannel: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colourType: number;
  /** A whole alpha channel, or a transparent colour. */
  readonly transparent: boolean;
  readonly animated: boolean;
  readonly pixelsPerMetre: number | null;
  readonly exif: Uint8Array | null;
  /** A check sum of a chunk that the picture does not need is wrong. */
  readonly metadataDamaged: boolean;
  /** Behind IEND. */
  readonly endOffset: number;
}

const SIGNATURE_BYTES = 8;
const FRAME_BYTES = 12;
const HEADER_BYTES = 13;

/** Null when the file is cut short, or a chunk that the picture needs is missing or does not fit its check sum. */
export function readPngStructure(bytes: Uint8Array): PngStructure | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Uint8Array | null = null;
  let transparent = false;
  let animated = false;
  let pixelsPerMetre: number | null = null;
  let exif: Uint8Array | null = null;
  let metadataDamaged = false;
  let hasData = false;
  for (let at = SIGNATURE_BYTES; at + FRAME_BYTES <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const payload = bytes.subarray(at + 8, at + 8 + length);
    const sound = crc32(bytes.subarray(at + 4, at + 8 + length)) === view.getUint32(end - 4);
    const critical = (bytes[at + 4]! & 0x20) === 0;
    if (!sound && critical) return null;
    if (!sound) metadataDamaged = true;
    else if (type === 'IHDR' && length === HEADER_BYTES) header = payload;
    else if (type === 'tRNS') transparent = true;
    else if (type === 'acTL') animated = true;
    else if (type === 'pHYs') pixelsPerMetre = readPixelsPerMetre(payload);
    else if (type === 'eXIf') exif = payload;
    else if (type === 'IDAT') hasData = true;
    else if (type === 'IEND') {
      if (header === null || !hasData) return null;
      return {
        ...readHeader(header),
        transparent: transparent || header[9] === 4 || header[9] === 6,
        animated,
        pixelsPerMetre,
        exif,
        metadataDamaged,
        endOffset: end,
      };
    }
    at = end;
  }
  return null;
}

/** The first chunk says the size even of a file that is cut short: enough to refuse a bomb. */
export function readPngSize(bytes: Uint8Array): { widthPx: number; heightPx: number } | null {
  if (bytes.length < SIGNATURE_BYTES + 8 + HEADER_BYTES) return null;
  const { widthPx, heightPx } = readHeader(bytes.subarray(SIGNATURE_BYTES + 8));
  return { widthPx, heightPx };
}

function readHeader(header: Uint8Array) {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  return {
    widthPx: view.getUint32(0),
    heightPx: view.getUint32(4),
    bitsPerChannel: view.getUint8(8),
    colourType: view.getUint8(9),
  };
}

function readPixelsPerMetre(payload: Uint8Array): number | null {
  if (payload.length !== 9 || payload[8] !== 1) return null;
  return new DataView(payload.buffer, payload.byteOffset, payload.byteLength).getUint32(0);
}
