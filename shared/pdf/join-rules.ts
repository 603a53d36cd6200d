/** Joins the borders of neighbouring table cells into the lines that a reader sees. */
import type { Box } from '../domain/geometry.ts';
import { boxAround } from '../domain/reading/line-segments.ts';

/** Borders of neighbours overlap or leave a hair's breadth. */
const TOLERANCE_PX = 6;

export function joinLevelRules(rules: readonly Box[]): Box[] {
  const sorted = [...rules].sort((a, b) => a.y - b.y || a.x - b.x);
  const joined: Box[] = [];
  for (const rule of sorted) {
    const at = joined.findIndex((other) => touches(other, rule));
    if (at < 0) joined.push(rule);
    else joined[at] = boxAround([joined[at]!, rule]);
  }
  return joined;
}

export function joinUprightRules(rules: readonly Box[]): Box[] {
  return joinLevelRules(rules.map(transpose)).map(transpose);
}

function transpose({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

function touches(a: Box, b: Box): boolean {
  const level = Math.abs(a.y + a.height / 2 - b.y - b.height / 2) <= TOLERANCE_PX;
  return level && b.x <= a.x + a.width + TOLERANCE_PX && a.x <= b.x + b.width + TOLERANCE_PX;
}
