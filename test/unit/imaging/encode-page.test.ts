import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeCompact, encodeLossless } from '../../../shared/imaging/encode-page.ts';
import { decodeG4 } from '../../../shared/imaging/g4-tiff.ts';
import { bilevelPixels, noise, quadrantPixels } from '../../support/test-pictures.ts';

const WIDTH = 301;
const HEIGHT = 403;

function toRgb(grey: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: grey.length * 3 }, (_, index) => grey[Math.floor(index / 3)]!);
}

describe('pixels are coded for keeping', () => {
  it('as one fax strip where they are black and white, even when they came in colour', async () => {
    const data = toRgb(bilevelPixels(WIDTH, HEIGHT));
    const page = await encodeLossless({ data, widthPx: WIDTH, heightPx: HEIGHT, channels: 3 });
    expect(page).toMatchObject({ mediaType: 'image/tiff', colour: false });
    expect(Buffer.compare((await decodeG4(page.bytes))!, bilevelPixels(WIDTH, HEIGHT))).toBe(0);
  });

  it('as grey PNG where no colour is', async () => {
    const data = toRgb(quadrantPixels(WIDTH, HEIGHT));
    const page = await encodeLossless({ data, widthPx: WIDTH, heightPx: HEIGHT, channels: 3 });
    expect(page).toMatchObject({ mediaType: 'image/png', colour: false });
    expect(await sharp(page.bytes).metadata()).toMatchObject({ channels: 1, depth: 'uchar' });
  });

  it('without loss in colour', async () => {
    const data = noise(WIDTH * HEIGHT * 3);
    const page = await encodeLossless({ data, widthPx: WIDTH, heightPx: HEIGHT, channels: 3 });
    expect(page).toMatchObject({ mediaType: 'image/png', colour: true });
    expect(Buffer.compare(await sharp(page.bytes).raw().toBuffer(), data)).toBe(0);
  });

  it('as JPEG only where they lost detail before and it pays', async () => {
    const size = { widthPx: 1200, heightPx: 900, channels: 3 as const };
    const raw = { width: 1200, height: 900, channels: 3 as const };
    const photograph = await sharp(noise(1200 * 900 * 3), { raw })
      .blur(3)
      .raw()
      .toBuffer();
    expect(await encodeCompact({ data: photograph, ...size })).toMatchObject({
      mediaType: 'image/jpeg',
      colour: true,
    });
    const drawing = toRgb(quadrantPixels(1200, 900));
    expect((await encodeCompact({ data: drawing, ...size })).mediaType).toBe('image/png');
  });
});
