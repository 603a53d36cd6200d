/** Lays a stored picture onto its straightened page by a matrix alone, so that its bytes need no change. */
import { apply, type Transform } from '../domain/geometry.ts';
import type { Orientation } from '../imaging/exif.ts';
import { formatNumber } from './format-number.ts';

/** Carries stored pixels of a `widthPx` × `heightPx` picture to where its EXIF orientation wants them. */
export function exifTransform(orientation: Orientation, widthPx: number, heightPx: number): Transform {
  switch (orientation) {
    case 1:
      return [1, 0, 0, 0, 1, 0, 0, 0, 1];
    case 2:
      return [-1, 0, widthPx, 0, 1, 0, 0, 0, 1];
    case 3:
      return [-1, 0, widthPx, 0, -1, heightPx, 0, 0, 1];
    case 4:
      return [1, 0, 0, 0, -1, heightPx, 0, 0, 1];
    case 5:
      return [0, 1, 0, 1, 0, 0, 0, 0, 1];
    case 6:
      return [0, -1, heightPx, 1, 0, 0, 0, 0, 1];
    case 7:
      return [0, -1, heightPx, -1, 0, widthPx, 0, 0, 1];
    case 8:
      return [0, 1, 0, -1, 0, widthPx, 0, 0, 1];
  }
}

/** A picture as coded in the file, and how its pixels lie on the straightened page. */
export interface PlacedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Affine; carries pixels as coded onto the page's frame, y downwards. */
  readonly toFrame: Transform;
}

/**
 * The `cm` operator that draws `picture` onto a page of `frameHeightPx`, in a space of one unit a frame pixel, y
 * upwards from its lower edge. PDF draws a picture into the unit square, its first row at the top (ISO 32000-1, 8.9.5.1).
 */
export function placementOperator(picture: PlacedPicture, frameHeightPx: number): string {
  const { widthPx, heightPx, toFrame } = picture;
  const onPage = (x: number, y: number) => {
    const point = apply(toFrame, { x, y });
    return { x: point.x, y: frameHeightPx - point.y };
  };
  const origin = onPage(0, heightPx);
  const unitX = onPage(widthPx, heightPx);
  const unitY = onPage(0, 0);
  const entries = [
    unitX.x - origin.x,
    unitX.y - origin.y,
    unitY.x - origin.x,
    unitY.y - origin.y,
    origin.x,
    origin.y,
  ];
  return `${entries.map((entry) => formatNumber(entry)).join(' ')} cm`;
}
