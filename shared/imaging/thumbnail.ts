/** A small upright JPEG of a page picture, for lists where people recognise papers by their look. */
import sharp from 'sharp';
import type { QuarterTurn } from '../domain/geometry.ts';

/** `turnedDeg`: how far the content is turned clockwise in the picture after EXIF orientation; it is turned back. */
export async function drawThumbnail(
  bytes: Uint8Array,
  widthPx: number,
  turnedDeg: QuarterTurn,
): Promise<Uint8Array> {
  const upright = sharp(bytes, { failOn: 'none' }).autoOrient();
  // Two passes: sharp applies only one rotation a pipeline.
  const turned =
    turnedDeg === 0
      ? upright
      : sharp(await upright.png({ compressionLevel: 0 }).toBuffer()).rotate(360 - turnedDeg);
  return turned
    .resize({ width: widthPx, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 70 })
    .toBuffer();
}
