/** The desk's one row of tiles. */
import { describe, expect, it } from 'vitest';
import { movedBefore } from '../../../console/src/desk/page-acts.ts';
import { isUnderWay, makeSheaf, troubled } from '../../../console/src/desk/sheaf.ts';
import type { DeskBatch, DeskPage, DeskScan } from '../../../console/src/http/answers.ts';
import type { WaitingFile } from '../../../console/src/upload/waiting.ts';

const scan = (position: number, state: DeskScan['state'] = 'exploded'): DeskScan => ({
  scanId: `s${position}`,
  position,
  name: `${position}.jpg`,
  state,
  sha256: `hash-${position}`,
  warnings: [],
});

const page = (number: number, more: Partial<DeskPage> = {}): DeskPage => ({
  pageId: `p${number}`,
  scanId: `s${number}`,
  pageNumber: 1,
  position: number,
  state: 'recognized',
  verdict: 'good',
  pageType: 'CCCD',
  paperId: null,
  turnDeg: null,
  dropped: false,
  ...more,
});

const batch = (scans: DeskScan[], pages: DeskPage[]): DeskBatch => ({
  batchId: 'b',
  state: 'open',
  manifest: null,
  scans,
  pages,
  dossiers: [],
  progress: { read: 0, total: 0 },
});

const file = (position: number, problem: string | null = null): WaitingFile => ({
  fileId: `f${position}`,
  draftId: 'd',
  position,
  name: `${position}.jpg`,
  content: new Blob(['x']),
  sha256: `hash-${position}`,
  replaces: null,
  problem,
});

const keys = (sheaf: ReturnType<typeof makeSheaf>) => sheaf.tiles.map((tile) => `${tile.kind} ${tile.key}`);

describe('makeSheaf', () => {
  it('shows files put in after a page right behind it, in their order, wherever they are by now', () => {
    const inserted = { after: 'p1', first: 4 };
    const scans = [scan(1), scan(2), { ...scan(4), inserted }, { ...scan(5, 'stored'), inserted }];
    const known = batch(scans, [page(1), { ...page(4), position: 2 }, { ...page(2), position: 3 }]);
    const files = [
      { ...file(6), inserted },
      { ...file(7), inserted: { after: 'p1', first: 7 } },
    ];
    expect(keys(makeSheaf(known, files))).toEqual([
      'page p1',
      'waiting f7',
      'page p4',
      'stored s5',
      'waiting f6',
      'page p2',
    ]);
  });

  it('shows files put in after a page that is gone at the end', () => {
    const lost = { ...file(3), inserted: { after: 'p9', first: 3 } };
    expect(keys(makeSheaf(batch([scan(1)], [page(1)]), [lost]))).toEqual(['page p1', 'waiting f3']);
  });

  it('shows pages in their order, a file being taken apart in its place, and files of this browser last', () => {
    const sheaf = makeSheaf(batch([scan(1), scan(2, 'stored'), scan(3)], [page(3), page(1)]), [file(4)]);
    expect(keys(sheaf)).toEqual(['page p1', 'stored s2', 'page p3', 'waiting f4']);
    expect(isUnderWay(sheaf)).toBe(true);
  });

  it('shows a file once when the answer to its last part was lost', () => {
    expect(keys(makeSheaf(batch([scan(1)], [page(1)]), [file(1)]))).toEqual(['page p1']);
  });

  it('keeps a file in its place while the server has not told of it yet', () => {
    const sent = [scan(1, 'stored'), scan(2, 'stored')];
    expect(keys(makeSheaf(batch([scan(1)], [page(1)]), [file(3)], sent))).toEqual([
      'page p1',
      'stored s2',
      'waiting f3',
    ]);
  });

  it('puts dropped pages apart, and counts what needs another scan unless it was kept', () => {
    const pages = [
      page(1, { verdict: 'rescan' }),
      page(2, { verdict: 'rescan', kept: { reason: 'no better one' } }),
      page(3, { verdict: 'rescan', dropped: true }),
    ];
    const sheaf = makeSheaf(batch([scan(1), scan(2), scan(3), scan(4, 'rejected')], pages), [
      file(5, 'no scan'),
    ]);
    expect(sheaf.dropped.map(({ pageId }) => pageId)).toEqual(['p3']);
    expect(troubled(sheaf).map(({ key }) => key)).toEqual(['p1', 's4', 'f5']);
  });
});

describe('movedBefore', () => {
  it('moves one page and counts anew; null puts it last', () => {
    const order = (pages: readonly DeskPage[]) =>
      pages.map(({ pageId, position }) => `${pageId}@${position}`);
    const pages = [page(1), page(2), page(3)];
    expect(order(movedBefore(pages, 'p3', 'p1'))).toEqual(['p3@1', 'p1@2', 'p2@3']);
    expect(order(movedBefore(pages, 'p1', null))).toEqual(['p2@1', 'p3@2', 'p1@3']);
  });
});
