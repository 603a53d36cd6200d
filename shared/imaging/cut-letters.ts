/** Counts letters that the edge of the picture cuts through. */
import type { PageSurvey } from './page-survey.ts';

/** In pixels of the survey's copy: letters and joined letters, no dots, rules or borders. */
const LETTER_PX = { least: 4, longest: 60, thickest: 40, area: 6 };
const LEAST_DARKNESS = 0.45;
/** Letters stand on paper, not in a scanner's dark border. */
const LEAST_PAPER = 0.6;

/** The most letters that touch one of the four edges. */
export function countCutLetters({ grey, paper, marks }: PageSurvey): number {
  const { widthPx, heightPx } = grey;
  const bright = LEAST_PAPER * medianOf(paper);
  const touching = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const mark of marks) {
    const long = Math.max(mark.width, mark.height);
    const short = Math.min(mark.width, mark.height);
    if (mark.darkness < LEAST_DARKNESS || mark.area < LETTER_PX.area) continue;
    if (long < LETTER_PX.least || long > LETTER_PX.longest || short > LETTER_PX.thickest) continue;
    const middle = (mark.y + (mark.height >> 1)) * widthPx + mark.x + (mark.width >> 1);
    if (paper[middle]! < bright) continue;
    if (mark.x <= 1) touching.left++;
    if (mark.y <= 1) touching.top++;
    if (mark.x + mark.width >= widthPx - 1) touching.right++;
    if (mark.y + mark.height >= heightPx - 1) touching.bottom++;
  }
  return Math.max(...Object.values(touching));
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
