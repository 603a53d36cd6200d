import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readJpegFrame } from '../../../shared/pdf/jpeg-frame.ts';

function jpeg(colourspace: string, options: JpegOptions = {}): Promise<Buffer> {
  return sharp({ create: { width: 30, height: 20, channels: 3, background: '#936' } })
    .toColourspace(colourspace)
    .jpeg(options)
    .toBuffer();
}

describe('readJpegFrame', () => {
  it.each([
    ['grey', 'b-w', {}, 1],
    ['colour', 'srgb', {}, 3],
    ['progressive', 'srgb', { progressive: true }, 3],
    ['full chroma', 'srgb', { chromaSubsampling: '4:4:4' }, 3],
  ] as const)('reads a %s picture', async (_, colourspace, options, components) => {
    const frame = readJpegFrame(await jpeg(colourspace, options));
    expect(frame).toEqual({ widthPx: 30, heightPx: 20, components, hidesRgb: false });
  });

  it('leaves CMYK to be coded anew', async () => {
    expect(readJpegFrame(await jpeg('cmyk'))).toBeNull();
  });

  it.each([
    ['arithmetic coding', 1, 0xc9],
    ['lossless coding', 1, 0xc3],
    ['12 bits', 4, 12],
  ])('leaves %s to be coded anew', async (_, offset, value) => {
    const bytes = await jpeg('srgb');
    const frameHeader = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes[frameHeader + offset] = value;
    expect(readJpegFrame(bytes)).toBeNull();
  });

  it('sees red, green and blue that only the ids tell of', () => {
    const header = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 3];
    const named = [...header, 0x52, 0x11, 0, 0x47, 0x11, 0, 0x42, 0x11, 0];
    expect(readJpegFrame(Uint8Array.from(named))?.hidesRgb).toBe(true);
    const numbered = [...header, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
    expect(readJpegFrame(Uint8Array.from(numbered))?.hidesRgb).toBe(false);
  });

  it('answers null to whatever is cut short', async () => {
    const bytes = await jpeg('srgb');
    const frameHeader = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    for (let length = 0; length < frameHeader + 4; length++) {
      expect(readJpegFrame(bytes.subarray(0, length))).toBeNull();
    }
  });
});
