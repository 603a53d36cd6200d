/** The page plan while an officer edits it. */
import { describe, expect, it } from 'vitest';
import { changePage, changesOf, movePage, type PlannedPage } from '../../../console/src/reading/plan.ts';

const page = (pageId: string, paperId: string | null): PlannedPage => ({
  pageId,
  number: 1,
  turnDeg: 0,
  dropped: false,
  paperId,
});
const before = [page('a', 'CCCD-1'), page('b', 'CCCD-1'), page('c', null)];
const papers = [
  {
    paperId: 'CCCD-1',
    type: 'CCCD',
    name: 'Căn cước',
    componentCode: null,
    pageIds: [],
    fileId: null,
    fields: [],
  },
];

describe('changesOf', () => {
  it('says nothing where nothing changed, and a page put back is no change', () => {
    expect(changesOf(before, before, papers)).toBeNull();
    const dropped = changePage(before, 'a', { dropped: true });
    expect(changesOf(changePage(dropped, 'a', { dropped: false }), before, papers)).toBeNull();
  });

  it('says only the pages that changed while the order stands', () => {
    const plan = changePage(changePage(before, 'c', { paperId: 'CCCD-1' }), 'b', {
      paperId: null,
      turnDeg: 90,
    });
    expect(changesOf(plan, before, papers)).toEqual([
      { pageId: 'b', turnDeg: 90, paper: null },
      { pageId: 'c', paper: { key: 'CCCD-1', type: 'CCCD' } },
    ]);
  });

  it('says all pages where the order changed', () => {
    expect(changesOf(movePage(before, 'c', -1), before, papers)?.map(({ pageId }) => pageId)).toEqual([
      'a',
      'c',
      'b',
    ]);
  });
});
