import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Orientation } from '../../../shared/imaging/exif.ts';
import { explodeJpeg } from '../../../shared/imaging/explode-jpeg.ts';
import { readJpegStructure } from '../../../shared/imaging/jpeg-markers.ts';
import { withOrientation } from '../../../shared/imaging/jpeg-orientation.ts';
import { LIMITS } from '../../support/explode-process.ts';
import { concatenate, latin1 } from '../../support/pdf-objects.ts';
import { noise, QUADRANTS, quadrantJpeg, readQuadrants } from '../../support/test-pictures.ts';

const WIDTH = 820;
const HEIGHT = 900;

async function density(dpi: number, metadata = {}): Promise<Uint8Array> {
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  const image = sharp(noise(WIDTH * HEIGHT * 3), { raw }).withMetadata({ density: dpi, ...metadata });
  return new Uint8Array(await image.jpeg().toBuffer());
}

describe('a JPEG file is a page', () => {
  it('of its own bytes, with the resolution that the scanner wrote', async () => {
    const file = await density(200);
    const { page, warnings } = await explodeJpeg(file, LIMITS);
    expect(page).toMatchObject({
      widthPx: WIDTH,
      heightPx: HEIGHT,
      dpi: 200,
      colour: true,
      mediaType: 'image/jpeg',
    });
    expect(Buffer.compare(page.bytes, file)).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('without a resolution when a camera took it', async () => {
    const file = await density(300, { exif: { IFD2: { FNumber: '18/10' } } });
    expect((await explodeJpeg(file, LIMITS)).page.dpi).toBeNull();
  });

  it('that lies as its EXIF orientation says', async () => {
    const plain = await quadrantJpeg(WIDTH, HEIGHT);
    const file = withOrientation(plain, readJpegStructure(plain)!, 6);
    const { page } = await explodeJpeg(file, LIMITS);
    expect(page).toMatchObject({ widthPx: HEIGHT, heightPx: WIDTH, colour: false });
    expect(Buffer.compare(page.bytes, file)).toBe(0);
  });

  it('made anew only where nobody else could read it: CMYK becomes sRGB', async () => {
    const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
    const file = await sharp(noise(WIDTH * HEIGHT * 3), { raw })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const { page } = await explodeJpeg(new Uint8Array(file), LIMITS);
    const metadata = await sharp(page.bytes).metadata();
    expect(metadata).toMatchObject({ channels: 3, width: WIDTH, height: HEIGHT });
  });

  it('that ends where the picture ends; second pictures of phones are no foreign data', async () => {
    const plain = await quadrantJpeg(WIDTH, HEIGHT);
    const tail = noise(500);
    const foreign = await explodeJpeg(concatenate([plain, tail]), LIMITS);
    expect(foreign.warnings).toEqual(['trailing-data']);
    expect(Buffer.compare(foreign.page.bytes, plain)).toBe(0);
    const payload = latin1('MPF\0');
    const marker = Uint8Array.of(0xff, 0xe2, 0, payload.length + 2);
    const phone = concatenate([plain.subarray(0, 2), marker, payload, plain.subarray(2), tail]);
    expect((await explodeJpeg(phone, LIMITS)).warnings).toEqual([]);
  });

  it.each([3, 2, 1])(
    'refused when %i bytes of colour picture are missing at the end but accepted without its end marker',
    async (missing) => {
      const file = await density(200);
      const cut = explodeJpeg(file.slice(0, -missing), LIMITS);
      if (missing > 2) await expect(cut).rejects.toMatchObject({ code: 'scan-damaged' });
      else expect((await cut).warnings).toEqual(['image-irregular']);
    },
  );
});

describe('orientation is written beside the picture, never into it', () => {
  const shown: Record<Orientation, readonly number[]> = {
    1: [0, 1, 2, 3],
    2: [1, 0, 3, 2],
    3: [3, 2, 1, 0],
    4: [2, 3, 0, 1],
    5: [0, 2, 1, 3],
    6: [2, 0, 3, 1],
    7: [3, 1, 2, 0],
    8: [1, 3, 0, 2],
  };

  it.each(Object.entries(shown))('%s', async (orientation, order) => {
    const plain = await quadrantJpeg(WIDTH, HEIGHT);
    const turned = withOrientation(plain, readJpegStructure(plain)!, Number(orientation) as Orientation);
    const { greys } = await readQuadrants(turned);
    order.forEach((from, at) => {
      expect(Math.abs(greys[at]! - QUADRANTS[from]!)).toBeLessThan(4);
    });
    const back = withOrientation(turned, readJpegStructure(turned)!, 1);
    expect(Buffer.compare(back, plain)).toBe(0);
  });
});
