/** Takes the Group 4 fax data out of a one-strip bilevel TIFF where PDF can read it as it is. */
import { reverseBits } from '../imaging/g4-tiff.ts';
import { openTiff, readDirectory } from '../imaging/tiff-directory.ts';

export interface G4Strip {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The coded runs called black are white paper (PhotometricInterpretation BlackIsZero). */
  readonly inverted: boolean;
  readonly data: Uint8Array;
}

/** TIFF 6.0, sections 8 and 11. */
const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffset: 273,
  samplesPerPixel: 277,
  stripByteCount: 279,
  t6Options: 293,
} as const;
const COMPRESSION_G4 = 4;

/** The only strip of the first page, bits in the order of PDF; null where the page is anything else. */
export function readG4Strip(bytes: Uint8Array): G4Strip | null {
  const tag = readSingleTags(bytes);
  const { width, height, stripOffset, stripByteCount, photometric } = tag;
  if (!width || !height || !stripOffset || !stripByteCount) return null;
  if (stripOffset + stripByteCount > bytes.length) return null;
  if (tag.compression !== COMPRESSION_G4 || (tag.t6Options ?? 0) !== 0) return null;
  if ((tag.bitsPerSample ?? 1) !== 1 || (tag.samplesPerPixel ?? 1) !== 1) return null;
  if (photometric !== 0 && photometric !== 1) return null;
  const data = bytes.subarray(stripOffset, stripOffset + stripByteCount);
  return {
    widthPx: width,
    heightPx: height,
    inverted: photometric === 1,
    data: tag.fillOrder === 2 ? reverseBits(data) : data,
  };
}

/** Several values to a tag mean several strips or channels: such a tag is left out. */
function readSingleTags(bytes: Uint8Array): Partial<Record<keyof typeof TAG, number>> {
  const block = openTiff(bytes);
  const directory = block && readDirectory(block, block.firstDirectory, new Set(Object.values(TAG)));
  const entries = Object.entries(TAG).map(([name, tag]) => {
    const values = directory?.fields.get(tag);
    return [name, values?.length === 1 ? values[0] : undefined];
  });
  return Object.fromEntries(entries);
}
