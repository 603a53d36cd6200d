/** Finds the dots inside of zeros in machine-readable zones and typewriting, which an engine reads as nines and sixes. */
import type { Component } from './components.ts';

const MM_PER_INCH = 25.4;
/** Figures of 6 to 16 points. */
const ZERO_MM = { lowest: 1.4, highest: 4.5 };
/** Of the zero's height: a zero is narrower than it is tall, and an `O` has no dot. */
const NARROWEST = 0.4;
const WIDEST = 0.85;
/** Of the zero's width and height. */
const LARGEST_DOT = 0.42;
const SMALLEST_DOT = 0.08;
const OFF_CENTRE = 0.12;

/** Indices of the components that are dots in the very middle of a ring. */
export function findZeroDots(components: readonly Component[], dpi: number): number[] {
  const px = dpi / MM_PER_INCH;
  const rings = components.filter((component) => mayBeZero(component, px));
  const cellPx = Math.max(1, Math.round(ZERO_MM.highest * px));
  const columns = 1 + Math.floor(Math.max(0, ...rings.map(({ x }) => x)) / cellPx);
  const cellOf = (x: number, y: number) => Math.floor(y / cellPx) * (columns + 2) + Math.floor(x / cellPx);
  const byCell = Map.groupBy(rings, (ring) => cellOf(ring.x, ring.y));
  const near = (dot: Component) =>
    [-1, 0].flatMap((down) =>
      [-1, 0].flatMap((right) => byCell.get(cellOf(dot.x + right * cellPx, dot.y + down * cellPx)) ?? []),
    );
  return components.flatMap((dot, index) =>
    dot.height <= ZERO_MM.highest * px * LARGEST_DOT && near(dot).some((ring) => isDotOf(dot, ring))
      ? [index]
      : [],
  );
}

function mayBeZero({ width, height }: Component, px: number): boolean {
  if (height < ZERO_MM.lowest * px || height > ZERO_MM.highest * px) return false;
  return width >= height * NARROWEST && width <= height * WIDEST;
}

function isDotOf(dot: Component, ring: Component): boolean {
  if (dot.width > ring.width * LARGEST_DOT || dot.height > ring.height * LARGEST_DOT) return false;
  if (dot.height < ring.height * SMALLEST_DOT) return false;
  const across = dot.x + dot.width / 2 - (ring.x + ring.width / 2);
  const down = dot.y + dot.height / 2 - (ring.y + ring.height / 2);
  return Math.abs(across) <= ring.width * OFF_CENTRE && Math.abs(down) <= ring.height * OFF_CENTRE;
}
