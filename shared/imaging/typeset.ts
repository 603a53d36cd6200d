/** Sets chosen lines of a page anew: one under another, equally tall, far apart, so that nothing around them confuses. */
import { type Box, compose, invert, scaling, type Transform, translation } from '../domain/geometry.ts';
import { blankGrey, type GreyPicture } from './picture.ts';
import type { TextLines } from './text-lines.ts';
import { warp } from './warp.ts';

/** Letters of about 9 points at 300 dpi, with tails; taller ones are read no better. */
const LINE_HEIGHT_PX = 30;
const ROW_PITCH_PX = 90;
const MARGIN_PX = 50;
const LARGEST_SCALE = 3;
/** Room for the marks of Vietnamese capitals above the letters, and for dots and tails below. */
const ROOM_ABOVE = 0.5;
const ROOM_BELOW = 0.35;

export interface TypesetRow {
  /** Index of the line in `TextLines`. */
  readonly line: number;
  /** In the new picture. */
  readonly topPx: number;
  readonly bottomPx: number;
  /** Carries pixels of the new picture back. */
  readonly toPage: Transform;
}

export function typesetLines(
  picture: GreyPicture,
  lines: TextLines,
  chosen: readonly number[],
): { picture: GreyPicture; rows: readonly TypesetRow[] } {
  const set = chosen.map((line) => setLine(picture, lines, line));
  const widthPx = Math.max(1, ...set.map((row) => row.picture.widthPx)) + 2 * MARGIN_PX;
  const sheet = blankGrey(widthPx, set.length * ROW_PITCH_PX + 2 * MARGIN_PX);
  const rows = set.map((row, i): TypesetRow => {
    const topPx = MARGIN_PX + i * ROW_PITCH_PX;
    for (let y = 0; y < row.picture.heightPx; y++) {
      const from = row.picture.data.subarray(y * row.picture.widthPx, (y + 1) * row.picture.widthPx);
      sheet.data.set(from, (topPx + y) * widthPx + MARGIN_PX);
    }
    const toPage = compose(translation(-MARGIN_PX, -topPx), row.toPage);
    return { line: chosen[i]!, topPx, bottomPx: topPx + ROW_PITCH_PX, toPage };
  });
  return { picture: sheet, rows };
}

function setLine(
  page: GreyPicture,
  lines: TextLines,
  line: number,
): { picture: GreyPicture; toPage: Transform } {
  const { x, y, width, height } = lines.boxes[line]!;
  const side = height * 0.3;
  const box = {
    x: x - side,
    y: y - height * ROOM_ABOVE,
    width: width + 2 * side,
    height: height * (1 + ROOM_ABOVE + ROOM_BELOW),
  };
  const scale = Math.min(LARGEST_SCALE, LINE_HEIGHT_PX / height);
  const crop = cutOut(page, lines.lineOf, line, box);
  const toRow = compose(
    translation(crop.left - Math.round(box.x), crop.top - Math.round(box.y)),
    scaling(scale),
  );
  const widthPx = Math.ceil(box.width * scale);
  const heightPx = Math.min(ROW_PITCH_PX, Math.ceil(box.height * scale));
  const toPage = compose(invert(scaling(scale)), translation(Math.round(box.x), Math.round(box.y)));
  return { picture: warp(stretchContrast(crop.picture, crop.isInk), toRow, widthPx, heightPx), toPage };
}

/** The part of the page, in which ink of other lines and of drawings is white. */
function cutOut(page: GreyPicture, lineOf: Int32Array, line: number, box: Box) {
  const left = Math.max(0, Math.round(box.x));
  const top = Math.max(0, Math.round(box.y));
  const widthPx = Math.max(1, Math.min(page.widthPx, Math.round(box.x + box.width)) - left);
  const heightPx = Math.max(1, Math.min(page.heightPx, Math.round(box.y + box.height)) - top);
  const picture = blankGrey(widthPx, heightPx);
  const isInk = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      const i = (top + row) * page.widthPx + left + column;
      if (!belongs(page, lineOf, line, i)) continue;
      picture.data[row * widthPx + column] = page.data[i]!;
      if (lineOf[i] === line) isInk[row * widthPx + column] = 1;
    }
  }
  return { picture, isInk, left, top };
}

/** Darkest ink to black, and to white the paper of cards, which is tinted and would stand as a halo around the letters. */
function stretchContrast(picture: GreyPicture, isInk: Uint8Array): GreyPicture {
  const ink = picture.data.filter((_, i) => isInk[i]).sort();
  const fringe = picture.data.filter((value, i) => !isInk[i] && value < 255).sort();
  const black = ink[Math.floor(ink.length * 0.05)] ?? 0;
  const white = fringe[Math.floor(fringe.length * 0.97)] ?? 255;
  const range = Math.max(1, white - black);
  const data = picture.data.map((value) => Math.min(255, Math.max(0, ((value - black) * 255) / range)));
  return { ...picture, data };
}

/** Own ink and its grey fringe: what is paler than ink has no owner and goes with the ink next to it. */
function belongs({ widthPx }: GreyPicture, lineOf: Int32Array, line: number, i: number): boolean {
  for (const step of [0, -1, 1, -widthPx, widthPx, -2, 2, -2 * widthPx, 2 * widthPx]) {
    if (lineOf[i + step] === line) return step === 0 || lineOf[i] === -1;
  }
  return false;
}
