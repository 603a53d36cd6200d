/** Takes the Group 4 fax data out of a one-strip bilevel TIFF where PDF can read it as it is. */
import { readTiffTags, TIFF_TAG } from './tiff-tags.ts';

export interface G4Strip {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The coded runs called black are white paper (PhotometricInterpretation BlackIsZero). */
  readonly inverted: boolean;
  readonly data: Uint8Array;
}

const COMPRESSION_G4 = 4;
/** The only strip (or tile) of the first page, bits in the order of PDF; null where the page is anything else. */
export function readG4Strip(bytes: Uint8Array): G4Strip | null {
  const tags = readTiffTags(bytes);
  if (tags === null) return null;
  const widthPx = tags.get(TIFF_TAG.width);
  const heightPx = tags.get(TIFF_TAG.height);
  const offset = tags.get(TIFF_TAG.stripOffsets) ?? tags.get(TIFF_TAG.tileOffsets);
  const length = tags.get(TIFF_TAG.stripByteCounts) ?? tags.get(TIFF_TAG.tileByteCounts);
  const photometric = tags.get(TIFF_TAG.photometric);
  if (!widthPx || !heightPx || !offset || !length || offset + length > bytes.length) return null;
  if (tags.get(TIFF_TAG.compression) !== COMPRESSION_G4 || (tags.get(TIFF_TAG.t6Options) ?? 0) !== 0)
    return null;
  if ((tags.get(TIFF_TAG.bitsPerSample) ?? 1) !== 1 || (tags.get(TIFF_TAG.samplesPerPixel) ?? 1) !== 1)
    return null;
  if (photometric !== 0 && photometric !== 1) return null;
  if (
    (tags.get(TIFF_TAG.tileWidth) ?? widthPx) !== widthPx ||
    (tags.get(TIFF_TAG.tileHeight) ?? heightPx) !== heightPx
  ) {
    return null;
  }
  const data = bytes.subarray(offset, offset + length);
  return {
    widthPx,
    heightPx,
    inverted: photometric === 1,
    data: tags.get(TIFF_TAG.fillOrder) === 2 ? data.map(reverseBits) : data,
  };
}

function reverseBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
}
