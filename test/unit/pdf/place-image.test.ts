import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { apply, IDENTITY, quarterTurn } from '../../../shared/domain/geometry.ts';
import type { Orientation } from '../../../shared/imaging/exif.ts';
import { exifTransform, placementOperator } from '../../../shared/pdf/place-image.ts';

const ORIENTATIONS: Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

describe('exifTransform', () => {
  it.each(ORIENTATIONS)(
    'moves every pixel where the decoder puts it: orientation %i',
    async (orientation) => {
      const [width, height] = [3, 2];
      const stored = Uint8Array.from({ length: width * height }, (_, i) => i * 40);
      const tagged = await sharp(stored, { raw: { width, height, channels: 1 } })
        .withMetadata({ orientation })
        .png()
        .toBuffer();
      const upright = await sharp(tagged)
        .autoOrient()
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      const transform = exifTransform(orientation, width, height);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const to = apply(transform, { x: x + 0.5, y: y + 0.5 });
          const at = Math.floor(to.y) * upright.info.width + Math.floor(to.x);
          expect(upright.data[at]).toBe(stored[y * width + x]);
        }
      }
    },
  );
});

describe('placementOperator', () => {
  it('fills the page with a picture that needs nothing', () => {
    const picture = { widthPx: 200, heightPx: 100, toFrame: IDENTITY };
    expect(placementOperator(picture, 100)).toBe('200 0 0 100 0 0 cm');
  });

  it('turns a picture clockwise', () => {
    const picture = { widthPx: 200, heightPx: 100, toFrame: quarterTurn(90, 200, 100) };
    expect(placementOperator(picture, 200)).toBe('0 -200 100 0 0 200 cm');
  });
});
