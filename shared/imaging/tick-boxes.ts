/** Finds tick boxes, which an engine reads as letters. */
import type { Component, Labelling } from './components.ts';

const MM_PER_INCH = 25.4;
const SIDE_MM = { least: 2.2, most: 7 };
/** A drawn side is ink nearly all along; no letter has four such sides. */
const SIDE_FILLED = 0.95;
/** Inside of the frame is paper, but for a tick; the stems of a bold letter with serifs are thicker than a frame. */
const MOST_INK_INSIDE = 0.3;

/** Indices of the components that are the frames of square boxes, ticked or not. */
export function findTickBoxes({ components, labels }: Labelling, widthPx: number, dpi: number): number[] {
  const px = dpi / MM_PER_INCH;
  return components.flatMap((component, index) => {
    const { width, height } = component;
    const square = width / height > 0.85 && width / height < 1.18;
    const sized =
      Math.min(width, height) >= SIDE_MM.least * px && Math.max(width, height) <= SIDE_MM.most * px;
    return square && sized && isFrame(component, index, labels, widthPx) ? [index] : [];
  });
}

function isFrame(box: Component, index: number, labels: Int32Array, widthPx: number): boolean {
  const depth = Math.max(2, Math.round(Math.min(box.width, box.height) / 8));
  const isInk = (x: number, y: number) => labels[(box.y + y) * widthPx + box.x + x] === index;
  const filled = (length: number, at: (along: number, inwards: number) => boolean) => {
    let count = 0;
    for (let along = 0; along < length; along++) {
      for (let inwards = 0; inwards < depth; inwards++) {
        if (at(along, inwards)) {
          count++;
          break;
        }
      }
    }
    return count >= length * SIDE_FILLED;
  };
  let inside = 0;
  for (let along = 2 * depth; along < box.height - 2 * depth; along++) {
    if (isInk(depth + 1, along)) inside++;
    if (isInk(box.width - 2 - depth, along)) inside++;
  }
  return (
    inside <= 2 * (box.height - 4 * depth) * MOST_INK_INSIDE &&
    filled(box.width, (x, y) => isInk(x, y)) &&
    filled(box.width, (x, y) => isInk(x, box.height - 1 - y)) &&
    filled(box.height, (y, x) => isInk(x, y)) &&
    filled(box.height, (y, x) => isInk(box.width - 1 - x, y))
  );
}
