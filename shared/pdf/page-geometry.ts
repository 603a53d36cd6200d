/** Plane geometry of PDF pages: rectangles and matrices in points, y upwards. */

/** Points in the page's own space, y upwards, before the page is turned. */
export interface PageRect {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** PDF's a b c d e f: x' = ax + cy + e, y' = bx + dy + f (ISO 32000-1, 8.3.3). */
export type PdfMatrix = readonly [number, number, number, number, number, number];

export const IDENTITY: PdfMatrix = [1, 0, 0, 1, 0, 0];

export function areaOf({ left, bottom, right, top }: PageRect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}

export function intersect(a: PageRect, b: PageRect): PageRect {
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}

/** `first`, then `second`. */
export function multiply(first: PdfMatrix, second: PdfMatrix): PdfMatrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Where an image lies. */
export function unitSquare(matrix: PdfMatrix): PageRect {
  return transformRect({ left: 0, bottom: 0, right: 1, top: 1 }, matrix);
}

/** The smallest upright rectangle around the transformed corners. */
export function transformRect(
  { left, bottom, right, top }: PageRect,
  [a, b, c, d, e, f]: PdfMatrix,
): PageRect {
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
