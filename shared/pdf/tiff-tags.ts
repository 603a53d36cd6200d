/** Reads the tags of a TIFF that say how its first page is coded. */

/** Tags of TIFF 6.0 and, for tiles, its section 15. */
export const TIFF_TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  samplesPerPixel: 277,
  stripByteCounts: 279,
  t6Options: 293,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
} as const;
const WIDTH_OF_TYPE: Readonly<Record<number, 2 | 4>> = { 3: 2, 4: 4 };

/** Tags of the first directory that hold one SHORT or LONG; a tag of several values is left out. */
export function readTiffTags(bytes: Uint8Array): Map<number, number> | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return null;
  if (view.getUint16(2, little) !== 42) return null;
  const directory = view.getUint32(4, little);
  if (directory + 2 > bytes.length) return null;
  const count = view.getUint16(directory, little);
  if (directory + 2 + 12 * count > bytes.length) return null;
  const values = new Map<number, number>();
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + 12 * entry;
    const width = WIDTH_OF_TYPE[view.getUint16(at + 2, little)];
    if (width === undefined || view.getUint32(at + 4, little) !== 1) continue;
    const value = width === 2 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
    values.set(view.getUint16(at, little), value);
  }
  return values;
}
