/** Puts the pages of a paper in the order that their printed numbers, or else their heading, say. */
import type { ReadPage } from './group-pages.ts';
import { isSameSheet } from './page-likeness.ts';

export interface NumberedPage {
  readonly page: ReadPage;
  readonly printed: number;
}

/** One page for each sheet, of sheets that were scanned twice the first, in the order given. */
export function firstScans(pages: readonly ReadPage[]): ReadPage[] {
  const kept: ReadPage[] = [];
  for (const page of pages) if (!kept.some((other) => isSameSheet(other.facts, page.facts))) kept.push(page);
  return kept;
}

/** Likewise, the last scan in the place of the first. */
export function lastScans(pages: readonly ReadPage[]): ReadPage[] {
  return firstScans(pages).map((first) => pages.findLast((page) => isSameSheet(first.facts, page.facts))!);
}

/** Null unless every page has a number of its own, or can have no other; the page with the heading may leave its `1` unsaid. */
export function numberPages(pages: readonly ReadPage[]): NumberedPage[] | null {
  const numbered = pages.map((page) => ({
    page,
    printed: page.signs.numbering?.number ?? (page.signs.own?.by === 'heading' ? 1 : null),
  }));
  const whole = fillTheOneUnread(numbered);
  if (whole === null || new Set(whole.map(({ printed }) => printed)).size < whole.length) return null;
  return whole;
}

/** Of one number unread and one lacking in the run, each is the other's answer; a first page shows its heading. */
function fillTheOneUnread(
  pages: readonly { readonly page: ReadPage; readonly printed: number | null }[],
): NumberedPage[] | null {
  const unread = pages.filter(({ printed }) => printed === null);
  if (unread.length === 0) return pages as NumberedPage[];
  const lacking = pages
    .map((_, index) => index + 1)
    .filter((each) => !pages.some(({ printed }) => printed === each));
  const [only] = lacking;
  if (unread.length > 1 || lacking.length !== 1 || only! < 2) return null;
  return pages.map(({ page, printed }) => ({ page, printed: printed ?? only! }));
}

/** A second scan follows its sheet; pages of which not all are numbered stay, but the heading comes first. */
export function inPrintedOrder(pages: readonly ReadPage[]): ReadPage[] {
  const sheets = firstScans(pages);
  const numbered = numberPages(sheets);
  const sorted = numbered
    ? numbered.toSorted((a, b) => a.printed - b.printed).map(({ page }) => page)
    : headingFirst(sheets);
  const again = pages.filter((page) => !sheets.includes(page));
  // A page may be like several sheets that are not like each other: it follows one of them.
  const sheetOf = new Map(
    again.map((page) => [page, sheets.find((sheet) => isSameSheet(sheet.facts, page.facts))]),
  );
  return sorted.flatMap((sheet) => [sheet, ...again.filter((page) => sheetOf.get(page) === sheet)]);
}

/** The only page with a heading, where the pages before it say that they are others of its paper. */
export function findLateHeading(pages: readonly ReadPage[]): ReadPage | null {
  const headed = pages.filter(({ signs }) => signs.own?.by === 'heading');
  const [heading] = headed;
  if (headed.length !== 1 || !heading) return null;
  const before = pages.slice(0, pages.indexOf(heading));
  const goesOn = ({ signs }: ReadPage) =>
    (signs.numbering?.number ?? 0) > 1 ||
    (signs.own?.by === 'marks' && signs.own.type === heading.signs.own!.type);
  return before.length > 0 && before.every(goesOn) ? heading : null;
}

function headingFirst(pages: readonly ReadPage[]): ReadPage[] {
  const heading = findLateHeading(pages);
  return heading ? [heading, ...pages.filter((page) => page !== heading)] : [...pages];
}
