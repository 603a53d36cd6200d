/** Makes a clean print look as if an office scanner had read it: paper, light, slant, folds, holes, and a JPEG of it. */
import sharp, { type Sharp } from 'sharp';
import { rollDice } from './random.ts';

export interface ScanLook {
  readonly dpi: number;
  /** Clockwise, as paper goes askew through a feeder. */
  readonly slantDeg?: number;
  /** Then turned by the clerk: 90, 180 or 270 clockwise. */
  readonly turnedDeg?: 0 | 90 | 180 | 270;
  /** Colour of the paper, 0-255. */
  readonly paper?: readonly [number, number, number];
  /** Standard deviation of the grain, in grey levels. */
  readonly grain?: number;
  /** How much darker the far side is, 0-1. */
  readonly shade?: number;
  /** Folds across the sheet, as a share of its height. */
  readonly folds?: readonly number[];
  /** Centres of punch holes, as shares of width and height. */
  readonly holes?: readonly (readonly [number, number])[];
  /** Print that shines through from the other side, mirrored. */
  readonly backside?: Buffer;
  readonly softness?: number;
  /** Grey lines that a dirty scanner draws down the picture, as shares of its width. */
  readonly streaks?: readonly number[];
}

export interface Raster {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** RGB raster, three bytes a pixel. */
export async function scan(png: Buffer, look: ScanLook, seed: string): Promise<Raster> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .blur(look.softness ?? 0.55)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sheet: Raster = { data: new Uint8ClampedArray(data), widthPx: info.width, heightPx: info.height };
  if (look.backside) await shineThrough(sheet, look.backside);
  agePaper(sheet, look, seed);
  for (const hole of look.holes ?? []) punchHole(sheet, hole, look.dpi);
  const delivered = await turn(sheet, look);
  for (const streak of look.streaks ?? []) drawStreak(delivered, streak);
  return delivered;
}

const STREAK_LIGHT = 0.62;

/** Two pixels wide; print under it is still darker than the streak. */
function drawStreak({ data, widthPx, heightPx }: Raster, share: number): void {
  const left = Math.round(share * widthPx);
  for (let y = 0; y < heightPx; y++) {
    const from = (y * widthPx + left) * 3;
    for (let at = from; at < from + 6; at++) data[at] = data[at]! * STREAK_LIGHT;
  }
}

async function shineThrough(sheet: Raster, backside: Buffer): Promise<void> {
  const { data } = await sharp(backside)
    .resize(sheet.widthPx, sheet.heightPx, { fit: 'fill' })
    .removeAlpha()
    .flop()
    .blur(2.2)
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at++)
    sheet.data[at] = sheet.data[at]! * (1 - (1 - data[at]! / 255) * 0.08);
}

function agePaper(sheet: Raster, look: ScanLook, seed: string): void {
  const { data, widthPx, heightPx } = sheet;
  const dice = rollDice(seed);
  const paper = look.paper ?? [251, 250, 246];
  const cloud = drawCloud(dice.between(0, 6), widthPx, heightPx);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const fold = foldLight(y / heightPx, look.folds ?? []);
    const light = (1 - (look.shade ?? 0.03) * (y / heightPx)) * fold;
    for (let x = 0; x < widthPx; x++, at += 3) {
      const grain = dice.spread() * (look.grain ?? 1.3) + cloud(x, y);
      const side = light * (1 - (look.shade ?? 0.03) * 0.6 * (x / widthPx));
      for (let channel = 0; channel < 3; channel++) {
        const ink = data[at + channel]!;
        // Toner is never quite black, and paper never quite even.
        data[at + channel] = (26 + (ink / 255) * (paper[channel]! - 26)) * side + grain;
      }
    }
  }
}

/** Slow unevenness of paper, under two grey levels. */
function drawCloud(phase: number, widthPx: number, heightPx: number): (x: number, y: number) => number {
  const across = Float32Array.from({ length: widthPx }, (_, x) => Math.sin((x / widthPx) * 9 + phase));
  const down = Float32Array.from({ length: heightPx }, (_, y) => Math.sin((y / heightPx) * 13 + phase * 2));
  return (x, y) => across[x]! * down[y]! * 1.4;
}

/** A fold throws a soft shadow on one side and catches light on the other. */
function foldLight(position: number, folds: readonly number[]): number {
  let light = 1;
  for (const fold of folds) {
    const away = (position - fold) * 297;
    light *=
      1 -
      0.16 * Math.exp(-(away * away) / 0.25) -
      (away > 0 ? 0.05 * Math.exp(-away / 9) : -0.012 * Math.exp(away / 6));
  }
  return light;
}

function punchHole(sheet: Raster, [shareX, shareY]: readonly [number, number], dpi: number): void {
  const radius = (5.5 / 2 / 25.4) * dpi;
  const [cx, cy] = [shareX * sheet.widthPx, shareY * sheet.heightPx];
  for (let y = Math.floor(cy - radius - 2); y <= cy + radius + 2; y++) {
    for (let x = Math.floor(cx - radius - 2); x <= cx + radius + 2; x++) {
      const inside = Math.min(1, Math.max(0, radius - Math.hypot(x - cx, y - cy)));
      const at = (y * sheet.widthPx + x) * 3;
      for (let channel = 0; channel < 3; channel++)
        sheet.data[at + channel] = sheet.data[at + channel]! * (1 - inside) + 38 * inside;
    }
  }
}

/** Askew on the scanner's white lid, cropped back to the sheet's size. */
async function turn(sheet: Raster, { slantDeg = 0, turnedDeg = 0 }: ScanLook): Promise<Raster> {
  const { widthPx: width, heightPx: height } = sheet;
  const raw = { width, height, channels: 3 as const };
  const slanted = sharp(Buffer.from(sheet.data), { raw })
    .affine(rotation(slantDeg), { background: '#e9e9e8', interpolator: 'bicubic' })
    .png({ compressionLevel: 1 });
  const { width: wide = width, height: tall = height } = await sharp(await slanted.toBuffer()).metadata();
  const cropped = sharp(await slanted.toBuffer()).extract({
    left: Math.floor((wide - width) / 2),
    top: Math.floor((tall - height) / 2),
    width,
    height,
  });
  const { data, info } = await sharp(await cropped.png({ compressionLevel: 1 }).toBuffer())
    .rotate(turnedDeg)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), widthPx: info.width, heightPx: info.height };
}

function rotation(deg: number): [[number, number], [number, number]] {
  const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
  return [
    [cos, -sin],
    [sin, cos],
  ];
}

export function toSharp({ data, widthPx, heightPx }: Raster): Sharp {
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.length), {
    raw: { width: widthPx, height: heightPx, channels: 3 },
  });
}

export async function toJpeg(raster: Raster, dpi: number, quality: number): Promise<Buffer> {
  return await toSharp(raster).withDensity(dpi).jpeg({ quality, mozjpeg: true }).toBuffer();
}

export async function toGreyJpeg(raster: Raster, dpi: number, quality: number): Promise<Buffer> {
  return await toSharp(raster)
    .greyscale()
    .toColourspace('b-w')
    .withDensity(dpi)
    .jpeg({ quality, mozjpeg: true })
    .toBuffer();
}

/** One bit a pixel, CCITT G4, black on white, as copiers send it. */
export async function toBilevelTiff(raster: Raster, dpi: number): Promise<Buffer> {
  const perMm = dpi / 25.4;
  return await toSharp(raster)
    .greyscale()
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: perMm, yres: perMm, resolutionUnit: 'inch' })
    .toBuffer();
}
