import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readG4Strip } from '../../../shared/pdf/tiff-g4.ts';
import { buildG4Tiff } from '../../support/sample-tiff.ts';

const [WIDTH, HEIGHT] = [64, 48];
const grey = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i % WIDTH < 20 ? 0 : 255));

describe('readG4Strip', () => {
  it.each([
    { photometric: 0, fillOrder: 1, bigEndian: false },
    { photometric: 0, fillOrder: 2, bigEndian: true },
    { photometric: 1, fillOrder: 1, bigEndian: true },
    { photometric: 1, fillOrder: 2, bigEndian: false },
  ] as const)('gives the same fax data for %o', async (kind) => {
    const plain = await buildG4Tiff(grey, WIDTH, HEIGHT, { ...kind, fillOrder: 1, bigEndian: false });
    const strip = readG4Strip(await buildG4Tiff(grey, WIDTH, HEIGHT, kind))!;
    expect(strip).toMatchObject({ widthPx: WIDTH, heightPx: HEIGHT, inverted: kind.photometric === 1 });
    expect(strip.data).toEqual(readG4Strip(plain)!.data);
  });

  it('leaves other codings and several strips to be coded anew', async () => {
    const picture = () =>
      sharp({ create: { width: 700, height: 600, channels: 3, background: '#fff' } }).toColourspace('b-w');
    const bilevel = { bitdepth: 1, predictor: 'none' } as const;
    expect(readG4Strip(await picture().tiff({ compression: 'lzw' }).toBuffer())).toBeNull();
    expect(
      readG4Strip(
        await picture()
          .tiff({ compression: 'lzw', ...bilevel })
          .toBuffer(),
      ),
    ).toBeNull();
    expect(
      readG4Strip(await picture().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()),
    ).toBeNull();
  });

  it('answers null to whatever is cut short or points outside', async () => {
    const bytes = await buildG4Tiff(grey, WIDTH, HEIGHT, { photometric: 0, fillOrder: 1, bigEndian: false });
    for (let length = 0; length < bytes.length - 4; length++) {
      expect(readG4Strip(bytes.subarray(0, length))).toBeNull();
    }
  });
});
