/** Writes TIFF files directory by directory in either byte order, sound or broken on purpose. */

export interface TiffEntry {
  readonly tag: number;
  /** 3 SHORT, 4 LONG, 5 RATIONAL (given as a number, kept with a denominator of 100). */
  readonly type: 3 | 4 | 5;
  readonly values: readonly number[];
}

export interface TiffDirectoryParts {
  readonly entries: readonly TiffEntry[];
  /** Written before the directory; their places go into tags 273 and 279. */
  readonly strips: readonly Uint8Array[];
}

const ENTRY_BYTES = 12;

export function writeTiff(
  directories: readonly TiffDirectoryParts[],
  { littleEndian = true, lastLink = 0 }: { littleEndian?: boolean; lastLink?: number } = {},
): Uint8Array {
  const size = 8 + directories.reduce((sum, directory) => sum + directoryBytes(directory), 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, littleEndian);
  let link = 4;
  let at = 8;
  for (const { entries, strips } of directories) {
    const offsets = strips.map((strip) => {
      bytes.set(strip, at);
      at += even(strip.length);
      return at - even(strip.length);
    });
    const all: TiffEntry[] = [
      ...entries,
      { tag: 273, type: 4, values: offsets },
      { tag: 279, type: 4, values: strips.map((strip) => strip.length) },
    ];
    all.sort((a, b) => a.tag - b.tag);
    view.setUint32(link, at, littleEndian);
    view.setUint16(at, all.length, littleEndian);
    let far = at + 2 + all.length * ENTRY_BYTES + 4;
    all.forEach(({ tag, type, values }, index) => {
      const entry = at + 2 + index * ENTRY_BYTES;
      view.setUint16(entry, tag, littleEndian);
      view.setUint16(entry + 2, type, littleEndian);
      view.setUint32(entry + 4, values.length, littleEndian);
      const length = valueBytes(type) * values.length;
      let to = entry + 8;
      if (length > 4) {
        view.setUint32(to, far, littleEndian);
        to = far;
        far += even(length);
      }
      for (const [position, value] of values.entries()) {
        const place = to + position * valueBytes(type);
        if (type === 3) view.setUint16(place, value, littleEndian);
        else view.setUint32(place, type === 5 ? Math.round(value * 100) : value, littleEndian);
        if (type === 5) view.setUint32(place + 4, 100, littleEndian);
      }
    });
    link = at + 2 + all.length * ENTRY_BYTES;
    at = far;
  }
  view.setUint32(link, lastLink, littleEndian);
  return bytes;
}

export function short(tag: number, ...values: number[]): TiffEntry {
  return { tag, type: 3, values };
}

export function long(tag: number, ...values: number[]): TiffEntry {
  return { tag, type: 4, values };
}

export function rational(tag: number, value: number): TiffEntry {
  return { tag, type: 5, values: [value] };
}

function valueBytes(type: TiffEntry['type']): number {
  return type === 3 ? 2 : type === 4 ? 4 : 8;
}

function even(length: number): number {
  return length + (length % 2);
}

function directoryBytes({ entries, strips }: TiffDirectoryParts): number {
  const stripBytes = strips.reduce((sum, strip) => sum + even(strip.length), 0);
  const far = entries.reduce((sum, { type, values }) => sum + even(valueBytes(type) * values.length), 0);
  return stripBytes + 2 + (entries.length + 2) * ENTRY_BYTES + 4 + far + strips.length * 8;
}
