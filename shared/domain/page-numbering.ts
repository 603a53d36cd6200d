/** Reads the page number that a paper prints in its margin. */
import type { PageLine } from './page-lines.ts';

export interface PageNumbering {
  readonly number: number;
  /** Null where the paper does not say of how many. */
  readonly total: number | null;
}

const LABELLED =
  /^\W*(?:trang|page|tr\.?)\s*(?:số)?\s*:?\s*(\d{1,3})(?:\s*(?:\/|trên|of)\s*(\d{1,3}))?\W*$/iu;
const OF_TOTAL = /^\W*(\d{1,2})\s*\/\s*(\d{1,2})\W*$/;
const ALONE = /^[-–—.\s]*(\d{1,2})[-–—.\s]*$/;
const FRACTION_SLASH = /[\u2044\u2215]/g;
/** Shares of the page's height: letters' page numbers stand at the top (Decree 30/2020), forms' at the foot. */
const TOP_MARGIN = 0.1;
const FOOT_MARGIN = 0.85;

/** Null where the margins show no number. */
export function readPageNumbering(lines: readonly PageLine[]): PageNumbering | null {
  let first = lines[0];
  let last = lines[0];
  for (const line of lines) {
    if (line.top < first!.top) first = line;
    if (line.bottom > last!.bottom) last = line;
  }
  const margins = [
    ...(last && last.bottom > FOOT_MARGIN ? [last] : []),
    ...(first && first.top < TOP_MARGIN ? [first] : []),
  ];
  for (const margin of margins) {
    const text = margin.text.replace(FRACTION_SLASH, '/');
    const [, number, total] = LABELLED.exec(text) ?? OF_TOTAL.exec(text) ?? ALONE.exec(text) ?? [];
    if (number === undefined || Number(number) === 0) continue;
    if (total !== undefined && Number(total) < Number(number)) continue;
    return { number: Number(number), total: total === undefined ? null : Number(total) };
  }
  return null;
}
