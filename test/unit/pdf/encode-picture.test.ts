import { inflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { IDENTITY, type Transform } from '../../../shared/domain/geometry.ts';
import { encodePicture } from '../../../shared/pdf/encode-picture.ts';
import { buildG4Tiff } from '../../support/sample-tiff.ts';

const [WIDTH, HEIGHT] = [60, 44];
const frame = { widthPx: WIDTH, heightPx: HEIGHT, dpi: 100, fromImage: IDENTITY };
const PERSPECTIVE: Transform = [1, 0, 0, 0, 1, 0, 0.001, 0, 1];

function picture(channels: 3 | 4 = 3): Sharp {
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels, background: '#c02040' } });
}

function black(): Sharp {
  return picture().threshold(255).toColourspace('b-w');
}

describe('encodePicture', () => {
  it('keeps the bytes of a JPEG', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const encoded = await encodePicture(bytes, frame);
    expect(encoded.bytes).toBe(bytes);
    expect(encoded.entries).toEqual({ ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode' });
  });

  it('keeps the fax data of a one-strip TIFF', async () => {
    const bytes = await buildG4Tiff(new Uint8Array(64 * 48), 64, 48, {
      photometric: 0,
      fillOrder: 1,
      bigEndian: false,
    });
    const encoded = await encodePicture(bytes, frame);
    expect(Buffer.from(bytes).indexOf(encoded.bytes)).toBe(8);
    expect(encoded.entries.DecodeParms).toEqual({ K: -1, Columns: 64, Rows: 48, BlackIs1: false });
  });

  it.each([
    ['LZW', { compression: 'lzw', predictor: 'none' }],
    ['Group 4 in strips', { compression: 'ccittfax4' }],
  ] as const)('codes bilevel %s as one Group 4 image', async (_, options) => {
    const bytes = await black()
      .resize(70, 700)
      .tiff({ bitdepth: 1, ...options })
      .toBuffer();
    const encoded = await encodePicture(bytes, frame);
    expect(encoded).toMatchObject({ widthPx: 70, heightPx: 700, toFrame: IDENTITY });
    expect(encoded.entries.Filter).toBe('CCITTFaxDecode');
  });

  it.each([
    ['alpha', picture(4).png(), 3],
    ['interlaced rows', picture().png({ progressive: true }), 3],
    ['16 bits', picture().toColourspace('rgb16').png(), 3],
    ['16 bits of grey', picture().toColourspace('grey16').png(), 1],
    ['colour TIFF', picture().tiff({ compression: 'lzw' }), 3],
    ['grey TIFF', picture().toColourspace('b-w').tiff({ compression: 'deflate' }), 1],
  ] as const)('codes %s without loss', async (_, source, components) => {
    const bytes = await source.toBuffer();
    const encoded = await encodePicture(bytes, frame);
    expect(encoded.entries.Filter).toBe('FlateDecode');
    expect(encoded.entries.BitsPerComponent).toBe(8);
    expect(encoded.entries.ColorSpace).toBe(components === 1 ? 'DeviceGray' : 'DeviceRGB');
    expect(inflateSync(encoded.bytes).length).toBe((WIDTH * components + 1) * HEIGHT);
  });

  it('codes CMYK and what a TIFF holds as JPEG as sRGB JPEG', async () => {
    for (const source of [picture().toColourspace('cmyk').jpeg(), picture().tiff({ compression: 'jpeg' })]) {
      const encoded = await encodePicture(await source.toBuffer(), frame);
      expect(encoded.entries).toMatchObject({ Filter: 'DCTDecode', ColorSpace: 'DeviceRGB' });
    }
  });

  it('draws perspective into a JPEG of the frame, grey where the photo is grey', async () => {
    const photo = { ...frame, widthPx: 50, heightPx: 40, fromImage: PERSPECTIVE };
    const colour = await encodePicture(await picture().jpeg().toBuffer(), photo);
    expect(colour).toMatchObject({ widthPx: 50, heightPx: 40, toFrame: IDENTITY });
    expect(colour.entries.ColorSpace).toBe('DeviceRGB');
    const grey = await encodePicture(await picture().toColourspace('b-w').jpeg().toBuffer(), photo);
    expect(grey.entries.ColorSpace).toBe('DeviceGray');
  });

  it('averages a photo that is much finer than its frame', async () => {
    const side = 400;
    const chequered = Buffer.from(
      Array.from({ length: side * side }, (_, i) => (((i % side) + Math.floor(i / side)) & 1) * 255),
    );
    const photo = sharp(chequered, { raw: { width: side, height: side, channels: 1 } })
      .toColourspace('b-w')
      .png();
    const fromImage: Transform = [0.25, 0, 0, 0, 0.25, 0, 1e-6, 0, 1];
    const encoded = await encodePicture(await photo.toBuffer(), {
      widthPx: 90,
      heightPx: 90,
      dpi: 100,
      fromImage,
    });
    const { channels } = await sharp(encoded.bytes).stats();
    expect(channels[0]!.min).toBeGreaterThan(120);
    expect(channels[0]!.max).toBeLessThan(136);
  });

  it('says what is wrong with a picture that cannot be opened', async () => {
    const damaged = expect.objectContaining({ code: 'scan-damaged' });
    await expect(encodePicture(new Uint8Array(0), frame)).rejects.toThrowError(damaged);
    await expect(encodePicture(Buffer.from('no picture'), frame)).rejects.toThrowError(damaged);
    const cut = (await picture().resize(600).tiff({ compression: 'lzw' }).toBuffer()).subarray(0, 300);
    await expect(encodePicture(cut, frame)).rejects.toThrowError(damaged);
  });

  it('refuses a frame that no memory holds', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const vast = { ...frame, widthPx: 100_000, heightPx: 100_000, fromImage: PERSPECTIVE };
    await expect(encodePicture(bytes, vast)).rejects.toThrowError(
      expect.objectContaining({ code: 'scan-too-many-pixels' }),
    );
  });
});
