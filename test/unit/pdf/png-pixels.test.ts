import { inflateSync } from 'node:zlib';
import sharp, { type PngOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPngPixels } from '../../../shared/pdf/png-pixels.ts';

function png(options: PngOptions, channels: 3 | 4 = 3, colourspace = 'srgb'): Promise<Buffer> {
  const background = { r: 200, g: 40, b: 90, alpha: 0.5 };
  return sharp({ create: { width: 30, height: 20, channels, background } })
    .toColourspace(colourspace)
    .png(options)
    .toBuffer();
}

describe('readPngPixels', () => {
  it('takes the rows of a colour picture', async () => {
    const pixels = readPngPixels(await png({}))!;
    expect(pixels).toMatchObject({
      widthPx: 30,
      heightPx: 20,
      bitsPerComponent: 8,
      components: 3,
      palette: null,
    });
    expect(inflateSync(pixels.deflated).length).toBe((30 * 3 + 1) * 20);
  });

  it('takes grey', async () => {
    expect(readPngPixels(await png({}, 3, 'b-w'))).toMatchObject({ components: 1, bitsPerComponent: 8 });
  });

  it('takes numbered colours with their palette', async () => {
    const pixels = readPngPixels(await png({ palette: true, colours: 2 }))!;
    expect(pixels).toMatchObject({ components: 1, bitsPerComponent: 1 });
    expect([...pixels.palette!.subarray(0, 3)]).toEqual([200, 40, 90]);
  });

  it('joins pixels that are stored in several pieces', async () => {
    const whole = await png({});
    const from = whole.indexOf('IDAT') - 4;
    const body = whole.subarray(from + 8, from + 8 + whole.readUInt32BE(from));
    const pieces = [body.subarray(0, 5), body.subarray(5)].map((piece) => {
      const chunk = Buffer.concat([Buffer.from('0000IDAT'), piece, Buffer.alloc(4)]);
      chunk.writeUInt32BE(piece.length);
      return chunk;
    });
    const split = Buffer.concat([
      whole.subarray(0, from),
      ...pieces,
      whole.subarray(from + 12 + body.length),
    ]);
    expect(Buffer.from(readPngPixels(split)!.deflated)).toEqual(body);
  });

  it('leaves alpha, interlaced rows and 16 bits to be coded anew', async () => {
    expect(readPngPixels(await png({}, 4))).toBeNull();
    expect(readPngPixels(await png({ progressive: true }))).toBeNull();
    expect(readPngPixels(await png({}, 3, 'rgb16'))).toBeNull();
  });

  it('answers null to whatever is cut short before its pixels end', async () => {
    const bytes = await png({});
    for (let length = 0; length < bytes.indexOf('IEND') - 8; length++) {
      expect(readPngPixels(bytes.subarray(0, length))).toBeNull();
    }
  });
});
