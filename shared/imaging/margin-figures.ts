/** Finds the few figures that stand alone in a page's margin: page numbers, which engines take for specks. */
import type { Box } from '../domain/geometry.ts';
import { boxAround } from '../domain/reading/line-segments.ts';
import { type Component, labelComponents } from './components.ts';
import { cropGrey, type GreyPicture } from './picture.ts';
import { findInkLevel, inkMask } from './threshold.ts';

const MM_PER_INCH = 25.4;
/** Shares of the page's height, with room for scans that are higher than their sheet. */
const TOP_SHARE = 0.12;
const FOOT_SHARE = 0.85;
/** Figures of 7 to 16 points; no specks, which fill their box, and no rules. */
const FIGURE_MM = { lowest: 1.4, highest: 4.2, narrowest: 0.2 };
const MOST_FILL = 0.7;
/** How far from the ink's level towards white the thin strokes of small figures still count. */
const FAINT_SHARE = 0.4;
/** `- 2 -`, `12/15`: as wide as this together, with white as wide as that on both sides. */
const WIDEST_MM = 16;
const WIDEST_GAP_MM = 2.5;
const MOST_FIGURES = 7;
const ALONE_MM = 12;
const SPECK_MM = 1;
const LARGE_SPECK_MM = 2.5;
const BORDER_MM = 40;
/** Nearer to the picture's edge lie borders and torn corners. */
const FROM_EDGE_MM = 3;

/** At most one place in each margin, the foot's first; `picture` is upright and straight, boxes are in its pixels. */
export function findMarginFigures(picture: GreyPicture, dpi: number): Box[] {
  const { widthPx, heightPx } = picture;
  const ink = findInkLevel(picture);
  const level = ink + (255 - ink) * FAINT_SHARE;
  const footTop = Math.floor(FOOT_SHARE * heightPx);
  const top = { x: 0, y: 0, width: widthPx, height: Math.ceil(TOP_SHARE * heightPx) };
  const foot = { x: 0, y: footTop, width: widthPx, height: heightPx - footTop };
  return [
    ...findAlone(picture, foot, level, dpi, (box) => box.y + box.height),
    ...findAlone(picture, top, level, dpi, (box) => -box.y),
  ];
}

/** The outermost figures of the margin, if nothing but specks stands beside them. */
function findAlone(
  picture: GreyPicture,
  margin: Box,
  level: number,
  dpi: number,
  outerness: (box: Box) => number,
): Box[] {
  const mm = dpi / MM_PER_INCH;
  const strip = cropGrey(picture, margin);
  const { components } = labelComponents(inkMask(strip, level), strip.widthPx, strip.heightPx);
  const figures = components.filter((component) => mayBeFigure(component, mm));
  const drawn = components.filter((component) => isDrawn(component, mm));
  const groups = groupOnRow(figures, WIDEST_GAP_MM * mm).filter(
    (group) => group.length <= MOST_FIGURES && boxAround(group).width <= WIDEST_MM * mm,
  );
  const alone = groups
    .map(boxAround)
    .filter((box) => box.x > FROM_EDGE_MM * mm && box.x + box.width < strip.widthPx - FROM_EDGE_MM * mm)
    .filter((box) => isAlone(box, drawn, ALONE_MM * mm));
  const [outermost] = alone.toSorted((a, b) => outerness(b) - outerness(a));
  return outermost ? [{ ...outermost, y: outermost.y + margin.y }] : [];
}

function mayBeFigure({ width, height, area }: Component, mm: number): boolean {
  if (height < FIGURE_MM.lowest * mm || height > FIGURE_MM.highest * mm) return false;
  return width >= FIGURE_MM.narrowest * mm && width <= 1.2 * height && area <= MOST_FILL * width * height;
}

/** Letters, strokes and pictures; no specks, and no borders or rules. */
function isDrawn({ width, height, area }: Component, mm: number): boolean {
  const long = Math.max(width, height);
  if (long < SPECK_MM * mm || long > BORDER_MM * mm) return false;
  return long > LARGE_SPECK_MM * mm || area <= MOST_FILL * width * height;
}

function groupOnRow(figures: readonly Component[], gapPx: number): Component[][] {
  const groups: Component[][] = [];
  for (const figure of figures.toSorted((a, b) => a.x - b.x)) {
    const group = groups.find((each) => {
      const last = each.at(-1)!;
      return figure.x - last.x - last.width <= gapPx && sharesRow(last, figure);
    });
    if (group) group.push(figure);
    else groups.push([figure]);
  }
  return groups;
}

function isAlone(box: Box, drawn: readonly Component[], distancePx: number): boolean {
  return drawn.every((other) => {
    const away = Math.max(other.x - box.x - box.width, box.x - other.x - other.width);
    return isWithin(other, box) || away > distancePx || !sharesRow(box, other);
  });
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
}

function sharesRow(a: Box, b: Box): boolean {
  return Math.min(a.y + a.height, b.y + b.height) > Math.max(a.y, b.y);
}
