import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeGrey, decodePicture, measurePicture } from '../../../shared/imaging/codec.ts';
import { dropColour } from '../../../shared/imaging/colour-drop.ts';
import { cropGrey, encodePgm, eraseBoxes } from '../../../shared/imaging/picture.ts';

const LIMIT = 1e6;
const colour = (background: string, channels: 3 | 4 = 3) =>
  sharp({ create: { width: 40, height: 20, channels, background } });

describe('decodePicture', () => {
  it('keeps grey grey and colour coloured', async () => {
    const grey = await decodePicture(
      new Uint8Array(await colour('#808080').toColourspace('b-w').png().toBuffer()),
      LIMIT,
    );
    expect([grey.channels, grey.data.length, grey.data[0]]).toEqual([1, 800, 128]);
    const red = await decodePicture(new Uint8Array(await colour('#ff0000').png().toBuffer()), LIMIT);
    expect([red.channels, ...red.data.subarray(0, 3)]).toEqual([3, 255, 0, 0]);
  });

  it('lays transparency on white', async () => {
    const clear = await decodePicture(
      new Uint8Array(await colour('rgba(0,0,0,0)', 4).png().toBuffer()),
      LIMIT,
    );
    expect([...clear.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('brings 16 bits and CMYK down to 8-bit grey and sRGB', async () => {
    const deep = await colour('#404040').toColourspace('grey16').png().toBuffer();
    const shallow = await decodePicture(new Uint8Array(deep), LIMIT);
    expect([shallow.channels, shallow.data[0]]).toEqual([1, 64]);
    const cmyk = await colour('#ffffff').toColourspace('cmyk').jpeg().toBuffer();
    const white = await decodePicture(new Uint8Array(cmyk), LIMIT);
    expect(white.channels).toBe(3);
    expect(white.data[0]).toBeGreaterThan(245);
  });

  it('turns by EXIF orientation', async () => {
    const turned = await colour('#123456').withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const upright = await decodePicture(new Uint8Array(turned), LIMIT);
    expect([upright.widthPx, upright.heightPx]).toEqual([20, 40]);
    expect(await measurePicture(new Uint8Array(turned))).toEqual({ widthPx: 20, heightPx: 40, colours: 3 });
  });

  it('says what is wrong', async () => {
    const good = new Uint8Array(
      await sharp(
        Buffer.alloc(300 * 300 * 3, 7).map((_, i) => (i * 89) % 256),
        { raw: { width: 300, height: 300, channels: 3 } },
      )
        .png()
        .toBuffer(),
    );
    await expect(decodePicture(good.subarray(0, good.length / 2), LIMIT)).rejects.toMatchObject({
      code: 'scan-damaged',
    });
    await expect(decodePicture(new Uint8Array([1, 2, 3]), LIMIT)).rejects.toMatchObject({
      code: 'scan-damaged',
    });
    await expect(decodePicture(good, 1000)).rejects.toMatchObject({ code: 'scan-too-many-pixels' });
    const dot = await colour('#fff').resize(3, 3).png().toBuffer();
    await expect(decodePicture(new Uint8Array(dot), LIMIT)).rejects.toMatchObject({ code: 'scan-too-small' });
  });
});

describe('decodeGrey', () => {
  it('weighs colours as an eye does', async () => {
    const green = await decodeGrey(new Uint8Array(await colour('#00ff00').png().toBuffer()), {
      maxPixels: LIMIT,
    });
    const blue = await decodeGrey(new Uint8Array(await colour('#0000ff').png().toBuffer()), {
      maxPixels: LIMIT,
    });
    expect(green.data[0]!).toBeGreaterThan(blue.data[0]! + 50);
  });
});

describe('dropColour', () => {
  it('fades red and blue ink and keeps black', () => {
    const data = new Uint8Array([255, 255, 255, 210, 40, 40, 40, 60, 190, 20, 20, 20]);
    expect([...dropColour({ data, widthPx: 4, heightPx: 1, channels: 3 }).data]).toEqual([255, 210, 190, 20]);
  });
});

describe('grey pictures', () => {
  const picture = { data: Uint8Array.from({ length: 12 }, (_, i) => i), widthPx: 4, heightPx: 3 };

  it('are cropped within their bounds', () => {
    expect(cropGrey(picture, { x: 2, y: 1, width: 9, height: 9 })).toEqual({
      data: new Uint8Array([6, 7, 10, 11]),
      widthPx: 2,
      heightPx: 2,
    });
  });

  it('are whitened in boxes, clamped to the picture', () => {
    const copy = { ...picture, data: picture.data.slice() };
    eraseBoxes(copy, [
      { x: -5, y: 2, width: 7, height: 5 },
      { x: 90, y: 0, width: 5, height: 5 },
    ]);
    expect([...copy.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 255, 255, 10, 11]);
  });

  it('are written as PGM', () => {
    expect(new TextDecoder('latin1').decode(encodePgm(picture)).slice(0, 11)).toBe('P5\n4 3\n255\n');
  });
});
