import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ExplodedPage } from '../../../shared/domain/exploded-scan.ts';
import { planTiff } from '../../../shared/imaging/explode-tiff.ts';
import { decodeG4, encodeG4, reverseBits } from '../../../shared/imaging/g4-tiff.ts';
import { readJpegStructure } from '../../../shared/imaging/jpeg-markers.ts';
import { LIMITS } from '../../support/explode-process.ts';
import {
  bilevelPixels,
  QUADRANTS,
  quadrantJpeg,
  quadrantPixels,
  readQuadrants,
} from '../../support/test-pictures.ts';
import {
  long,
  rational,
  short,
  type TiffDirectoryParts,
  type TiffEntry,
  writeTiff,
} from '../../support/tiff-file.ts';

const WIDTH = 820;
const HEIGHT = 900;

function page(strip: Uint8Array, ...entries: TiffEntry[]): TiffDirectoryParts {
  const tags = [...entries.map((entry) => entry.tag)];
  const usual = [
    long(256, WIDTH),
    long(257, HEIGHT),
    short(258, 8),
    short(262, 1),
    long(278, HEIGHT),
    rational(282, 200),
    rational(283, 200),
  ];
  return { entries: [...usual.filter(({ tag }) => !tags.includes(tag)), ...entries], strips: [strip] };
}

async function explode(file: Uint8Array): Promise<ExplodedPage[]> {
  const pages: ExplodedPage[] = [];
  for await (const exploded of planTiff(file, LIMITS).pages) pages.push(exploded);
  return pages;
}

async function g4Strip(): Promise<Uint8Array> {
  const wrapped = await encodeG4(bilevelPixels(WIDTH, HEIGHT), WIDTH, HEIGHT);
  return wrapped.subarray(8 + 2 + 9 * 12 + 4);
}

describe('the pages of a TIFF file', () => {
  it.each([
    ['little endian', true, 1],
    ['big endian', false, 1],
    ['bits the other way round', true, 2],
  ])('keep their Group 4 strip: %s', async (_, littleEndian, fillOrder) => {
    const strip = await g4Strip();
    const stored = fillOrder === 2 ? reverseBits(strip) : strip;
    const parts = page(stored, short(258, 1), short(259, 4), short(262, 0), short(266, fillOrder));
    const [exploded] = await explode(writeTiff([parts], { littleEndian }));
    expect(exploded).toMatchObject({
      mediaType: 'image/tiff',
      widthPx: WIDTH,
      heightPx: HEIGHT,
      dpi: 200,
      colour: false,
    });
    expect(Buffer.from(exploded!.bytes).includes(Buffer.from(strip))).toBe(true);
    expect(Buffer.compare((await decodeG4(exploded!.bytes))!, bilevelPixels(WIDTH, HEIGHT))).toBe(0);
  });

  it('say that zero is black where the scanner did', async () => {
    const [exploded] = await explode(
      writeTiff([page(await g4Strip(), short(258, 1), short(259, 4), short(262, 1))]),
    );
    const inverted = bilevelPixels(WIDTH, HEIGHT).map((value) => 255 - value);
    expect(Buffer.compare((await decodeG4(exploded!.bytes))!, inverted)).toBe(0);
  });

  it('keep their JPEG strip', async () => {
    const jpeg = await quadrantJpeg(WIDTH, HEIGHT);
    const [exploded] = await explode(writeTiff([page(jpeg, short(259, 7), short(274, 8))]));
    expect(exploded).toMatchObject({ mediaType: 'image/jpeg', widthPx: HEIGHT, heightPx: WIDTH });
    const scan = (bytes: Uint8Array) =>
      Buffer.from(bytes).subarray(readJpegStructure(bytes)!.segments[1]!.start);
    expect(scan(exploded!.bytes).includes(scan(jpeg))).toBe(true);
  });

  it('lie upright whatever their orientation', async () => {
    const [exploded] = await explode(writeTiff([page(quadrantPixels(WIDTH, HEIGHT), short(274, 6))]));
    const { greys } = await readQuadrants(exploded!.bytes);
    expect(greys).toEqual([QUADRANTS[2], QUADRANTS[0], QUADRANTS[3], QUADRANTS[1]]);
    expect(exploded).toMatchObject({ mediaType: 'image/png', widthPx: HEIGHT, heightPx: WIDTH });
  });

  it('tell dots an inch from dots a centimetre', async () => {
    const parts = page(
      quadrantPixels(WIDTH, HEIGHT),
      short(296, 3),
      rational(282, 78.74),
      rational(283, 78.74),
    );
    expect((await explode(writeTiff([parts])))[0]!.dpi).toBe(200);
  });

  it('have square dots where a fax machine had flat ones', async () => {
    const parts = page(quadrantPixels(WIDTH, HEIGHT), rational(282, 204), rational(283, 98));
    expect((await explode(writeTiff([parts])))[0]).toMatchObject({
      widthPx: WIDTH,
      heightPx: 1873,
      dpi: 204,
    });
  });

  it('count from 1 without thumbnails', async () => {
    const whole = page(quadrantPixels(WIDTH, HEIGHT));
    const thumbnail = page(
      new Uint8Array(80 * 90),
      long(254, 1),
      long(256, 80),
      long(257, 90),
      long(278, 90),
    );
    const second = page(quadrantPixels(WIDTH, HEIGHT, [9, 9, 9, 9]));
    const pages = await explode(writeTiff([whole, thumbnail, second]));
    expect(pages.map(({ pageNumber }) => pageNumber)).toEqual([1, 2]);
    expect((await sharp(pages[1]!.bytes).stats()).channels[0]!.max).toBe(9);
  });
});
