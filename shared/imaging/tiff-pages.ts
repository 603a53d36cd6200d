/** Lists the pages of a TIFF file (TIFF 6.0) from its directories alone, every offset checked, before any decoding. */
import { DigitizationError } from '../errors/digitization-error.ts';
import { dpiFromResolution, type Orientation, toOrientation } from './exif.ts';
import { openTiff, readDirectory, type TiffDirectory } from './tiff-directory.ts';

export interface TiffPage {
  /** Position in the chain of directories, from 0: thumbnails and masks count there. */
  readonly directory: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly compression: number;
  readonly photometric: number;
  readonly bitsPerSample: readonly number[];
  readonly samplesPerPixel: number;
  readonly planar: boolean;
  readonly fillOrder: number;
  readonly orientation: Orientation;
  readonly xDpi: number | null;
  readonly yDpi: number | null;
  readonly t6Options: number;
  /** Strips, or tiles, in reading order. */
  readonly parts: readonly { readonly offset: number; readonly length: number }[];
  readonly tiled: boolean;
  /** Quantisation and Huffman tables that JPEG strips share. */
  readonly tables: Uint8Array;
}

const TAG = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  t6Options: 293,
  resolutionUnit: 296,
  jpegTables: 347,
  tileOffsets: 324,
  tileByteCounts: 325,
} as const;
const WANTED: ReadonlySet<number> = new Set(Object.values(TAG));
/** Bit 0 a smaller copy of another page, bit 2 a transparency mask. */
const NO_PAGE_OF_ITS_OWN = 0b101;

/**
 * @param maxDirectories reading stops with `scan-too-many-pages` behind it
 * @throws DigitizationError `scan-damaged` for links in a circle or out of the file, `scan-too-many-pages`.
 */
export function listTiffPages(bytes: Uint8Array, maxDirectories: number): TiffPage[] {
  const block = openTiff(bytes);
  if (block === null) throw new DigitizationError('scan-damaged', { reason: 'header' });
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  for (let offset = block.firstDirectory; offset !== 0; ) {
    if (seen.has(offset)) throw new DigitizationError('scan-damaged', { reason: 'circular-directories' });
    if (seen.size >= maxDirectories)
      throw new DigitizationError('scan-too-many-pages', { maxPages: maxDirectories });
    const directory = readDirectory(block, offset, WANTED);
    if (directory === null) throw new DigitizationError('scan-damaged', { reason: 'directory-outside' });
    const page = readPage(directory, seen.size, bytes.length);
    if (page !== null) pages.push(page);
    seen.add(offset);
    offset = directory.next;
  }
  return pages;
}

function readPage({ fields }: TiffDirectory, directory: number, fileBytes: number): TiffPage | null {
  const one = (tag: number, fallback: number) => fields.get(tag)?.[0] ?? fallback;
  if ((one(TAG.subfileType, 0) & NO_PAGE_OF_ITS_OWN) !== 0) return null;
  const tiled = fields.has(TAG.tileOffsets);
  const offsets = fields.get(tiled ? TAG.tileOffsets : TAG.stripOffsets);
  const lengths = fields.get(tiled ? TAG.tileByteCounts : TAG.stripByteCounts);
  if (!offsets || !lengths || offsets.length !== lengths.length) {
    throw new DigitizationError('scan-damaged', { reason: 'strips', directory });
  }
  const parts = offsets.map((offset, index) => ({ offset, length: lengths[index]! }));
  if (parts.some((part) => part.offset + part.length > fileBytes || part.length === 0)) {
    throw new DigitizationError('scan-damaged', { reason: 'cut-short', directory });
  }
  const unit = one(TAG.resolutionUnit, 2);
  return {
    directory,
    widthPx: one(TAG.width, 0),
    heightPx: one(TAG.height, 0),
    compression: one(TAG.compression, 1),
    photometric: one(TAG.photometric, 0),
    bitsPerSample: fields.get(TAG.bitsPerSample) ?? [1],
    samplesPerPixel: one(TAG.samplesPerPixel, 1),
    planar: one(TAG.planar, 1) === 2,
    fillOrder: one(TAG.fillOrder, 1),
    orientation: toOrientation(fields.get(TAG.orientation)?.[0]),
    xDpi: dpiFromResolution(fields.get(TAG.xResolution)?.[0], unit),
    yDpi: dpiFromResolution(fields.get(TAG.yResolution)?.[0], unit),
    t6Options: one(TAG.t6Options, 0),
    parts,
    tiled,
    tables: Uint8Array.from(fields.get(TAG.jpegTables) ?? []),
  };
}
