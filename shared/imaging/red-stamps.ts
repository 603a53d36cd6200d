/** Cuts out what could be a stamp in red ink on the upper part of a page: the engine's copy of the page drops such ink. */
import sharp from 'sharp';
import type { Box, QuarterTurn } from '../domain/geometry.ts';
import { labelComponents } from './components.ts';
import type { GreyPicture } from './picture.ts';

export interface RedStampOptions {
  /** How far the content is turned clockwise in the delivered picture (after EXIF orientation). */
  readonly rotationDeg: QuarterTurn;
  readonly maxPixels: number;
}

/** About 85 dots an inch on A4: letters of a stamp are ten dots high. */
const OVERVIEW_PX = 1_000;
/** How much redder than green and blue. */
const RED = 45;
/** The same at the edges of letters, where pictures keep less colour than light. */
const REDDISH = 25;
/** Letters, their marks and their frame belong together over so many dots of the overview. */
const REACH_X = 7;
const REACH_Y = 3;
/** Shares of the upright page; seals are as high as wide, signatures and headings larger. */
const WIDTHS = [0.03, 0.4] as const;
const HEIGHTS = [0.008, 0.08] as const;
const LEAST_ASPECT = 1.25;
const LOWEST_TOP = 0.6;
const MOST_STAMPS = 4;
/** Enough for the engine; letters are half as high. */
const CUT_HEIGHT_PX = 140;
/** Of the cut's sides: a frame, not a letter. */
const FRAME_SHARE = 0.7;
/** Of each side: where rules run. */
const EDGE_SHARE = 0.3;
/** Of its box that a frame fills with ink. */
const THIN_SHARE = 0.35;
const DARK = 150;

/** Upright cuts with the ink dark on white and the stamp's frame erased, topmost first; none for a grey picture. */
export async function cutRedStamps(bytes: Uint8Array, options: RedStampOptions): Promise<GreyPicture[]> {
  const open = () =>
    sharp(bytes, { limitInputPixels: options.maxPixels, failOn: 'none' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
  const { channels, hasAlpha, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (channels - (hasAlpha ? 1 : 0) !== 3) return [];
  const overview = await open()
    .resize({ width: OVERVIEW_PX, height: OVERVIEW_PX, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = overview.info;
  const boxes = findBoxes(redMask(overview.data), width, height, options.rotationDeg);
  const scale = autoOrient.width / width;
  return Promise.all(
    boxes.map(async (box) => {
      const left = Math.max(0, Math.floor(box.x * scale));
      const top = Math.max(0, Math.floor(box.y * scale));
      const cut = await open()
        .extract({
          left,
          top,
          width: Math.min(autoOrient.width - left, Math.ceil(box.width * scale)),
          height: Math.min(autoOrient.height - top, Math.ceil(box.height * scale)),
        })
        .png({ compressionLevel: 0 })
        .toBuffer();
      return prepareCut(cut, options.rotationDeg);
    }),
  );
}

function redMask(data: Uint8Array): Uint8Array {
  const mask = new Uint8Array(data.length / 3);
  for (let i = 0, j = 0; i < mask.length; i++, j += 3) {
    const red = data[j]!;
    if (red - data[j + 1]! > RED && red - data[j + 2]! > RED) mask[i] = 1;
  }
  return mask;
}

/** In pixels of the overview. */
function findBoxes(mask: Uint8Array, width: number, height: number, rotationDeg: QuarterTurn): Box[] {
  const isOnSide = rotationDeg % 180 !== 0;
  const [reachX, reachY] = isOnSide ? [REACH_Y, REACH_X] : [REACH_X, REACH_Y];
  const grown = grow(mask, width, height, reachX, reachY);
  const [pageWidth, pageHeight] = isOnSide ? [height, width] : [width, height];
  return labelComponents(grown, width, height)
    .components.filter((found) => {
      const [across, down] = isOnSide ? [found.height, found.width] : [found.width, found.height];
      return (
        across / pageWidth >= WIDTHS[0] &&
        across / pageWidth <= WIDTHS[1] &&
        down / pageHeight >= HEIGHTS[0] &&
        down / pageHeight <= HEIGHTS[1] &&
        across >= LEAST_ASPECT * down
      );
    })
    .map((box) => ({ box, top: topOf(box, width, height, rotationDeg) }))
    .filter(({ top }) => top <= LOWEST_TOP)
    .sort((a, b) => a.top - b.top)
    .slice(0, MOST_STAMPS)
    .map(({ box }) => box);
}

/** Upper edge as a share of the upright page's height. */
function topOf(box: Box, width: number, height: number, rotationDeg: QuarterTurn): number {
  switch (rotationDeg) {
    case 0:
      return box.y / height;
    case 90:
      return 1 - (box.x + box.width) / width;
    case 180:
      return 1 - (box.y + box.height) / height;
    default:
      return box.x / width;
  }
}

function grow(mask: Uint8Array, width: number, height: number, reachX: number, reachY: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const x = at % width;
    wide.fill(1, at - Math.min(x, reachX), at + Math.min(width - 1 - x, reachX) + 1);
  }
  const grown = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    const row = wide.subarray(y * width, (y + 1) * width);
    if (row.indexOf(1) < 0) continue;
    for (let to = Math.max(0, y - reachY); to <= Math.min(height - 1, y + reachY); to++) {
      for (let x = 0; x < width; x++) if (row[x]) grown[to * width + x] = 1;
    }
  }
  return grown;
}

async function prepareCut(png: Uint8Array, rotationDeg: QuarterTurn): Promise<GreyPicture> {
  const { data, info } = await sharp(png)
    .rotate((360 - rotationDeg) % 360)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const redInk = new Uint8Array(info.width * info.height).fill(255);
  for (let i = 0, j = 0; i < redInk.length; i++, j += info.channels) {
    const [red, green, blue] = [data[j]!, data[j + 1]!, data[j + 2]!];
    // Black print under the stamp is no part of it, and no more is yellowed paper.
    if (red - Math.max(green, blue) > REDDISH) redInk[i] = Math.min(green, blue);
  }
  eraseFrame(redInk, info.width, info.height);
  const scaled = await sharp(redInk, { raw: { width: info.width, height: info.height, channels: 1 } })
    .resize({ height: CUT_HEIGHT_PX })
    .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8Array(scaled.data),
    widthPx: scaled.info.width,
    heightPx: scaled.info.height,
  };
}

/** Rules around the letters are read as strokes; marks of capitals may touch them, so straight ones go row by row. */
function eraseFrame(grey: Uint8Array, width: number, height: number): void {
  const isInk = (x: number, y: number) => grey[y * width + x]! < DARK;
  const rows = lengthsOf(height, width, (y, x) => isInk(x, y));
  const columns = lengthsOf(width, height, (x, y) => isInk(x, y));
  for (let y = 0; y < height; y++) {
    const isEdge = Math.min(y, height - 1 - y) < EDGE_SHARE * height;
    if (isEdge && rows[y]! > FRAME_SHARE * width) grey.fill(255, y * width, (y + 1) * width);
  }
  for (let x = 0; x < width; x++) {
    const isEdge = Math.min(x, width - 1 - x) < EDGE_SHARE * width;
    if (!isEdge || columns[x]! <= FRAME_SHARE * height) continue;
    for (let y = 0; y < height; y++) grey[y * width + x] = 255;
  }
  eraseSlantedFrame(grey, width, height);
}

function lengthsOf(count: number, across: number, isInk: (line: number, at: number) => boolean): number[] {
  return Array.from({ length: count }, (_, line) => {
    let ink = 0;
    for (let at = 0; at < across; at++) if (isInk(line, at)) ink++;
    return ink;
  });
}

function eraseSlantedFrame(grey: Uint8Array, width: number, height: number): void {
  const ink = grey.map((value) => (value < DARK ? 1 : 0));
  const { components, labels } = labelComponents(ink, width, height);
  const isFrame = components.map(
    (found) =>
      (found.width > FRAME_SHARE * width || found.height > FRAME_SHARE * height) &&
      found.area < THIN_SHARE * found.width * found.height,
  );
  const hasLetters = components.some((found, index) => !isFrame[index] && found.area > height);
  if (!hasLetters) return;
  for (let at = 0; at < grey.length; at++) if (labels[at]! >= 0 && isFrame[labels[at]!]) grey[at] = 255;
}
