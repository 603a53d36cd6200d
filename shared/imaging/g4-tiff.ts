/** Bilevel pages as TIFF files of exactly one CCITT Group 4 strip, the form that a PDF takes over without recoding. */
import sharp from 'sharp';
import { DigitizationError } from '../errors/digitization-error.ts';
import { openTiff, readDirectory } from './tiff-directory.ts';

export interface G4Page {
  readonly widthPx: number;
  readonly heightPx: number;
  /** ITU-T T.6 data, most significant bit first. */
  readonly data: Uint8Array;
  /** TIFF 6.0, tag 262: true when zero bits (T.6 white runs) are black ink. */
  readonly blackIsZero: boolean;
}

const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
} as const;
const SHORT = 3;
const LONG = 4;
const HEADER_BYTES = 8;

/** Header and directory before the strip, little-endian. */
export function wrapG4({ widthPx, heightPx, data, blackIsZero }: G4Page): Uint8Array {
  const entries: readonly [tag: number, type: number, value: number][] = [
    [TAG.width, LONG, widthPx],
    [TAG.height, LONG, heightPx],
    [TAG.bitsPerSample, SHORT, 1],
    [TAG.compression, SHORT, 4],
    [TAG.photometric, SHORT, blackIsZero ? 1 : 0],
    [TAG.stripOffsets, LONG, 0],
    [TAG.samplesPerPixel, SHORT, 1],
    [TAG.rowsPerStrip, LONG, heightPx],
    [TAG.stripByteCounts, LONG, data.length],
  ];
  const stripOffset = HEADER_BYTES + 2 + entries.length * 12 + 4;
  const bytes = new Uint8Array(stripOffset + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x49492a00);
  view.setUint32(4, HEADER_BYTES, true);
  view.setUint16(HEADER_BYTES, entries.length, true);
  entries.forEach(([tag, type, value], index) => {
    const at = HEADER_BYTES + 2 + index * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, 1, true);
    view.setUint32(at + 8, tag === TAG.stripOffsets ? stripOffset : value, true);
  });
  bytes.set(data, stripOffset);
  return bytes;
}

/** Codes pixels that are all black (0) or white (255), one byte each, without loss. */
export async function encodeG4(pixels: Uint8Array, widthPx: number, heightPx: number): Promise<Uint8Array> {
  const tiff = await sharp(pixels, {
    raw: { width: widthPx, height: heightPx, channels: 1 },
    limitInputPixels: false,
  })
    .toColourspace('b-w')
    // A strip as tall as the page: PDF has no strips.
    .tiff({
      compression: 'ccittfax4',
      bitdepth: 1,
      miniswhite: true,
      tileWidth: widthPx,
      tileHeight: heightPx,
    })
    .toBuffer();
  return wrapG4({ widthPx, heightPx, data: onlyStrip(tiff), blackIsZero: false });
}

/** Pixels of a wrapped strip, 0 or 255; null when its runs do not add up to rows or end before the last row. */
export async function decodeG4(tiff: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(tiff, { failOn: 'warning', limitInputPixels: false })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
  } catch {
    return null;
  }
}

/** Bits of every byte turned round: FillOrder 2 (TIFF 6.0, tag 266) into the order that everybody reads. */
export function reverseBits(data: Uint8Array): Uint8Array {
  return data.map((byte) => REVERSED[byte]!);
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
});

function onlyStrip(tiff: Uint8Array): Uint8Array {
  const block = openTiff(tiff);
  const directory =
    block &&
    readDirectory(block, block.firstDirectory, new Set<number>([TAG.stripOffsets, TAG.stripByteCounts]));
  const offsets = directory?.fields.get(TAG.stripOffsets);
  const counts = directory?.fields.get(TAG.stripByteCounts);
  if (offsets?.length !== 1 || counts?.length !== 1)
    throw new DigitizationError('unexpected', { at: 'g4-strip' });
  return tiff.subarray(offsets[0]!, offsets[0]! + counts[0]!);
}
