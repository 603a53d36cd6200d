/** Reads directories of a TIFF or EXIF block within bounds: wanted tags only, offsets checked, nothing followed. */

export interface TiffBlock {
  readonly view: DataView;
  readonly littleEndian: boolean;
  readonly firstDirectory: number;
}

export interface TiffDirectory {
  /** Values of the wanted integer and rational tags. */
  readonly fields: ReadonlyMap<number, readonly number[]>;
  /** Offset of the next directory; 0 at the end. */
  readonly next: number;
  /** A value that could not be read: out of the block, of an unknown type or absurdly many. */
  readonly damaged: boolean;
}

/** Bytes of one value by TIFF 6.0 field type. */
const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
};

/** One strip a row of an A0 sheet at 600 dpi. */
const MAX_VALUES = 30_000;
const ENTRY_BYTES = 12;

/** Null when the block has no TIFF header. */
export function openTiff(bytes: Uint8Array): TiffBlock | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const littleEndian = order === 0x4949;
  if (view.getUint16(2, littleEndian) !== 42) return null;
  return { view, littleEndian, firstDirectory: view.getUint32(4, littleEndian) };
}

/** Null when the directory itself does not lie within the block. */
export function readDirectory(
  block: TiffBlock,
  offset: number,
  wanted: ReadonlySet<number>,
): TiffDirectory | null {
  const { view, littleEndian } = block;
  if (offset < 8 || offset + 2 > view.byteLength) return null;
  const count = view.getUint16(offset, littleEndian);
  const end = offset + 2 + count * ENTRY_BYTES;
  if (end > view.byteLength) return null;
  const fields = new Map<number, readonly number[]>();
  let damaged = false;
  for (let entry = offset + 2; entry < end; entry += ENTRY_BYTES) {
    const values = readValues(block, entry, wanted.has(view.getUint16(entry, littleEndian)));
    if (values === null) damaged = true;
    else if (values.length > 0) fields.set(view.getUint16(entry, littleEndian), values);
  }
  // Some writers leave the last link out.
  const next = end + 4 <= view.byteLength ? view.getUint32(end, littleEndian) : 0;
  return { fields, next, damaged };
}

function readValues({ view, littleEndian }: TiffBlock, entry: number, wanted: boolean): number[] | null {
  const type = view.getUint16(entry + 2, littleEndian);
  const count = view.getUint32(entry + 4, littleEndian);
  const size = TYPE_BYTES[type];
  if (size === undefined) return null;
  const inline = size * count <= 4;
  const start = inline ? entry + 8 : view.getUint32(entry + 8, littleEndian);
  if (start + size * count > view.byteLength) return null;
  if (!wanted) return [];
  if (count > MAX_VALUES) return null;
  const values: number[] = [];
  for (let i = 0; i < count; i++) values.push(readValue(view, start + i * size, type, littleEndian));
  return values;
}

function readValue(view: DataView, at: number, type: number, littleEndian: boolean): number {
  switch (type) {
    case 3:
      return view.getUint16(at, littleEndian);
    case 4:
    case 13:
      return view.getUint32(at, littleEndian);
    case 5:
      return view.getUint32(at, littleEndian) / (view.getUint32(at + 4, littleEndian) || Number.NaN);
    default:
      return view.getUint8(at);
  }
}
