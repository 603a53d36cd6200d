/** What every search index promises: words without marks, scopes that hold, lists that page, entries that do not age. */
import { describe, expect, it } from 'vitest';
import type { DossierId } from '../../shared/domain/ids.ts';
import type { SearchEntry, SearchIndex, SearchPage, SearchQuery } from '../../shared/ports/search-index.ts';
import { type Make, open } from './subject.ts';

const ENTRY: SearchEntry = {
  dossierId: 'H12.09-261102-0001' as DossierId,
  version: 1,
  dossierCode: 'H12.09-261102-0001',
  state: 'digitized',
  verdict: 'clean',
  officeCode: '970000',
  unitCode: 'H12.09',
  procedureCode: '1.001193',
  procedureName: 'Đăng ký khai sinh',
  applicantName: 'Đặng Thị Hoà',
  openReviews: 0,
  receivedOn: '2026-11-02',
  updatedAt: '2026-11-02T03:00:00.000Z',
  text: 'H12.09-261102-0001\nĐặng Thị Hoà\n096188001234\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nNơi cư trú: ấp Tân Thuỷ, xã Đất Mũi',
};

export function entry(id: string, changes: Partial<SearchEntry> = {}): SearchEntry {
  return { ...ENTRY, dossierId: id as DossierId, dossierCode: id, text: `${id}\n${ENTRY.text}`, ...changes };
}

export const QUERY: SearchQuery = {
  words: '',
  scope: {},
  filter: {},
  order: 'newest',
  today: '2026-11-12',
  limit: 20,
};

const idsOf = (page: SearchPage) => page.hits.map((hit) => hit.dossierId);

export function describeSearchIndex(name: string, make: Make<SearchIndex>): void {
  describe(`search index: ${name}`, () => {
    it('gives back what was put, without its text', async () => {
      const index = await open(make);
      await index.put(ENTRY);
      const { text: _text, version: _version, ...summary } = ENTRY;
      expect(await index.find(QUERY)).toMatchObject({ hits: [{ ...summary, snippet: [] }], cursor: null });
    });

    it.each([
      'Đặng Thị Hoà',
      'dang thi hoa',
      'ĐẶNG THỊ HÒA',
      'hoà'.normalize('NFD'),
      'tan thuy',
      'dat mui khai sinh',
      '096188001234',
      'H12.09-261102-0001',
      'h12.09-261102-0001',
    ])('finds %s with and without marks, in any order', async (words) => {
      const index = await open(make);
      await index.put(ENTRY);
      expect(idsOf(await index.find({ ...QUERY, words }))).toEqual([ENTRY.dossierId]);
    });

    it.each(['nguyen', 'dang thi nguyen', '096188001235', 'H12.09-261102-0002', 'inh'])(
      'does not find %s: every word must occur, from its beginning',
      async (words) => {
        const index = await open(make);
        await index.put(ENTRY);
        expect(idsOf(await index.find({ ...QUERY, words }))).toEqual([]);
      },
    );

    it.each(['"', "' OR 1=1 --", '*', 'NEAR(a b)', '( - : ^', '%', '\u0000'])(
      'takes %j for text, never for its own language',
      async (words) => {
        const index = await open(make);
        await index.put(ENTRY);
        await expect(index.find({ ...QUERY, words })).resolves.toBeDefined();
      },
    );

    it('shows where the words stand, as written', async () => {
      const index = await open(make);
      await index.put(ENTRY);
      const [hit] = (await index.find({ ...QUERY, words: 'tan thuy' })).hits;
      expect(hit!.snippet.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['Tân', 'Thuỷ']);
      expect(hit!.snippet.map((piece) => piece.text).join('')).toContain('ấp Tân Thuỷ, xã Đất Mũi');
    });

    it('shows nothing outside of the scope, and counts nothing of it', async () => {
      const index = await open(make);
      await index.put(entry('d-1', { officeCode: '970000', unitCode: 'H12.09' }));
      await index.put(entry('d-2', { officeCode: '970001', unitCode: 'H12.09.01', verdict: 'rescan' }));
      await index.put(entry('d-3', { officeCode: '970001', unitCode: 'H12.091', verdict: 'needs-review' }));
      await index.put(entry('d-4', { officeCode: null, unitCode: null }));
      const clerk = await index.find({ ...QUERY, scope: { officeCode: '970000' } });
      expect(idsOf(clerk)).toEqual(['d-1']);
      expect(clerk.facets.officeCode).toEqual([{ value: '970000', count: 1 }]);
      const officer = await index.find({ ...QUERY, words: 'hoa', scope: { unitCode: 'H12.09' } });
      expect(idsOf(officer).sort()).toEqual(['d-1', 'd-2']);
      expect(officer.facets.verdict.map((each) => each.value).sort()).toEqual(['clean', 'rescan']);
      const sneaky = await index.find({
        ...QUERY,
        scope: { officeCode: '970000' },
        filter: { officeCode: '970001' },
      });
      expect(idsOf(sneaky)).toEqual([]);
    });

    it('narrows by each field and says what the others would give', async () => {
      const index = await open(make);
      await index.put(entry('d-1'));
      await index.put(entry('d-2', { verdict: 'needs-review' }));
      await index.put(entry('d-3', { verdict: 'needs-review', state: 'assembling' }));
      const found = await index.find({ ...QUERY, filter: { verdict: 'needs-review', state: 'digitized' } });
      expect(idsOf(found)).toEqual(['d-2']);
      expect(found.facets.verdict).toHaveLength(2);
      expect(found.facets.verdict).toContainEqual({ value: 'clean', count: 1 });
      expect(found.facets.state).toHaveLength(2);
      expect(found.facets.state).toContainEqual({ value: 'assembling', count: 1 });
    });

    it('counts the days that dossiers have waited in bands, and narrows by them', async () => {
      const index = await open(make);
      for (const receivedOn of ['2026-11-13', '2026-11-12', '2026-11-11', '2026-11-10', '2026-11-05'])
        await index.put(entry(`d-${receivedOn}`, { receivedOn }));
      // 18:00 in Greenwich is the next day here.
      await index.put(entry('d-unknown', { receivedOn: null, updatedAt: '2026-11-03T18:00:00.000Z' }));
      const found = await index.find({ ...QUERY, filter: { age: '8-' } });
      expect(idsOf(found)).toEqual(['d-unknown']);
      expect(found.facets.state).toEqual([{ value: 'digitized', count: 1 }]);
      expect(found.facets.age).toEqual([
        { value: '0-1', count: 3 },
        { value: '2-3', count: 1 },
        { value: '4-7', count: 1 },
        { value: '8-', count: 1 },
      ]);
      expect(idsOf(await index.find({ ...QUERY, filter: { age: '4-7' } }))).toEqual(['d-2026-11-05']);
      const older = await index.find({ ...QUERY, filter: { age: '4-7' }, today: '2026-11-13' });
      expect(idsOf(older)).toEqual([]);
    });

    it('puts first what has waited longest, whatever was changed since', async () => {
      const index = await open(make);
      await index.put(entry('d-1', { receivedOn: '2026-11-01', updatedAt: '2026-11-09T00:00:00.000Z' }));
      await index.put(entry('d-2', { receivedOn: '2026-11-02', updatedAt: '2026-11-08T00:00:00.000Z' }));
      await index.put(entry('d-3', { receivedOn: '2026-11-02', updatedAt: '2026-11-07T00:00:00.000Z' }));
      const first = await index.find({ ...QUERY, order: 'oldest', limit: 2 });
      expect(idsOf(first)).toEqual(['d-1', 'd-3']);
      const second = await index.find({ ...QUERY, order: 'oldest', limit: 2, cursor: first.cursor! });
      expect(idsOf(second)).toEqual(['d-2']);
    });

    it('pages through all, newest or oldest first, each once', async () => {
      const index = await open(make);
      for (let day = 1; day <= 5; day++) {
        const receivedOn = `2026-11-0${Math.ceil(day / 2)}`;
        await index.put(entry(`d-${day}`, { receivedOn, updatedAt: `${receivedOn}T00:00:00.000Z` }));
      }
      for (const order of ['newest', 'oldest'] as const) {
        const seen: string[] = [];
        let page = await index.find({ ...QUERY, order, limit: 2 });
        for (; ; page = await index.find({ ...QUERY, order, limit: 2, cursor: page.cursor })) {
          seen.push(...page.hits.map((hit) => hit.updatedAt));
          if (page.cursor === null) break;
        }
        expect(seen).toHaveLength(5);
        expect([...seen].sort()).toEqual(order === 'oldest' ? seen : [...seen].reverse());
      }
    });

    it('keeps the newest of entries that come late, and forgets the words of older ones', async () => {
      const index = await open(make);
      await index.put(entry('d-1', { version: 3, text: 'mới nhất' }));
      await index.put(entry('d-1', { version: 2, text: 'cũ hơn', state: 'assembling' }));
      expect(idsOf(await index.find({ ...QUERY, words: 'cu hon' }))).toEqual([]);
      expect((await index.find({ ...QUERY, words: 'moi nhat' })).hits).toMatchObject([
        { state: 'digitized' },
      ]);
      await index.put(entry('d-1', { version: 4, text: 'sửa lại' }));
      expect(idsOf(await index.find({ ...QUERY, words: 'moi' }))).toEqual([]);
      expect(idsOf(await index.find({ ...QUERY, words: 'sua lai' }))).toEqual(['d-1']);
    });

    it('changes nothing when the same entry comes again', async () => {
      const index = await open(make);
      await index.put(ENTRY);
      await index.put(ENTRY);
      expect(idsOf(await index.find({ ...QUERY, words: 'hoa' }))).toEqual([ENTRY.dossierId]);
    });
  });
}
