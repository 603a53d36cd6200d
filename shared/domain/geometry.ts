/** Plane geometry in pixels: boxes, and 3×3 transforms that carry a delivered picture onto its straightened page. */

/** Upright rectangle; x, y is the upper left corner; y grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Row-major 3×3 homography; its last row is 0 0 1 when the transform is affine. */
export type Transform = readonly [number, number, number, number, number, number, number, number, number];

export type QuarterTurn = 0 | 90 | 180 | 270;

export const IDENTITY: Transform = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The transform that applies `first`, then `second`. */
export function compose(first: Transform, second: Transform): Transform {
  const product: number[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += second[row * 3 + k]! * first[k * 3 + column]!;
      product.push(sum);
    }
  }
  return product as unknown as Transform;
}

export function translation(dx: number, dy: number): Transform {
  return [1, 0, dx, 0, 1, dy, 0, 0, 1];
}

export function scaling(sx: number, sy: number = sx): Transform {
  return [sx, 0, 0, 0, sy, 0, 0, 0, 1];
}

/** Clockwise rotation about the origin, as seen with y downwards. */
export function rotation(clockwiseDeg: number): Transform {
  const radians = (clockwiseDeg * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1];
}

/** Turns a whole picture clockwise by a quarter turn so that it lands in the positive quadrant again. */
export function quarterTurn(clockwiseDeg: QuarterTurn, widthPx: number, heightPx: number): Transform {
  switch (clockwiseDeg) {
    case 0:
      return IDENTITY;
    case 90:
      return [0, -1, heightPx, 1, 0, 0, 0, 0, 1];
    case 180:
      return [-1, 0, widthPx, 0, -1, heightPx, 0, 0, 1];
    case 270:
      return [0, 1, 0, -1, 0, widthPx, 0, 0, 1];
  }
}

export function invert(t: Transform): Transform {
  const [a, b, c, d, e, f, g, h, i] = t;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const n = (value: number) => value / determinant;
  return [
    n(e * i - f * h),
    n(c * h - b * i),
    n(b * f - c * e),
    n(f * g - d * i),
    n(a * i - c * g),
    n(c * d - a * f),
    n(d * h - e * g),
    n(b * g - a * h),
    n(a * e - b * d),
  ];
}

export function apply(t: Transform, point: Point): Point {
  const w = t[6] * point.x + t[7] * point.y + t[8];
  return {
    x: (t[0] * point.x + t[1] * point.y + t[2]) / w,
    y: (t[3] * point.x + t[4] * point.y + t[5]) / w,
  };
}

export function isAffine(t: Transform): boolean {
  return Math.abs(t[6]) < 1e-12 && Math.abs(t[7]) < 1e-12;
}

/** The smallest upright box around the transformed corners of `box`. */
export function applyToBox(t: Transform, box: Box): Box {
  const corners = [
    apply(t, { x: box.x, y: box.y }),
    apply(t, { x: box.x + box.width, y: box.y }),
    apply(t, { x: box.x + box.width, y: box.y + box.height }),
    apply(t, { x: box.x, y: box.y + box.height }),
  ];
  const xs = corners.map((p) => p.x);
  const ys = corners.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
