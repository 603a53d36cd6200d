/** Gives the words of a line spans along it that readers can tell apart. */
import type { Box } from '../domain/geometry.ts';

/** Where a word is drawn along its line, in pixels. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Poppler joins words that are nearer than 0.15 of the text size, PDF.js nearer than 0.03; both by place alone. */
const NARROWEST_SPACE = 0.16;
/** A word gives way to its neighbours until this much of the text size is left of it. */
const NARROWEST_WORD = 0.25;

/**
 * The spans of `boxes`, the words of one line from left to right: those of the boxes, except that a word too near to
 * the next ends a little early, and starts late where the boxes overlap.
 */
export function partWords(boxes: readonly Box[], textSizePx: number): Span[] {
  const spacePx = NARROWEST_SPACE * textSizePx;
  const spans: Span[] = [];
  boxes.forEach((box, index) => {
    const before = spans[index - 1];
    const next = boxes[index + 1];
    const from = before ? Math.max(box.x, before.to + spacePx) : box.x;
    const limit = next ? next.x - spacePx : Number.POSITIVE_INFINITY;
    const leastPx = Math.min(box.width, NARROWEST_WORD * textSizePx);
    spans.push({ from, to: Math.max(from + leastPx, Math.min(box.x + box.width, limit)) });
  });
  return spans;
}
