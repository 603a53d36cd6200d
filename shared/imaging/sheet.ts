/** Says which part of a picture is the sheet of paper, how large it is, and how to lay it flat. */
import { IDENTITY, type Point, type Transform } from '../domain/geometry.ts';
import { findPageOutline, type Quad } from './page-outline.ts';
import type { Picture } from './picture.ts';

const A4_LONG_INCH = 11.69;
const A4_RATIO = Math.SQRT2;
/** ISO/IEC 7810 ID-1: 85.60 × 53.98 mm. */
const CARD_LONG_INCH = 3.37;
const CARD_RATIO = 1.586;

export interface Sheet {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
  /** Carries pixels of the delivered picture onto the flat sheet; affine for scans, a homography for photographs. */
  readonly fromImage: Transform;
}

/** A scan is its sheet; a picture without a trustworthy resolution is searched for one. */
export function findSheet(picture: Picture, declaredDpi: number | null): Sheet {
  const quad = declaredDpi === null ? findPageOutline(picture) : null;
  if (!quad) return wholePicture(picture, declaredDpi);
  const [upperLeft, upperRight, lowerRight, lowerLeft] = quad;
  let width = (distance(upperLeft, upperRight) + distance(lowerLeft, lowerRight)) / 2;
  let height = (distance(upperLeft, lowerLeft) + distance(upperRight, lowerRight)) / 2;
  const ratio = Math.max(width, height) / Math.min(width, height);
  // Perspective shortens one side of a sheet of A4: its true shape is known.
  if (Math.abs(ratio / A4_RATIO - 1) < 0.08) {
    if (height > width) height = width * A4_RATIO;
    else width = height * A4_RATIO;
  }
  const size = { widthPx: Math.round(width), heightPx: Math.round(height) };
  return { ...size, dpi: guessDpi(size), fromImage: flattenQuad(quad, size.widthPx, size.heightPx) };
}

export function wholePicture(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  declaredDpi: number | null,
): Sheet {
  return { widthPx, heightPx, dpi: declaredDpi ?? guessDpi({ widthPx, heightPx }), fromImage: IDENTITY };
}

/** Coarser is no picture of A4 but a scrap of one. */
const LOWEST_DPI = 50;

/** Pixels per inch of a picture that says nothing: an ID card lies across and is longer than A4, all else is A4. */
export function guessDpi(size: { widthPx: number; heightPx: number }): number {
  const isCard = Math.abs(size.widthPx / size.heightPx / CARD_RATIO - 1) < 0.03;
  const dpi = Math.max(size.widthPx, size.heightPx) / (isCard ? CARD_LONG_INCH : A4_LONG_INCH);
  return Math.max(LOWEST_DPI, dpi);
}

/** The homography that carries the corners of `quad` onto those of a `widthPx` × `heightPx` rectangle. */
export function flattenQuad(quad: Quad, widthPx: number, heightPx: number): Transform {
  const targets = [
    { x: 0, y: 0 },
    { x: widthPx, y: 0 },
    { x: widthPx, y: heightPx },
    { x: 0, y: heightPx },
  ];
  const rows = quad.flatMap(({ x, y }, i) => {
    const { x: u, y: v } = targets[i]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  return [...solve(rows), 1] as unknown as Transform;
}

/** Gauss-Jordan elimination with pivoting of rows that end in their right-hand side. */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let row = k + 1; row < n; row++)
      if (Math.abs(rows[row]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = row;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let row = 0; row < n; row++) {
      if (row === k) continue;
      const factor = rows[row]![k]! / rows[k]![k]!;
      for (let column = k; column <= n; column++) rows[row]![column]! -= factor * rows[k]![column]!;
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
