/** Pictures for tests whose four corners all differ, so that every turn and mirroring shows. */
import sharp, { type JpegOptions } from 'sharp';

/** Grey of the quadrants: top left, top right, bottom left, bottom right. */
export const QUADRANTS = [0, 90, 180, 255] as const;

/** One byte a pixel. */
export function quadrantPixels(
  widthPx: number,
  heightPx: number,
  greys: readonly number[] = QUADRANTS,
): Uint8Array {
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      pixels[y * widthPx + x] = greys[(y * 2 < heightPx ? 0 : 2) + (x * 2 < widthPx ? 0 : 1)]!;
    }
  }
  return pixels;
}

/** All black but for a white quadrant at the bottom right, with a black line across: bilevel. */
export function bilevelPixels(widthPx: number, heightPx: number): Uint8Array {
  const pixels = quadrantPixels(widthPx, heightPx, [0, 255, 255, 255]);
  pixels.fill(0, Math.floor(heightPx * 0.8) * widthPx, Math.floor(heightPx * 0.8) * widthPx + widthPx);
  return pixels;
}

export async function quadrantJpeg(widthPx: number, heightPx: number): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx, channels: 1 as const };
  return new Uint8Array(
    await sharp(quadrantPixels(widthPx, heightPx), { raw })
      .toColourspace('b-w')
      .jpeg({ quality: 95 })
      .toBuffer(),
  );
}

/** Noise in three colours: compresses badly, so that cutting the file cuts the picture. */
export async function noiseJpeg(
  widthPx: number,
  heightPx: number,
  options: JpegOptions = {},
): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  return new Uint8Array(
    await sharp(noise(widthPx * heightPx * 3), { raw })
      .jpeg({ quality: 80, ...options })
      .toBuffer(),
  );
}

/** The same bytes at every run. */
export function noise(length: number): Uint8Array {
  let state = 0x9e3779b9;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}

/** Grey at the centre of each quadrant of an encoded picture, upright by its EXIF orientation. */
export async function readQuadrants(
  bytes: Uint8Array,
): Promise<{ widthPx: number; heightPx: number; greys: number[] }> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    data[(Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels]!;
  const greys = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
  return { widthPx: info.width, heightPx: info.height, greys };
}
