import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST } from '../../../../shared/domain/manifest.ts';
import { validateDossier } from '../../../../shared/domain/validate-dossier.ts';
import { pageOf } from '../page-of.ts';

const CODE = 'H12.34-250701-0001';
const heading =
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỢP ĐỒNG THUÊ NHÀ\nBên cho thuê và bên thuê thỏa thuận như sau';
const clause = 'Giá thuê nhà do hai bên thỏa thuận và trả hằng tháng bằng tiền mặt.';

/** A lease whose pages print these numbers; the first page has the heading. */
function faultsOf(...feet: readonly string[]) {
  const pages = feet.map((foot, index) => pageOf(index === 0 ? heading : `${clause} ${foot}`, { foot }));
  const { findings } = validateDossier({
    dossierCode: CODE,
    manifest: { ...EMPTY_MANIFEST, dossierCode: CODE },
    pages,
    today: '2026-01-02',
  });
  return findings.map(({ code, pageId }) => [code, pages.findIndex((page) => page.pageId === pageId) + 1]);
}

describe('printed page numbers', () => {
  it.each([[['1', '2', '3']], [['', '2', '3']], [['1/2', '2/2']], [['1']], [['', '']]])(
    'run on: %j',
    (feet) => {
      expect(faultsOf(...feet)).toEqual([]);
    },
  );

  it('step back', () => {
    expect(faultsOf('1', '3', '2')).toEqual([['PAGE_ORDER', 3]]);
  });

  it('leave a gap', () => {
    expect(faultsOf('1', '3')).toEqual([['MISSING_PAGE', 2]]);
    expect(faultsOf('1/3', '2/3')).toEqual([['MISSING_PAGE', 2]]);
  });

  it('fit in no order when they are misread: nothing is said', () => {
    expect(faultsOf('1', '2', '8')).toEqual([]);
    expect(faultsOf('1', '7', '2')).toEqual([]);
    expect(faultsOf('1', '2', '2')).toEqual([]);
  });
});
