import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { explodePng } from '../../../shared/imaging/explode-png.ts';
import { LIMITS } from '../../support/explode-process.ts';
import { noise, quadrantPixels } from '../../support/test-pictures.ts';

const WIDTH = 820;
const HEIGHT = 900;
const RGB = { raw: { width: WIDTH, height: HEIGHT, channels: 3 as const } };

async function explode(image: Sharp) {
  const file = new Uint8Array(await image.toBuffer());
  const { page, warnings } = await explodePng(file, LIMITS);
  return { file, page, warnings, kept: Buffer.compare(file, page.bytes) === 0 };
}

describe('a PNG file is a page', () => {
  it.each([
    [
      'plain',
      sharp(noise(WIDTH * HEIGHT * 3), RGB)
        .withMetadata({ density: 200 })
        .png(),
    ],
    [
      'interlaced',
      sharp(noise(WIDTH * HEIGHT * 3), RGB)
        .withMetadata({ density: 200 })
        .png({ progressive: true }),
    ],
    [
      'palette',
      sharp(noise(WIDTH * HEIGHT * 3), RGB)
        .withMetadata({ density: 200 })
        .png({ palette: true }),
    ],
  ])('of its own bytes: %s', async (_, image) => {
    const { page, kept } = await explode(image);
    expect(kept).toBe(true);
    expect(page).toMatchObject({ widthPx: WIDTH, heightPx: HEIGHT, dpi: 200, colour: true });
  });

  it('on white where it was transparent', async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const clear = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 4, background } });
    const { page } = await explode(clear.png());
    expect(page).toMatchObject({ mediaType: 'image/tiff', colour: false });
    expect((await sharp(page.bytes).stats()).channels[0]!.min).toBe(255);
  });

  it('of 8 bits where it had 16', async () => {
    const grey = { raw: { width: WIDTH, height: HEIGHT, channels: 1 as const } };
    const deep = sharp(quadrantPixels(WIDTH, HEIGHT), grey).toColourspace('grey16');
    const { page } = await explode(deep.png());
    expect((await sharp(page.bytes).metadata()).depth).toBe('uchar');
    const { data } = await sharp(page.bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    expect(Buffer.compare(data, quadrantPixels(WIDTH, HEIGHT))).toBe(0);
  });
});
