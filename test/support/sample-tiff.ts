/** Builds Group 4 TIFFs of the kinds that scanners write and sharp does not. */
import { encodeG4, reverseBits } from '../../shared/imaging/g4-tiff.ts';
import { readG4Strip } from '../../shared/pdf/tiff-g4.ts';

export interface G4Tiff {
  /** 0: black runs are black; 1: they are white. */
  readonly photometric: 0 | 1;
  /** 2: the bits of every byte stand in reverse. */
  readonly fillOrder: 1 | 2;
  readonly bigEndian: boolean;
}

/** A one-strip TIFF of pixels that are black (0) or white (255). */
export async function buildG4Tiff(
  grey: Uint8Array,
  widthPx: number,
  heightPx: number,
  { photometric, fillOrder, bigEndian }: G4Tiff,
): Promise<Uint8Array> {
  // Coded runs are black for dark pixels; the other reading of them needs the negative.
  const runs = photometric === 0 ? grey : grey.map((value) => 255 - value);
  const { data } = readG4Strip(await encodeG4(runs, widthPx, heightPx))!;
  const strip = fillOrder === 2 ? reverseBits(data) : data;
  const entries: [tag: number, type: 3 | 4, value: number][] = [
    [256, 4, widthPx],
    [257, 4, heightPx],
    [258, 3, 1],
    [259, 3, 4],
    [262, 3, photometric],
    [266, 3, fillOrder],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, heightPx],
    [279, 4, strip.length],
  ];
  const directory = 8 + strip.length + (strip.length & 1);
  const file = new Uint8Array(directory + 2 + 12 * entries.length + 4);
  const view = new DataView(file.buffer);
  const little = !bigEndian;
  view.setUint16(0, bigEndian ? 0x4d4d : 0x4949);
  view.setUint16(2, 42, little);
  view.setUint32(4, directory, little);
  file.set(strip, 8);
  view.setUint16(directory, entries.length, little);
  entries.forEach(([tag, type, value], index) => {
    const at = directory + 2 + 12 * index;
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, 1, little);
    if (type === 3) view.setUint16(at + 8, value, little);
    else view.setUint32(at + 8, value, little);
  });
  return file;
}
