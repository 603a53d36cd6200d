/** Puts the lines of a page into the order in which a person reads them. */
import { applyToBox, type Box, type Transform } from './geometry.ts';
import type { Line, Word } from './page-text.ts';

export function lineOfWords(words: readonly Word[]): Line {
  return { words, box: boxAround(words.map((word) => word.box)) };
}

/** The smallest upright box around all of `boxes`, of which there is at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Carries lines into other coordinates. */
export function mapLines(lines: readonly Line[], transform: Transform): Line[] {
  return lines.map((line) =>
    lineOfWords(line.words.map((word) => ({ ...word, box: applyToBox(transform, word.box) }))),
  );
}
