import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageId } from '../../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { PagePlan } from '../../../shared/domain/page-plan.ts';
import { splitByDossier } from '../../../shared/domain/split-by-dossier.ts';
import { validateDossier } from '../../../shared/domain/validate-dossier.ts';
import { sampleCorrections } from '../../support/sample-records.ts';
import { blankPage, pageOf, unreadPage } from './page-of.ts';

const CODE = 'H12.34-250701-0001';
const OTHER = 'H12.34-250701-0002';
const BY = { by: { id: 'can-bo-01', name: 'Lê Thị Duyệt' }, at: '2026-01-05T02:00:00.000Z' };
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';

const note = () => pageOf(`${STATE}GIẤY CHỨNG SINH\nHọ và tên mẹ: Lê Thị Mẫu`);
const lease = () => pageOf(`${STATE}HỢP ĐỒNG THUÊ NHÀ\nBên cho thuê nhà có địa chỉ`);
const silent = () => pageOf('Những người khai cùng cam đoan nội dung trên đây đúng sự thật');
const cover = (code = CODE) => pageOf(`TỜ BÌA HỒ SƠ\nMã hồ sơ\n${code}`, { codes: [code] });
const with_ = (facts: PageFacts, plan: Omit<PagePlan, 'by' | 'at'>): PageFacts => ({
  ...facts,
  plan: { ...plan, ...BY },
  ...(plan.dropped ? { leftOut: true as const } : {}),
});

function decide(pages: readonly PageFacts[]) {
  const decision = validateDossier({
    dossierCode: CODE,
    manifest: EMPTY_MANIFEST,
    pages,
    today: '2026-01-05',
  });
  const numberOf = (id: PageId) => pages.findIndex(({ pageId }) => pageId === id) + 1;
  return {
    ...decision,
    sorted: decision.papers.map(({ type, pageIds }) => [type, ...pageIds.map(numberOf)]),
  };
}

describe('pages of which a person said the paper', () => {
  const key = { key: 'k', type: 'SO_DO' };

  it('are that paper, whatever they say themselves', () => {
    const result = decide([
      note(),
      with_(lease(), { paper: key }),
      with_(note(), { paper: key }),
      blankPage(),
    ]);
    expect(result.sorted).toEqual([
      ['GIAY_CHUNG_SINH', 1],
      ['SO_DO', 2, 3],
    ]);
    expect(result.papers[1]!.assigned).toBe(true);
    expect(result.pages[1]!.pageType).toBe('SO_DO');
  });

  it('may be blank, unreadable or like a sheet', () => {
    const pages = [blankPage(), cover(), pageOf('')].map((page) => with_(page, { paper: key }));
    const result = decide(pages);
    expect(result.sorted).toEqual([['SO_DO', 1, 2, 3]]);
    expect(result.pages.map(({ pageType }) => pageType)).toEqual(['SO_DO', 'SO_DO', 'SO_DO']);
    expect(result.findings.map(({ code }) => code)).not.toContain('BLANK_PAGE');
  });

  it('take in pages that go on from them, and lose none to others', () => {
    const result = decide([with_(note(), { paper: key }), silent(), lease(), silent()]);
    expect(result.sorted).toEqual([
      ['SO_DO', 1, 2],
      ['HOP_DONG_THUE_NHA', 3, 4],
    ]);
  });

  it('keep the type that a person could not tell either', () => {
    const manifest = {
      ...EMPTY_MANIFEST,
      expectedDocuments: [{ type: 'SO_DO', name: 'Sơ đồ', required: true }],
    };
    const unknown = with_(pageOf(''), { paper: { key: 'k', type: 'KHAC' } });
    const { papers } = validateDossier({
      dossierCode: CODE,
      manifest,
      pages: [unknown],
      today: '2026-01-05',
    });
    expect(papers.map(({ type }) => type)).toEqual(['KHAC']);
  });
});

describe('pages that are left out', () => {
  it('are counted by nobody: not as pages, not as findings, not as sheets', () => {
    const result = decide([
      note(),
      with_(lease(), { dropped: true }),
      silent(),
      with_(blankPage(), { dropped: true }),
    ]);
    expect(result.sorted).toEqual([['GIAY_CHUNG_SINH', 1, 3]]);
    expect(result.findings).toEqual([]);
    expect(result.pages.map(({ dropped }) => dropped)).toEqual([undefined, true, undefined, true]);
  });

  it('do not part a stack', () => {
    const pages = [cover(), note(), with_(cover(OTHER), { dropped: true }), lease()];
    expect(
      splitByDossier(pages, null).map(({ dossierCode, pages: own }) => [dossierCode, own.length]),
    ).toEqual([[CODE, 4]]);
  });
});

describe('pages that a person moved', () => {
  const split = (pages: readonly PageFacts[]) =>
    splitByDossier(pages, null).map(({ dossierCode, pages: own }) => [dossierCode, own.length]);

  it('belong to that dossier, and those around them stay', () => {
    expect(split([cover(), note(), with_(lease(), { dossierCode: OTHER }), silent()])).toEqual([
      [CODE, 3],
      [OTHER, 1],
    ]);
  });

  it('take no others along, be they a cover themselves', () => {
    expect(split([cover(), note(), with_(cover(OTHER), { dossierCode: OTHER }), lease()])).toEqual([
      [CODE, 3],
      [OTHER, 1],
    ]);
  });

  it('leave nothing of an orphan whose pages all went', () => {
    expect(split([with_(note(), { dossierCode: OTHER })])).toEqual([[OTHER, 1]]);
  });
});

describe('a page that an officer wants scanned again', () => {
  it('asks for a better scan until there is one, without the officer’s words', () => {
    const page = note();
    const corrections = sampleCorrections('d-1', {
      acts: [
        { kind: 'rescan-requested', actId: 'a', ...BY, pageId: page.pageId, reason: 'Mờ chữ của bà Mẫu' },
      ],
    });
    const say = (pages: readonly PageFacts[]) =>
      validateDossier({
        dossierCode: CODE,
        manifest: EMPTY_MANIFEST,
        pages,
        today: '2026-01-05',
        corrections,
      });
    expect(say([page])).toMatchObject({ verdict: 'rescan', findings: [{ code: 'RESCAN_REQUESTED' }] });
    expect(JSON.stringify(say([page]).findings)).not.toContain('bà Mẫu');
    expect(say([{ ...page, leftOut: true }, note()])).toMatchObject({ verdict: 'clean', findings: [] });
  });
});

describe('a paper that turns out to be secret', () => {
  it('says nothing any more, not even what a person typed before', () => {
    const page: PageFacts = { ...note(), text: null, parked: true, secret: true };
    const answer = {
      kind: 'field-answer',
      actId: 'a',
      ...BY,
      reviewId: 'r',
      pageId: page.pageId,
      field: 'con.hoTen',
    };
    const corrections = sampleCorrections('d-1', {
      acts: [{ ...answer, kind: 'field-answer', value: 'LÊ VĂN CON' }],
    });
    const said = {
      dossierCode: CODE,
      manifest: EMPTY_MANIFEST,
      pages: [page],
      today: '2026-01-05',
      corrections,
    };
    expect(JSON.stringify(validateDossier(said))).not.toContain('LÊ VĂN CON');
    expect(
      JSON.stringify(validateDossier({ ...said, pages: [{ ...note(), pageId: page.pageId }] })),
    ).toContain('LÊ VĂN CON');
  });
});

describe('any heap of pages under any plan', () => {
  const anyPage = fc.constantFrom(note, lease, silent, cover, () => cover(OTHER), blankPage, unreadPage);
  const anyPlan = fc.option(
    fc.record(
      {
        dropped: fc.constant(true as const),
        paper: fc.record({ key: fc.constantFrom('a', 'b'), type: fc.constantFrom('CCCD', 'SO_DO', 'KHAC') }),
        dossierCode: fc.constantFrom(CODE, OTHER),
      },
      { requiredKeys: [] },
    ),
  );

  it('keeps every page once, in order, and makes one paper of each key', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPage, anyPlan), { maxLength: 12 }), (heap) => {
        const pages = heap.map(([make, plan]) => (plan ? with_(make(), plan) : make()));
        const parts = splitByDossier(pages, null);
        expect(parts.flatMap((part) => part.pages)).toHaveLength(pages.length);
        for (const part of parts) {
          const decision = decide(part.pages);
          expect(decision.pages.map(({ pageId }) => pageId)).toEqual(part.pages.map(({ pageId }) => pageId));
          const inPapers = decision.papers.flatMap(({ pageIds }) => pageIds);
          expect(new Set(inPapers).size).toBe(inPapers.length);
          const left = part.pages.filter(({ leftOut }) => leftOut).map(({ pageId }) => pageId);
          expect(inPapers.filter((id) => left.includes(id))).toEqual([]);
          const homes = new Map<string, Set<unknown>>();
          for (const { pageId, plan, leftOut, text } of part.pages) {
            if (!plan?.paper || leftOut || text === null) continue;
            const home = decision.pages.find((page) => page.pageId === pageId)!.paperId;
            homes.set(plan.paper.key, (homes.get(plan.paper.key) ?? new Set()).add(home));
          }
          for (const home of homes.values()) expect([home.size, home.has(null)]).toEqual([1, false]);
        }
      }),
      { numRuns: 120 },
    );
  });
});
