/** Finds the sheet of paper in a photograph by its four straight edges. */
import type { Point } from '../domain/geometry.ts';
import type { GreyPicture, Picture } from './picture.ts';
import { shrink } from './shrink.ts';

const SEARCH_LONG_SIDE_PX = 640;
/** Half of the window over which paper and desk are compared: wider than ink, narrower than the desk that one sees. */
const WINDOW_PX = 5;
/** Paper is at least so much paler than the desk at its edge. */
const LEAST_STEP = 8;
const STEEPEST = 0.3;
const SLOPE_STEP = 0.005;
/** An edge is seen along this much of its side at least: hands and shadows may hide the rest. */
const LEAST_SEEN = 0.4;

/** Of the picture: who photographs a sheet fills the picture with it. */
const LEAST_SHARE = 0.25;

/** Upper left, upper right, lower right, lower left corner, in pixels of the picture. */
export type Quad = readonly [Point, Point, Point, Point];

/** The corners of the sheet, or null where no four edges make a plausible one. */
export function findPageOutline(picture: Picture): Quad | null {
  const { widthPx, heightPx } = picture;
  const factor = Math.max(1, Math.floor(Math.max(widthPx, heightPx) / SEARCH_LONG_SIDE_PX));
  const small = shrink(takePaleness(picture), factor);
  const across = transpose(small);
  const left = findEdge(small);
  const right = mirrorEdge(findEdge(mirror(small)), small.widthPx);
  const top = findEdge(across);
  const bottom = mirrorEdge(findEdge(mirror(across)), small.heightPx);
  if (!left || !right || !top || !bottom) return null;
  const corner = (upright: Edge, level: Edge): Point => {
    // x = a + b·y on the upright edge, y = c + d·x on the level one.
    const x = (upright.offset + upright.slope * level.offset) / (1 - upright.slope * level.slope);
    const y = level.offset + level.slope * x;
    return { x: x * factor, y: y * factor };
  };
  const quad: Quad = [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
  return isSheet(quad, widthPx, heightPx) ? quad : null;
}

/** The darkest channel: paper is pale in all of them, wood and cloth are not. */
function takePaleness(picture: Picture): GreyPicture {
  const { widthPx, heightPx } = picture;
  if (picture.channels === 1) return { data: picture.data, widthPx, heightPx };
  const data = new Uint8Array(widthPx * heightPx);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    data[i] = Math.min(picture.data[j]!, picture.data[j + 1]!, picture.data[j + 2]!);
  }
  return { data, widthPx, heightPx };
}

/** x = offset + slope · y. */
interface Edge {
  readonly offset: number;
  readonly slope: number;
}

/** The outermost long line in the left half at which it becomes paler to the right. */
function findEdge(picture: GreyPicture): Edge | null {
  const steps = findSteps(picture);
  const margin = Math.ceil(STEEPEST * picture.heightPx);
  const size = Math.ceil(picture.widthPx / 2) + 2 * margin;
  let most = 0;
  const lines: { seen: number; offset: number; slope: number }[] = [];
  for (let slope = -STEEPEST; slope <= STEEPEST; slope += SLOPE_STEP) {
    const votes = new Uint16Array(size + 3);
    for (const { x, y } of steps) {
      const at = Math.round(x - slope * y) + margin;
      if (at >= 1 && at < size) for (let near = -1; near <= 1; near++) votes[at + near]!++;
    }
    for (let at = 1; at < size; at++) {
      const seen = votes[at]!;
      if (seen < picture.heightPx * LEAST_SEEN) continue;
      most = Math.max(most, seen);
      lines.push({ seen, offset: at - margin, slope });
    }
  }
  const long = lines.filter((line) => line.seen > most * 0.75);
  if (long.length === 0) return null;
  const middle = picture.heightPx / 2;
  const place = (line: Edge) => line.offset + line.slope * middle;
  const outermost = Math.min(...long.map(place));
  const best = long
    .filter((line) => place(line) < outermost + WINDOW_PX)
    .reduce((a, b) => (b.seen > a.seen ? b : a));
  return fitLine(steps.filter(({ x, y }) => Math.abs(x - best.offset - best.slope * y) <= 2));
}

/** Per row the places, outer half only, where paleness rises most. */
function findSteps(picture: GreyPicture): Point[] {
  const { data, widthPx, heightPx } = picture;
  const steps: Point[] = [];
  const sums = new Int32Array(widthPx + 1);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) sums[x + 1] = sums[x]! + data[y * widthPx + x]!;
    const rise = (x: number) => (sums[x + WINDOW_PX]! - 2 * sums[x]! + sums[x - WINDOW_PX]!) / WINDOW_PX;
    const end = Math.min(Math.floor(widthPx / 2), widthPx - WINDOW_PX - 2);
    for (let x = WINDOW_PX + 1; x < end; x++) {
      const here = rise(x);
      if (here >= LEAST_STEP && here >= rise(x - 1) && here > rise(x + 1) && staysDark(sums, x))
        steps.push({ x, y });
    }
  }
  return steps;
}

/** A drawn line is dark as well, but has paper on both its sides; a desk goes on. */
function staysDark(sums: Int32Array, x: number): boolean {
  const far = Math.max(0, x - 3 * WINDOW_PX);
  const outside = (sums[x - WINDOW_PX]! - sums[far]!) / (x - WINDOW_PX - far);
  const inside = (sums[x + WINDOW_PX]! - sums[x]!) / WINDOW_PX;
  return inside - outside >= LEAST_STEP / 2;
}

/** Least squares. */
function fitLine(points: readonly Point[]): Edge | null {
  const n = points.length;
  const meanX = points.reduce((sum, point) => sum + point.x, 0) / n;
  const meanY = points.reduce((sum, point) => sum + point.y, 0) / n;
  let spread = 0;
  let common = 0;
  for (const { x, y } of points) {
    spread += (y - meanY) ** 2;
    common += (y - meanY) * (x - meanX);
  }
  if (spread === 0) return null;
  const slope = common / spread;
  return { slope, offset: meanX - slope * meanY };
}

function mirrorEdge(edge: Edge | null, widthPx: number): Edge | null {
  return edge && { offset: widthPx - edge.offset, slope: -edge.slope };
}

/** Convex, near rectangular, and most of what was photographed. */
function isSheet(quad: Quad, widthPx: number, heightPx: number): boolean {
  const slack = Math.max(widthPx, heightPx) * 0.05;
  let area = 0;
  for (let i = 0; i < 4; i++) {
    const [before, here, after] = [quad[(i + 3) % 4]!, quad[i]!, quad[(i + 1) % 4]!];
    if (here.x < -slack || here.y < -slack || here.x > widthPx + slack || here.y > heightPx + slack)
      return false;
    const [ax, ay, bx, by] = [before.x - here.x, before.y - here.y, after.x - here.x, after.y - here.y];
    const cosine = (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by));
    if (!(Math.abs(cosine) < 0.35)) return false;
    area += here.x * after.y - after.x * here.y;
  }
  return area / 2 > widthPx * heightPx * LEAST_SHARE;
}

function mirror({ data, widthPx, heightPx }: GreyPicture): GreyPicture {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) out[y * widthPx + x] = data[(y + 1) * widthPx - 1 - x]!;
  }
  return { data: out, widthPx, heightPx };
}

function transpose({ data, widthPx, heightPx }: GreyPicture): GreyPicture {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) out[x * heightPx + y] = data[y * widthPx + x]!;
  }
  return { data: out, widthPx: heightPx, heightPx: widthPx };
}
