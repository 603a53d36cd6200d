import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageId } from '../../../shared/domain/ids.ts';
import {
  comparePlaces,
  type PlacedPage,
  placeAsDelivered,
  placesBetween,
  placesFor,
} from '../../../shared/domain/page-order.ts';

const delivered = (count: number, openedAt = '2026-01-05T02:00:00.000Z'): PlacedPage[] =>
  Array.from({ length: count }, (_, index) => ({
    pageId: `p${index + 1}` as PageId,
    place: placeAsDelivered(openedAt, { scanPosition: 1 + (index >> 1), pageNumber: 1 + (index & 1) }),
  }));

const idsOf = (pages: readonly PlacedPage[]) => pages.map(({ pageId }) => pageId);
const sorted = (pages: readonly PlacedPage[]) => pages.toSorted((a, b) => comparePlaces(a.place, b.place));

function reorder(pages: readonly PlacedPage[], wanted: readonly PageId[]): PlacedPage[] {
  const moved = placesFor(pages, wanted);
  return pages.map((page) => ({ ...page, place: moved.get(page.pageId) ?? page.place }));
}

describe('the order of pages', () => {
  it('is that of delivery: older batches first, then scans, then pages, as numbers', () => {
    const place = (openedAt: string, scanPosition: number, pageNumber: number) =>
      placeAsDelivered(openedAt, { scanPosition, pageNumber });
    const [early, late] = ['2026-01-05T02:00:00.000Z', '2026-01-06T02:00:00.000Z'];
    const places = [place(late, 1, 1), place(early, 10, 1), place(early, 2, 10), place(early, 2, 9)];
    expect(places.toSorted(comparePlaces)).toEqual([places[3], places[2], places[1], places[0]]);
  });

  it('becomes any wanted one, again and again', () => {
    const shuffles = fc.array(fc.shuffledSubarray(idsOf(delivered(9)), { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(shuffles, (wishes) => {
        let pages = delivered(9);
        for (const wish of wishes) {
          pages = reorder(pages, wish);
          expect(idsOf(sorted(pages))).toEqual(wish);
        }
      }),
    );
  });

  it('moves only what must move', () => {
    const pages = delivered(6);
    const [a, b, c, d, e, f] = idsOf(pages) as [PageId, PageId, PageId, PageId, PageId, PageId];
    expect([...placesFor(pages, [f, a, b, c, d, e]).keys()]).toEqual([f]);
    expect([...placesFor(pages, [a, c, d, b, e, f]).keys()]).toEqual([b]);
    expect(placesFor(pages, idsOf(pages)).size).toBe(0);
    expect(placesFor(pages, []).size).toBe(0);
  });

  it('leaves pages that nobody named between their neighbours', () => {
    const pages = delivered(5);
    const [a, b, c] = idsOf(pages) as [PageId, PageId, PageId];
    const after = sorted(reorder(pages, [c, a, b]));
    expect(idsOf(after).filter((id) => ![a, b, c].includes(id))).toEqual(['p4', 'p5']);
  });

  it('always has room for one more page between two', () => {
    const place = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 5 }), (a, b, count) => {
        fc.pre(comparePlaces(a, b) !== 0);
        const [before, after] = comparePlaces(a, b) < 0 ? [a, b] : [b, a];
        for (const [low, high] of [
          [before, after],
          [null, after],
          [before, null],
        ] as const) {
          const between = placesBetween(low, high, count);
          const row = [...(low ? [low] : []), ...between, ...(high ? [high] : [])];
          expect(row.toSorted(comparePlaces)).toEqual(row);
          expect(new Set(row.map(String)).size).toBe(row.length);
        }
      }),
    );
  });
});
