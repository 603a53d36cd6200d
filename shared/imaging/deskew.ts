/** Measures how far text lines slant, and how sharply they stand out, from the picture alone. */
import type { GreyPicture } from './picture.ts';
import { findInkLevel } from './threshold.ts';

const FEWEST_EDGES = 100;

/** In which direction ink ends: `lower` edges are those of letters on their base line. */
export type EdgeSide = 'lower' | 'upper' | 'left' | 'right';

export interface Slant {
  /** Clockwise degrees with y downwards. */
  readonly deg: number;
  /** 1 for evenly spread edges, more the sharper they fall into few straight lines; 0 without edges. */
  readonly sharpness: number;
}

/**
 * The angle by which lines of text slant in a flattened picture of 75 to 150 dpi, seen on one side of the letters;
 * `left` and `right` measure lines that run down the picture. 0 for a picture without lines.
 * Method: edges of ink, projected along the true slant, fall into few places.
 */
export function measureSlant(picture: GreyPicture, side: EdgeSide, maxDeg: number, finestDeg: number): Slant {
  const edges = findEdges(picture, side);
  if (edges.across.length < FEWEST_EDGES) return { deg: 0, sharpness: 0 };
  let best = 0;
  let bestScore = -1;
  let reach = maxDeg;
  for (let step = 0.5; step >= finestDeg; step /= 3) {
    const around = best;
    for (let deg = around - reach; deg <= around + reach + 1e-9; deg += step) {
      const score = countCoincidences(edges, deg);
      if (score > bestScore) {
        bestScore = score;
        best = deg;
      }
    }
    reach = step;
  }
  const even = edges.across.length ** 2 / edges.depthPx;
  return { deg: Math.abs(best) > maxDeg ? 0 : best, sharpness: bestScore / even };
}

/** Edge pixels by their place along the line and across it (`depthPx` places across). */
interface Edges {
  readonly along: Int32Array;
  readonly across: Int32Array;
  readonly lengthPx: number;
  readonly depthPx: number;
}

function findEdges(picture: GreyPicture, side: EdgeSide): Edges {
  const { data, widthPx, heightPx } = picture;
  const level = findInkLevel(picture);
  const next = side === 'lower' ? widthPx : side === 'upper' ? -widthPx : side === 'right' ? 1 : -1;
  const vertical = side === 'left' || side === 'right';
  const along: number[] = [];
  const across: number[] = [];
  for (let y = 1; y + 1 < heightPx; y++) {
    for (let x = 1; x + 1 < widthPx; x++) {
      const i = y * widthPx + x;
      if (data[i]! >= level || data[i + next]! < level) continue;
      // A line that runs down the picture is one that runs across it, seen from its side.
      along.push(vertical ? -y : x);
      across.push(vertical ? x : y);
    }
  }
  return {
    along: Int32Array.from(along),
    across: Int32Array.from(across),
    lengthPx: vertical ? heightPx : widthPx,
    depthPx: vertical ? widthPx : heightPx,
  };
}

/** Sum of squares of the profile seen along `deg`: high where places across are either full or empty. */
function countCoincidences(edges: Edges, deg: number): number {
  const slope = Math.tan((deg * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * edges.lengthPx) + 1;
  const profile = new Uint32Array(edges.depthPx + 2 * margin);
  for (let i = 0; i < edges.along.length; i++) {
    profile[Math.round(edges.across[i]! - edges.along[i]! * slope) + margin]!++;
  }
  let sum = 0;
  for (const count of profile) sum += count * count;
  return sum;
}
