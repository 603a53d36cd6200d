/** Tells what a hand or a printer put on a page from what lies on every page: holes, staples, streaks, dirt, borders. */
import type { Mark, PageSurvey } from './page-survey.ts';

const SPECK_MM = 1;
const HOLE_MM = { least: 3.5, most: 9, fromEdge: 25 };
const STAPLE = { leastMm: 4, mostMm: 16, thickestMm: 1.8, fromEdgeMm: 35, leastDarkness: 0.5 };
const MOST_STAPLES = 2;
const STREAK = { thickestMm: 1, steepest: 0.09, leastPageShare: 0.12, darkestFold: 0.4 };
/** Dark borders cover less of the sheet; a picture or a pattern that runs over all edges covers more. */
const PICTURE_SHARE = 0.2;
const EDGE_PX = 2;

/** Added lengths of all marks that mean something, in millimetres of an A4 sheet; a word has about 10. */
export function measureContentMm(survey: PageSurvey): number {
  let lengthMm = 0;
  let staples = 0;
  let borderPx = 0;
  for (const mark of survey.marks) {
    const shape = measureShape(mark, survey);
    if (shape.longMm < SPECK_MM || mark.area < 6) continue;
    if (touchesBorder(mark, survey)) {
      borderPx += mark.area;
      continue;
    }
    if (isHole(shape) || isStreak(shape)) continue;
    // Words written near the edge look like staples, but are more than two.
    if (isStaple(shape) && ++staples <= MOST_STAPLES) continue;
    lengthMm += shape.longMm;
  }
  const fillsPage = borderPx > PICTURE_SHARE * survey.paper.length;
  return fillsPage
    ? lengthMm + survey.mmPerPx * Math.max(survey.grey.widthPx, survey.grey.heightPx)
    : lengthMm;
}

interface Shape {
  readonly longMm: number;
  readonly shortMm: number;
  /** Of the stroke, if the mark is one from corner to corner. */
  readonly thicknessMm: number;
  /** Share of its box that is ink. */
  readonly fill: number;
  /** Share of the page's side that it runs along. */
  readonly pageShare: number;
  /** From its middle to the nearest edge. */
  readonly edgeMm: number;
  readonly darkness: number;
}

function measureShape(mark: Mark, { grey, mmPerPx }: PageSurvey): Shape {
  const long = Math.max(mark.width, mark.height);
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  return {
    longMm: long * mmPerPx,
    shortMm: Math.min(mark.width, mark.height) * mmPerPx,
    thicknessMm: (mark.area / Math.hypot(mark.width, mark.height)) * mmPerPx,
    fill: mark.area / (mark.width * mark.height),
    pageShare: long / (mark.width > mark.height ? grey.widthPx : grey.heightPx),
    edgeMm: Math.min(x, y, grey.widthPx - x, grey.heightPx - y) * mmPerPx,
    darkness: mark.darkness,
  };
}

/** Borders, lids and the desk lie against the picture's edge or the sheet's outline. */
function touchesBorder(mark: Mark, { grey, paper }: PageSurvey): boolean {
  const [left, top] = [mark.x - EDGE_PX, mark.y - EDGE_PX];
  const [right, bottom] = [mark.x + mark.width - 1 + EDGE_PX, mark.y + mark.height - 1 + EDGE_PX];
  if (left < 0 || top < 0 || right >= grey.widthPx || bottom >= grey.heightPx) return true;
  const middleX = (left + right) >> 1;
  const middleY = (top + bottom) >> 1;
  const around = [
    [left, middleY],
    [right, middleY],
    [middleX, top],
    [middleX, bottom],
  ] as const;
  return around.some(([x, y]) => paper[y * grey.widthPx + x] === 0);
}

/** A filled disc near the edge. */
function isHole({ longMm, shortMm, fill, edgeMm }: Shape): boolean {
  const round = longMm < 1.4 * shortMm && fill > 0.6;
  return round && longMm >= HOLE_MM.least && longMm <= HOLE_MM.most && edgeMm < HOLE_MM.fromEdge;
}

/** A thin dash near the edge, at any slant. */
function isStaple({ longMm, thicknessMm, edgeMm, darkness }: Shape): boolean {
  const dash = longMm >= STAPLE.leastMm && longMm <= STAPLE.mostMm && thicknessMm < STAPLE.thickestMm;
  return dash && darkness > STAPLE.leastDarkness && edgeMm < STAPLE.fromEdgeMm;
}

/** A straight line along the feed or across it: dirt on the glass, however dark, or a piece of a fold. */
function isStreak({ longMm, shortMm, pageShare, darkness }: Shape): boolean {
  if (shortMm > Math.max(STREAK.thickestMm, STREAK.steepest * longMm)) return false;
  return pageShare > STREAK.leastPageShare || (longMm > 2.5 * shortMm && darkness < STREAK.darkestFold);
}
