/** Counts letters that the edge of the picture cuts through. */
import type { Mark, PageSurvey } from './page-survey.ts';

/** In pixels of the survey's copy: letters and joined letters, no dots, rules or borders. */
const LETTER_PX = { least: 4, longest: 60, thickest: 40, area: 6 };
const LEAST_DARKNESS = 0.45;
/** Letters stand on paper, not in a scanner's dark border or on the desk. */
const LEAST_PAPER = 0.6;
const TOUCH_PX = 1;

/** The most letters that touch one of the four edges. */
export function countCutLetters(survey: PageSurvey): number {
  const letters = findLetters(survey);
  const { widthPx, heightPx } = survey.grey;
  const edges = [
    (mark: Mark) => mark.x <= TOUCH_PX,
    (mark: Mark) => mark.y <= TOUCH_PX,
    (mark: Mark) => mark.x + mark.width >= widthPx - TOUCH_PX,
    (mark: Mark) => mark.y + mark.height >= heightPx - TOUCH_PX,
  ];
  const counts = edges.map(
    (touches) => letters.filter((mark) => touches(mark) && hasNeighbour(mark, letters)).length,
  );
  return Math.max(...counts);
}

function findLetters({ grey, paper, marks }: PageSurvey): Mark[] {
  const bright = LEAST_PAPER * medianOf(paper);
  return marks.filter((mark) => {
    const long = Math.max(mark.width, mark.height);
    const short = Math.min(mark.width, mark.height);
    if (mark.darkness < LEAST_DARKNESS || mark.area < LETTER_PX.area) return false;
    if (long < LETTER_PX.least || long > LETTER_PX.longest || short > LETTER_PX.thickest) return false;
    const middle = (mark.y + (mark.height >> 1)) * grey.widthPx + mark.x + (mark.width >> 1);
    return paper[middle]! >= bright;
  });
}

/** Letters stand in lines; what a torn edge or a speck leaves stands alone. */
function hasNeighbour(mark: Mark, letters: readonly Mark[]): boolean {
  const reach = 1.5 * Math.max(mark.width, mark.height);
  return letters.some((other) => {
    if (other === mark) return false;
    const across = Math.max(mark.x, other.x) - Math.min(mark.x + mark.width, other.x + other.width);
    const down = Math.max(mark.y, other.y) - Math.min(mark.y + mark.height, other.y + other.height);
    return Math.min(across, down) < 0 && Math.max(across, down) < reach;
  });
}

/** The sheet's median brightness; what lies outside of it does not count. */
function medianOf(paper: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const level of paper) counts[level]!++;
  const half = (paper.length - counts[0]!) / 2;
  let seen = 0;
  for (let level = 1; level < 256; level++) if ((seen += counts[level]!) >= half) return level;
  return 0;
}
