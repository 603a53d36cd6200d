import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildSrgbProfile } from '../../../shared/pdf/srgb-profile.ts';

/** Puts an iCCP chunk behind the header of a PNG. */
async function tagWithProfile(pixels: Buffer, side: number, profile: Uint8Array): Promise<Buffer> {
  const png = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
  const body = Buffer.concat([Buffer.from('iCCPprofile\0\0', 'latin1'), deflateSync(profile)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

describe('buildSrgbProfile', () => {
  it('is small and always the same', () => {
    expect(buildSrgbProfile()).toEqual(buildSrgbProfile());
    expect(buildSrgbProfile().length).toBeLessThan(3000);
  });

  it('is taken for sRGB by a colour engine: no colour moves by more than a level', async () => {
    const side = 32;
    const pixels = Buffer.from(Array.from({ length: side * side * 3 }, (_, i) => (i * 97) & 255));
    const tagged = await tagWithProfile(pixels, side, buildSrgbProfile());
    expect((await sharp(tagged).metadata()).hasProfile).toBe(true);
    const converted = await sharp(tagged).raw().toBuffer();
    const moved = converted.map((value, i) => Math.abs(value - pixels[i]!));
    expect(Math.max(...moved)).toBeLessThanOrEqual(1);
  });

  it('would move colours if a figure were wrong', async () => {
    const wrong = buildSrgbProfile();
    // The first XYZ element behind the white point is red; a third of its X is taken away.
    const red = Buffer.from(wrong).indexOf('XYZ ', Buffer.from(wrong).indexOf('XYZ ', 200) + 4);
    new DataView(wrong.buffer).setInt32(red + 8, Math.round(0.29 * 65536));
    const pixels = Buffer.alloc(4 * 4 * 3, 200);
    const converted = await sharp(await tagWithProfile(pixels, 4, wrong))
      .raw()
      .toBuffer();
    expect(Math.max(...converted.map((value) => Math.abs(value - 200)))).toBeGreaterThan(5);
  });
});
