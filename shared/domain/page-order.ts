/** The order of a dossier's pages: as delivered, until a person puts some of them elsewhere. */
import type { PageId } from './ids.ts';
import type { Place } from './page-plan.ts';

export interface PlacedPage {
  readonly pageId: PageId;
  readonly place: Place;
}

/** Older deliveries first, then scan by scan, page by page. */
export function placeAsDelivered(
  openedAt: string,
  page: { readonly scanPosition: number; readonly pageNumber: number },
): Place {
  return [Date.parse(openedAt), page.scanPosition, page.pageNumber];
}

export function comparePlaces(a: Place, b: Place): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}

/**
 * New places that bring `pages` into the order of `wanted`; only pages that have to move get one. Pages that
 * `wanted` does not name keep theirs.
 */
export function placesFor(pages: readonly PlacedPage[], wanted: readonly PageId[]): Map<PageId, Place> {
  const placeOf = new Map(pages.map(({ pageId, place }) => [pageId, place]));
  const listed = wanted
    .filter((pageId) => placeOf.has(pageId))
    .map((pageId) => ({ pageId, place: placeOf.get(pageId)! }));
  const staying = new Set(longestRise(listed).map(({ pageId }) => pageId));
  const moved = new Map<PageId, Place>();
  for (let from = 0; from < listed.length; ) {
    let to = from;
    while (to < listed.length && !staying.has(listed[to]!.pageId)) to++;
    const run = listed.slice(from, to);
    const places = placesBetween(listed[from - 1]?.place ?? null, listed[to]?.place ?? null, run.length);
    for (const [index, { pageId }] of run.entries()) moved.set(pageId, places[index]!);
    from = to + 1;
  }
  return moved;
}

/** `count` rising places after `before` and in front of `after`; null is the edge. */
export function placesBetween(before: Place | null, after: Place | null, count: number): Place[] {
  if (before === null) {
    const first = after?.[0] ?? 0;
    return Array.from({ length: count }, (_, index) => [first - count + index]);
  }
  const continues = after !== null && before.every((entry, at) => after[at] === entry);
  const next = continues ? after[before.length]! : 1;
  return Array.from({ length: count }, (_, index) => [...before, next - count + index]);
}

/** The most pages that already stand in the wanted order among themselves (patience sorting). */
function longestRise(listed: readonly PlacedPage[]): PlacedPage[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, { place }] of listed.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePlaces(listed[ends[middle]!]!.place, place) < 0) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const rise: PlacedPage[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) rise.unshift(listed[index]!);
  return rise;
}
