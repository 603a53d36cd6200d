import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST } from '../../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../../shared/domain/page.ts';
import { validateDossier } from '../../../../shared/domain/validate-dossier.ts';
import { pageOf } from '../page-of.ts';

const CODE = 'H12.34-250701-0001';
const heading =
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỢP ĐỒNG THUÊ NHÀ\nBên cho thuê và bên thuê thỏa thuận như sau';
const clause = 'Giá thuê nhà do hai bên thỏa thuận và trả hằng tháng bằng tiền mặt.';

/** A lease whose pages print these numbers; the first page has the heading, the last is signed. */
function decide(...feet: readonly string[]) {
  const pages = feet.map((foot, index) => {
    const signature = foot === feet.at(-1) ? '\nLê Văn Thử' : '';
    return pageOf((index === 0 ? heading : `${clause} ${foot}`) + signature, { foot });
  });
  return decideOn(pages);
}

function decideOn(pages: readonly PageFacts[]) {
  const { findings, papers } = validateDossier({
    dossierCode: CODE,
    manifest: { ...EMPTY_MANIFEST, dossierCode: CODE },
    pages,
    today: '2026-01-02',
  });
  const numberOf = (pageId: unknown) => pages.findIndex((page) => page.pageId === pageId) + 1;
  return {
    faults: findings.map(({ code, pageId }) => [code, numberOf(pageId)]),
    papers: papers.map(({ type, pageIds }) => [type, ...pageIds.map(numberOf)]),
  };
}

function faultsOf(...feet: readonly string[]) {
  return decide(...feet).faults;
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

const form =
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã Tân Thuận';
const running = (number: string) =>
  pageOf(`${clause} Bên cho thuê giao nhà, bên thuê đặt cọc và trả tiền thuê ${number}`, { foot: number });
const last = (number: string) => pageOf(`Hai bên đã đọc lại và cùng ký.\nLê Văn Thử`, { foot: number });

describe('pages that came in another order', () => {
  it('lie in their paper as they are numbered, whatever came first', () => {
    for (const order of [
      [0, 2, 1],
      [1, 0, 2],
      [2, 1, 0],
    ] as const) {
      const sheets = [pageOf(heading, { foot: '1' }), running('2'), last('3')];
      const result = decideOn([pageOf(form), ...order.map((index) => sheets[index]!)]);
      const place = (index: 0 | 1 | 2) => order.indexOf(index) + 2;
      expect(result.papers).toEqual([
        ['TO_KHAI_KHAI_SINH', 1],
        ['HOP_DONG_THUE_NHA', place(0), place(1), place(2)],
      ]);
      expect(result.faults.map(([code]) => code)).toEqual(['PAGE_ORDER']);
    }
  });

  it('are told by the heading alone where numbers were not read', () => {
    const body = pageOf('Bên cho thuê giao nhà, bên thuê đặt cọc\nGiá thuê và phương thức thanh toán');
    const result = decideOn([body, pageOf(heading)]);
    expect(result.faults).toEqual([['PAGE_ORDER', 2]]);
    expect(decideOn([running('2'), pageOf(heading)])).toEqual({
      faults: [['PAGE_ORDER', 2]],
      papers: [['HOP_DONG_THUE_NHA', 2, 1]],
    });
  });
});

describe('a paper without its end or beginning', () => {
  const full = (number: string) =>
    pageOf(Array.from({ length: 30 }, (_, line) => `${line + 1}. ${clause}`).join('\n'), { foot: number });

  it('lacks the page after the last one when nobody signs on it', () => {
    expect(decideOn([pageOf(heading, { foot: '1' }), full('2')]).faults).toEqual([['MISSING_PAGE', 2]]);
  });

  it('lacks it on a half-empty page, too, when nobody signs on any', () => {
    const short = 'Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật';
    expect(decideOn([pageOf(`${heading}\n${short}`, { foot: '1' })]).faults).toEqual([['MISSING_PAGE', 1]]);
    expect(decideOn([pageOf(heading, { foot: '1' }), last('2'), running('3')]).faults).toEqual([]);
    const mention = `${heading}\nI. PHẦN KÊ KHAI CỦA NGƯỜI ĐỀ NGHỊ\n${short}`;
    expect(decideOn([pageOf(mention, { foot: '1' })]).faults).toEqual([['MISSING_PAGE', 1]]);
    expect(decideOn([pageOf(`${heading}\n(Ký, ghi rõ họ tên)`, { foot: '1' })]).faults).toEqual([]);
    expect(decideOn([pageOf(`${heading}\nNgười cam đoan`, { foot: '1' })]).faults).toEqual([]);
  });

  it('lacks the first page when the second one comes alone', () => {
    expect(decideOn([pageOf(form), running('2'), last('3')]).faults).toEqual([['MISSING_PAGE', 2]]);
  });
});
