/** Spoils a sound picture by a measured amount, as scanners, lamps and hands do. */
import sharp, { type Sharp } from 'sharp';

const MM_PER_INCH = 25.4;
const INK_BELOW = 130;
/** Strokes of letters along a cut; the dots of leaders are smaller, rules and seals longer. */
const LETTER_MM = { least: 0.35, most: 6 };

/** Upright grey. */
export interface SoundPage {
  readonly name: string;
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
}

export type Edge = 'left' | 'right' | 'top' | 'bottom';

export async function blur(page: SoundPage, deviationMm: number): Promise<Uint8Array> {
  const px = (deviationMm / MM_PER_INCH) * page.dpi;
  return encode(px < 0.3 ? open(page) : open(page).blur(px), page.dpi);
}

/** The sheet slipped along the feed while it was scanned. */
export async function slip(page: SoundPage, lengthMm: number): Promise<Uint8Array> {
  const length = 2 * Math.floor(((lengthMm / MM_PER_INCH) * page.dpi) / 2) + 1;
  if (length < 3) return encode(open(page), page.dpi);
  const kernel = [...Array(length).fill(0), ...Array(length).fill(1), ...Array(length).fill(0)] as number[];
  const height = 3;
  return encode(open(page).convolve({ width: length, height, kernel, scale: length }), page.dpi);
}

/** @param light share of what a sound scan has */
export async function dim(page: SoundPage, light: number): Promise<Uint8Array> {
  return encode(open(page).linear(light, 2), page.dpi);
}

/** Scanned at `dpi`, and said so. */
export async function coarsen(page: SoundPage, dpi: number): Promise<Uint8Array> {
  const width = Math.round((page.widthPx * dpi) / page.dpi);
  return encode(open(page).resize({ width, kernel: 'cubic' }), dpi);
}

/** Clockwise, scanned at `dpi`. */
export async function turn(page: SoundPage, turnedDeg: 0 | 90 | 180 | 270, dpi: number): Promise<Uint8Array> {
  return encode(sharp(await coarsen(page, dpi)).rotate(turnedDeg), dpi);
}

/** Takes the paper away up to `mm` beyond where print begins at that edge; less than nothing leaves a margin. */
export async function cut(page: SoundPage, edge: Edge, mm: number): Promise<Uint8Array> {
  const { widthPx, heightPx } = page;
  const at = placeOfCut(page, edge, mm);
  const part = {
    left: { left: at, top: 0, width: widthPx - at, height: heightPx },
    right: { left: 0, top: 0, width: widthPx - at, height: heightPx },
    top: { left: 0, top: at, width: widthPx, height: heightPx - at },
    bottom: { left: 0, top: 0, width: widthPx, height: heightPx - at },
  }[edge];
  return encode(open(page).extract(part), page.dpi);
}

function placeOfCut(page: SoundPage, edge: Edge, mm: number): number {
  return Math.round(findPrint(page, edge) + (mm / MM_PER_INCH) * page.dpi);
}

/** Letters through which that cut goes: between words, or beyond ragged ends of lines, it leaves none to be seen. */
export function countLettersCut(page: SoundPage, edge: Edge, mm: number): number {
  const { widthPx, heightPx, data, dpi } = page;
  const at = placeOfCut(page, edge, mm);
  const isAcross = edge === 'left' || edge === 'right';
  const place = edge === 'left' || edge === 'top' ? at : (isAcross ? widthPx : heightPx) - 1 - at;
  const inkAt = (along: number) =>
    data[isAcross ? along * widthPx + place : place * widthPx + along]! < INK_BELOW;
  let letters = 0;
  let run = 0;
  for (let along = 0; along <= (isAcross ? heightPx : widthPx); along++) {
    if (along < (isAcross ? heightPx : widthPx) && inkAt(along)) {
      run++;
      continue;
    }
    const mmOfRun = (run / dpi) * MM_PER_INCH;
    if (mmOfRun >= LETTER_MM.least && mmOfRun <= LETTER_MM.most) letters++;
    run = 0;
  }
  return letters;
}

/** An empty sheet through which the other side shows, with what lies on every sheet. */
export async function emptySheet(page: SoundPage, showThrough: number, litter: string): Promise<Uint8Array> {
  const { widthPx, heightPx, dpi } = page;
  const behind = await open(page)
    .flop()
    .blur(1.6)
    .linear(showThrough, 255 * (1 - showThrough) - 6)
    .toBuffer();
  const sheet = sharp(behind, { raw: { width: widthPx, height: heightPx, channels: 1 } });
  return encode(sheet.composite([{ input: drawLitter(litter, widthPx, heightPx, dpi) }]), dpi);
}

/** A white sheet with little on it. */
export async function sparseSheet(svg: string, dpi: number): Promise<Uint8Array> {
  const [widthPx, heightPx] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)];
  const sheet = sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#f6f6f4' } });
  return encode(sheet.composite([{ input: drawLitter(svg, widthPx, heightPx, dpi) }]), dpi);
}

/** SVG in millimetres of the sheet. */
function drawLitter(svg: string, widthPx: number, heightPx: number, dpi: number): Buffer {
  const viewBox = `0 0 ${(widthPx / dpi) * MM_PER_INCH} ${(heightPx / dpi) * MM_PER_INCH}`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${viewBox}" font-family="Liberation Serif, serif">${svg}</svg>`,
  );
}

/** Pixels from the edge to the middle of the first letters: where a tenth of the fullest column or row has ink. */
function findPrint({ data, widthPx, heightPx }: SoundPage, edge: Edge): number {
  const isAcross = edge === 'left' || edge === 'right';
  const length = isAcross ? widthPx : heightPx;
  const counts = new Float64Array(length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) if (data[y * widthPx + x]! < INK_BELOW) counts[isAcross ? x : y]!++;
  }
  if (edge === 'right' || edge === 'bottom') counts.reverse();
  const margin = Math.round(0.02 * length);
  const least =
    0.12 * counts.slice(margin, length - margin).reduce((most, count) => Math.max(most, count), 0);
  return Math.max(
    margin,
    counts.findIndex((count, at) => at > margin && count >= least),
  );
}

function open({ data, widthPx, heightPx }: SoundPage) {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } });
}

async function encode(picture: Sharp, dpi: number): Promise<Uint8Array> {
  const bytes = await picture.toColourspace('b-w').withDensity(dpi).jpeg({ quality: 82 }).toBuffer();
  return new Uint8Array(bytes);
}
