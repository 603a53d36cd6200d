/** Tells what a hand or a printer put on a page from what lies on every page: holes, staples, streaks, dirt, borders. */
import type { Mark, PageSurvey } from './page-survey.ts';

const A4_LONG_MM = 297;
const SPECK_MM = 1;
const HOLE_MM = { least: 3.5, most: 9, fromEdge: 25 };
const STAPLE_MM = { longest: 16, thickest: 1.8, fromEdge: 35 };
const STREAK = { thickestMm: 1, steepest: 0.09, leastShare: 0.12, darkestFold: 0.4 };
const EDGE_PX = 2;

/** Added lengths of all marks that mean something, in millimetres of an A4 sheet; a word has about 10. */
export function measureContentMm(survey: PageSurvey): number {
  const mmPerPx = A4_LONG_MM / Math.max(survey.grey.widthPx, survey.grey.heightPx);
  let lengthMm = 0;
  for (const mark of survey.marks) {
    if (isContent(mark, survey, mmPerPx)) lengthMm += Math.max(mark.width, mark.height) * mmPerPx;
  }
  return lengthMm;
}

function isContent(mark: Mark, survey: PageSurvey, mmPerPx: number): boolean {
  const longMm = Math.max(mark.width, mark.height) * mmPerPx;
  if (longMm < SPECK_MM || mark.area < 6) return false;
  if (touchesBorder(mark, survey)) return false;
  const shortMm = Math.min(mark.width, mark.height) * mmPerPx;
  const edgeMm = distanceToEdge(mark, survey) * mmPerPx;
  if (isHole(mark, longMm, shortMm, edgeMm) || isStaple(mark, longMm, edgeMm, mmPerPx)) return false;
  return !isStreak(mark, longMm, shortMm, survey);
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

function distanceToEdge(mark: Mark, { grey }: PageSurvey): number {
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  return Math.min(x, y, grey.widthPx - x, grey.heightPx - y);
}

/** A filled disc near the edge. */
function isHole(mark: Mark, longMm: number, shortMm: number, edgeMm: number): boolean {
  const round = longMm < 1.4 * shortMm && mark.area > 0.6 * mark.width * mark.height;
  return round && longMm >= HOLE_MM.least && longMm <= HOLE_MM.most && edgeMm < HOLE_MM.fromEdge;
}

/** A thin dash near the edge, at any slant. */
function isStaple(mark: Mark, longMm: number, edgeMm: number, mmPerPx: number): boolean {
  const length = Math.hypot(mark.width, mark.height);
  const thicknessMm = (mark.area / length) * mmPerPx;
  return (
    longMm > 4 &&
    longMm < STAPLE_MM.longest &&
    thicknessMm < STAPLE_MM.thickest &&
    edgeMm < STAPLE_MM.fromEdge
  );
}

/** A straight line along the feed or across it: dirt on the glass, however dark, or a piece of a fold. */
function isStreak(mark: Mark, longMm: number, shortMm: number, { grey }: PageSurvey): boolean {
  if (shortMm > Math.max(STREAK.thickestMm, STREAK.steepest * longMm)) return false;
  const side = mark.width > mark.height ? grey.widthPx : grey.heightPx;
  const share = Math.max(mark.width, mark.height) / side;
  return share > STREAK.leastShare || (longMm > 2.5 * shortMm && mark.darkness < STREAK.darkestFold);
}
