/** A small copy of a page on which its quality is judged: how dark each place is against the paper around it. */
import { type Component, labelComponents } from './components.ts';
import { findPageOutline, type Quad } from './page-outline.ts';
import { measurePaper } from './paper-light.ts';
import type { GreyPicture } from './picture.ts';
import { shrink } from './shrink.ts';

export interface PageSurvey {
  /** Picture pixels per pixel of the copy, on each side. */
  readonly factor: number;
  /** Size of a pixel of the copy if the longer side is that of A4. */
  readonly mmPerPx: number;
  /** The copy: means of the picture's pixels. */
  readonly grey: GreyPicture;
  /** Brightness of the paper at every pixel of the copy; 0 outside of the sheet in a photograph. */
  readonly paper: Uint8Array;
  /** The corners of the sheet in a photograph, in pixels of the picture; null in scans and where none was found. */
  readonly outline: Quad | null;
  /** Deviation of the grain of plain paper, in grey levels of the copy. */
  readonly grain: number;
  /** 0-255: how much darker than paper the darkest picture pixel of each place is; 0 outside of the sheet. */
  readonly darkness: Uint8Array;
  /** Connected ink. */
  readonly marks: readonly Mark[];
}

export interface Mark extends Component {
  /** How much darker than paper its darkest pixel is, 0-1. */
  readonly darkness: number;
}

const A4_LONG_MM = 297;
/** A4 gets 94-188 dpi: a letter has 6 pixels or more, a stroke one or two. */
const LEAST_LONG_SIDE_PX = 1100;
/** Fainter marks are the other side's print, folds and the texture of paper. */
const LEAST_DARKNESS = 0.19;
const GRAINS_TO_INK = 3;
/** How many deviations below the mean the least of 1, 4, 9, 16 normal draws is expected. */
const EXPECTED_DARKEST = [0, 0, 1.03, 1.49, 1.77];
/** The sheet's own shadow lies this near to its edge, in pixels of the copy. */
const OUTLINE_MARGIN_PX = 6;

/** Photographs are searched for the sheet; a scan is its sheet. */
export function surveyPage(picture: GreyPicture, isPhotograph: boolean): PageSurvey {
  const longSidePx = Math.max(picture.widthPx, picture.heightPx);
  const factor = Math.max(1, Math.floor(longSidePx / LEAST_LONG_SIDE_PX));
  const grey = shrink(picture, factor);
  const paper = measurePaper(grey);
  const sheet = isPhotograph ? findPageOutline({ ...grey, channels: 1 }) : null;
  if (sheet) clearOutside(paper, grey, sheet);
  const grain = measureGrain(grey);
  const grainBias = grain * factor * (EXPECTED_DARKEST[factor] ?? 2);
  const darkness = measureDarkness(takeDarkest(picture, factor, grey), paper, grainBias);
  const marks = findMarks(darkness, paper, grain, grey.widthPx);
  const outline = sheet && (sheet.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as Quad);
  const mmPerPx = A4_LONG_MM / Math.max(grey.widthPx, grey.heightPx);
  return { factor, mmPerPx, grey, paper, outline, grain, darkness, marks };
}

/** Thin strokes fade in means, so ink is looked for among the darkest of the picture's pixels. */
function takeDarkest(picture: GreyPicture, factor: number, copy: GreyPicture): Uint8Array {
  if (factor === 1) return picture.data;
  const darkest = new Uint8Array(copy.data.length).fill(255);
  for (let y = 0; y < copy.heightPx * factor; y++) {
    let from = y * picture.widthPx;
    let to = Math.floor(y / factor) * copy.widthPx;
    for (let x = 0; x < copy.widthPx; x++, to++) {
      for (let i = 0; i < factor; i++, from++) {
        if (picture.data[from]! < darkest[to]!) darkest[to] = picture.data[from]!;
      }
    }
  }
  return darkest;
}

/** 0 for paper, 255 for black. */
function measureDarkness(darkest: Uint8Array, paper: Uint8Array, grainBias: number): Uint8Array {
  const darkness = new Uint8ClampedArray(paper.length);
  for (let i = 0; i < paper.length; i++) {
    if (paper[i]! > 0) darkness[i] = 255 - ((darkest[i]! + grainBias) * 255) / paper[i]!;
  }
  return new Uint8Array(darkness.buffer);
}

function findMarks(darkness: Uint8Array, paper: Uint8Array, grain: number, widthPx: number): Mark[] {
  const mask = new Uint8Array(darkness.length);
  for (let i = 0; i < mask.length; i++) {
    const least = LEAST_DARKNESS + (GRAINS_TO_INK * grain) / Math.max(1, paper[i]!);
    mask[i] = darkness[i]! >= 255 * least ? 1 : 0;
  }
  const { components, labels } = labelComponents(mask, widthPx, mask.length / widthPx);
  const darkest = new Uint8Array(components.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label >= 0 && darkness[i]! > darkest[label]!) darkest[label] = darkness[i]!;
  }
  return components.map((component, label) => ({ ...component, darkness: darkest[label]! / 255 }));
}

/** Half of all neighbours on a page differ by grain alone; the median of normal differences is 0.954 deviations. */
function measureGrain({ data }: GreyPicture): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i + 1 < data.length; i += 2) counts[Math.abs(data[i]! - data[i + 1]!)]!++;
  let below = 0;
  const half = data.length / 4;
  for (let difference = 0; difference < 256; difference++) {
    const count = counts[difference]!;
    if (below + count > half) return Math.max(0, difference - 0.5 + (half - below) / count) / 0.954;
    below += count;
  }
  return 0;
}

function clearOutside(paper: Uint8Array, { widthPx, heightPx }: GreyPicture, quad: Quad): void {
  for (let y = 0; y < heightPx; y++) {
    let [left, right] = [0, widthPx];
    for (let corner = 0; corner < 4; corner++) {
      const a = quad[corner]!;
      const b = quad[(corner + 1) % 4]!;
      // Inside is where (b - a) × (p - a) is at least the margin: solved for x it bounds the row on one side.
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      const slope = -(b.y - a.y) / length;
      const rest = OUTLINE_MARGIN_PX - ((b.x - a.x) * (y - a.y)) / length + slope * a.x;
      if (slope > 1e-6) left = Math.max(left, Math.ceil(rest / slope));
      else if (slope < -1e-6) right = Math.min(right, Math.floor(rest / slope));
      else if (rest > 0) right = 0;
    }
    paper.fill(0, y * widthPx, y * widthPx + Math.min(widthPx, Math.max(0, left)));
    paper.fill(0, y * widthPx + Math.max(left, Math.min(widthPx, Math.max(0, right))), (y + 1) * widthPx);
  }
}
