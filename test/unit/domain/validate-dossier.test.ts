import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetChecksum } from '../../../shared/domain/codes/separator-code.ts';
import { EMPTY_MANIFEST, type Manifest } from '../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import { splitByDossier } from '../../../shared/domain/split-by-dossier.ts';
import { validateDossier } from '../../../shared/domain/validate-dossier.ts';
import { blankPage, pageOf, parkedPage, unreadPage } from './page-of.ts';

const CODE = 'H12.34-250701-0001';
const ITEM = 'EE123456785VN';
const state = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';

const sheet = (kind: 'PC' | 'BIA', paperType = '', dossier = CODE) => {
  const body = `BCCI1;L=${kind};HS=${dossier};TT=1.001193;STT=${kind === 'PC' ? '01' : ''};GT=${paperType};BG=${ITEM}`;
  return `${body};K=${sheetChecksum(body)}`;
};
const cover = (dossier = CODE) =>
  pageOf(`TỜ BÌA HỒ SƠ\nMã hồ sơ\n${dossier}`, { codes: [sheet('BIA', '', dossier)] });
const separator = (paperType: string, dossier = CODE) =>
  pageOf(`TỜ PHÂN CÁCH\n${dossier}`, { codes: [sheet('PC', paperType, dossier)] });
const declaration = () =>
  pageOf(`${state}TỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân phường Bến Mới`);
const notice = () => pageOf(`SỞ Y TẾ\n${state}GIẤY CHỨNG SINH\nHọ và tên mẹ: Lê Thị Thử`);
const lease = (foot = '1') =>
  pageOf(`${state}HỢP ĐỒNG THUÊ NHÀ\nBên cho thuê và bên thuê thỏa thuận như sau`, { foot });
const running = (foot: string) =>
  pageOf('3.1. Giá thuê nhà do hai bên thỏa thuận và trả hằng tháng bằng tiền mặt.', { foot });
const front = () =>
  pageOf('CĂN CƯỚC CÔNG DÂN\nIDENTITY CARD\nHọ và tên / Full name: LÊ THỊ THỬ\nDate of birth: 01/02/1990');
const back = () => pageOf('Đặc điểm nhận dạng\nNgón trỏ trái\nNgón trỏ phải\nIDVNM0949000572096094000057<<5');
const silent = () => pageOf('Một trang chữ không nói nó là giấy gì, viết tay và không có tiêu đề.');

const manifest = (...required: readonly string[]): Manifest => ({
  ...EMPTY_MANIFEST,
  dossierCode: CODE,
  postalItemId: ITEM,
  expectedDocuments: required.map((type) => ({ type, name: '', required: true })),
});

function decide(pages: readonly PageFacts[], declared: Manifest = manifest()) {
  const decision = validateDossier({ dossierCode: CODE, manifest: declared, pages, today: '2026-01-02' });
  const numberOf = new Map(pages.map((page, index) => [page.pageId, index + 1]));
  return {
    ...decision,
    sorted: decision.papers.map(({ type, pageIds }) => [type, ...pageIds.map((id) => numberOf.get(id))]),
    types: decision.pages.map(({ pageType }) => pageType),
    codes: decision.findings.map(({ code }) => code),
    at: (code: string) =>
      decision.findings.filter((finding) => finding.code === code).map(({ pageId }) => numberOf.get(pageId!)),
  };
}

describe('papers between sheets', () => {
  it('reach from a separator to the next sheet, without blanks and envelopes', () => {
    const envelope = pageOf('Người gửi: A\nNgười nhận: B\nBƯU ĐIỆN', { codes: [ITEM] });
    const pages = [
      cover(),
      envelope,
      separator('HOP_DONG_THUE_NHA'),
      lease(),
      running('2'),
      blankPage(),
      pageOf('Hai bên đã đọc lại và cùng ký.\nLÊ VĂN THỬ', { foot: '3' }),
      separator('CCCD'),
      front(),
      back(),
    ];
    const result = decide(pages);
    expect(result.sorted).toEqual([
      ['HOP_DONG_THUE_NHA', 4, 5, 7],
      ['CCCD', 9, 10],
    ]);
    expect(result.types).toEqual([
      'COVER',
      'ENVELOPE',
      'SEPARATOR',
      'HOP_DONG_THUE_NHA',
      'HOP_DONG_THUE_NHA',
      'BLANK',
      'HOP_DONG_THUE_NHA',
      'SEPARATOR',
      'CCCD_FRONT',
      'CCCD_BACK',
    ]);
    expect(result.codes).toEqual(['BLANK_PAGE']);
    expect(result.verdict).toBe('clean');
  });

  it('keep the announced type where the page is silent', () => {
    expect(decide([separator('VAN_BAN_VIET_TAY'), silent()]).sorted).toEqual([['VAN_BAN_VIET_TAY', 2]]);
  });

  it('are believed over a separator that lies', () => {
    const result = decide([separator('CCCD'), notice(), running('2')]);
    expect(result.sorted).toEqual([['GIAY_CHUNG_SINH', 2, 3]]);
    expect(result.at('TYPE_MISMATCH')).toEqual([2]);
    expect(result.verdict).toBe('needs-review');
  });

  it('are two where a second one hides behind the first', () => {
    const result = decide([
      separator('TO_KHAI_KHAI_SINH'),
      declaration(),
      notice(),
      separator('CCCD'),
      front(),
    ]);
    expect(result.sorted).toEqual([
      ['TO_KHAI_KHAI_SINH', 2],
      ['GIAY_CHUNG_SINH', 3],
      ['CCCD', 5],
    ]);
    expect(result.at('TYPE_MISMATCH')).toEqual([3]);
  });

  it('are two where the sheet between two of one type is lost', () => {
    const letterhead = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';
    const birth = (child: string) =>
      pageOf(`${letterhead}GIẤY CHỨNG SINH\nHọ và tên mẹ: Lê Thị Thử\nDự định đặt tên con là: ${child}`);
    const other = pageOf('Đặc điểm nhận dạng\nNgón trỏ trái\nNgón trỏ phải\nIDVNM0990001234079199000123<<4');
    const secondFront = pageOf(
      'CĂN CƯỚC CÔNG DÂN\nIDENTITY CARD\nHọ và tên / Full name: VÕ VĂN KHÁC\nDate of birth: 09/08/1999',
    );
    const result = decide([
      separator('GIAY_CHUNG_SINH'),
      birth('Lê Gia An'),
      running('2'),
      birth('Lê Gia Bình'),
      separator('CCCD'),
      front(),
      back(),
      secondFront,
      other,
    ]);
    expect(result.sorted).toEqual([
      ['GIAY_CHUNG_SINH', 2, 3],
      ['GIAY_CHUNG_SINH', 4],
      ['CCCD', 6, 7],
      ['CCCD', 8, 9],
    ]);
  });

  it('are no card where a page of text lies behind its separator', () => {
    const text = Array.from(
      { length: 12 },
      (_, line) => `${line} ${'gia đình tôi đã chung sống ở ấp này từ lâu '}`,
    );
    const page = pageOf(text.join('\n'));
    const result = decide([separator('CCCD'), page, separator('VAN_BAN_VIET_TAY'), front(), back()]);
    expect(result.sorted).toEqual([
      ['KHAC', 2],
      ['CCCD', 4, 5],
    ]);
    expect(result.at('TYPE_MISMATCH')).toEqual([2, 4]);
  });

  it('go on after a stray page', () => {
    expect(decide([separator('TO_KHAI_KHAI_SINH'), notice(), declaration()]).sorted).toEqual([
      ['GIAY_CHUNG_SINH', 2],
      ['TO_KHAI_KHAI_SINH', 3],
    ]);
  });

  it('take their type from print where the code is damaged', () => {
    const damaged = pageOf(`TỜ PHÂN CÁCH\n${CODE}\n02. Giấy chửng sinh`, {
      codes: ['BCCI1;L=PC;HS=H12.34-25'],
    });
    const result = decide([damaged, silent()]);
    expect(result.sorted).toEqual([['GIAY_CHUNG_SINH', 2]]);
    expect(result.at('SEPARATOR_UNREADABLE')).toEqual([1]);
  });

  it('are never announced by a payload that does not fit its grammar', () => {
    const body = `BCCI1;L=PC;HS=${CODE};TT=;STT=01;GT=../../CCCD;BG=`;
    const result = decide([
      pageOf('TỜ PHÂN CÁCH', { codes: [`${body};K=${sheetChecksum(body)}`] }),
      silent(),
    ]);
    expect(result.sorted).toEqual([['KHAC', 2]]);
    expect(result.codes).toEqual(['SEPARATOR_UNREADABLE']);
    expect(JSON.stringify(result.papers)).not.toContain('..');
  });

  it('stay in the dossier behind another dossier’s separator, which is reported', () => {
    const result = decide([separator('GIAY_CHUNG_SINH', 'H12.34-250701-0002'), notice()]);
    expect(result.sorted).toEqual([['GIAY_CHUNG_SINH', 2]]);
    expect(result.at('SEPARATOR_OTHER_DOSSIER')).toEqual([1]);
  });

  it('go on behind a page that is too blurred to end one', () => {
    const blurred = pageOf(`${state}HỢP ĐỒNG THUÊ NHÀ\nBên cho thuê`, { quality: { blurry: true } });
    const result = decide([blurred, running('2/3'), pageOf('Hai bên cùng ký.\nLÊ VĂN THỬ', { foot: '3/3' })]);
    expect(result.sorted).toEqual([['HOP_DONG_THUE_NHA', 1, 2, 3]]);
    expect(result.codes).toEqual(['BLURRY_PAGE']);
  });

  it('are none behind a separator that nothing follows', () => {
    const result = decide(
      [separator('CCCD'), separator('GIAY_CHUNG_SINH'), notice()],
      manifest('CCCD', 'GIAY_CHUNG_SINH'),
    );
    expect(result.sorted).toEqual([['GIAY_CHUNG_SINH', 3]]);
    expect(result.missing).toEqual([{ type: 'CCCD', name: 'CCCD' }]);
  });
});

describe('papers without sheets', () => {
  it('begin with a heading and go on with what follows', () => {
    expect(decide([declaration(), lease(), running('2'), silent(), notice()]).sorted).toEqual([
      ['TO_KHAI_KHAI_SINH', 1],
      ['HOP_DONG_THUE_NHA', 2, 3, 4],
      ['GIAY_CHUNG_SINH', 5],
    ]);
  });

  it('unite front and back of a card, side by side or not, and keep two cards apart', () => {
    expect(decide([front(), back(), front(), back()]).sorted).toEqual([
      ['CCCD', 1, 2],
      ['CCCD', 3, 4],
    ]);
    expect(decide([front(), notice(), back()]).sorted).toEqual([
      ['CCCD', 1, 3],
      ['GIAY_CHUNG_SINH', 2],
    ]);
  });

  it('do not continue a card', () => {
    expect(decide([front(), back(), silent()]).sorted).toEqual([
      ['CCCD', 1, 2],
      ['KHAC', 3],
    ]);
  });

  it('do not swallow a page that nobody could read', () => {
    const blurred = pageOf('', { quality: { blurry: true } });
    const result = decide([lease(), blurred, running('3'), notice()]);
    expect(result.sorted).toEqual([
      ['HOP_DONG_THUE_NHA', 1, 3],
      ['KHAC', 2],
      ['GIAY_CHUNG_SINH', 4],
    ]);
    expect(result.verdict).toBe('rescan');
  });

  it('begin with the state’s letterhead even when their heading is unknown', () => {
    expect(decide([declaration(), pageOf(`${state}GIẤY LẠ\nNội dung`)]).sorted).toEqual([
      ['TO_KHAI_KHAI_SINH', 1],
      ['KHAC', 2],
    ]);
  });

  it('are named after their heading where the house knows it', () => {
    expect(decide([pageOf(`${state}GIẤY KHAI SINH\nHọ tên`)]).papers).toMatchObject([
      { type: 'KHAC', name: 'Giấy khai sinh' },
    ]);
  });
});

describe('signed scans', () => {
  it('are a paper of their own, unmixed with what lies around', () => {
    const signed = pageOf(`${state}GIẤY CHỨNG SINH\nA`, { scan: 'signed-1', signed: true });
    const next = pageOf('trang sau', { scan: 'signed-1', signed: true });
    const result = decide([separator('TO_KHAI_KHAI_SINH'), declaration(), signed, next, running('2')]);
    expect(result.sorted).toEqual([
      ['TO_KHAI_KHAI_SINH', 2, 5],
      ['GIAY_CHUNG_SINH', 3, 4],
    ]);
    expect(result.papers.map((paper) => paper.signed)).toEqual([false, true]);
  });
});

describe('what is missing', () => {
  const asked = manifest('TO_KHAI_KHAI_SINH', 'GIAY_CHUNG_SINH');

  it('is required and not found', () => {
    const result = decide([declaration()], asked);
    expect(result.findings).toMatchObject([
      { code: 'MISSING_REQUIRED', severity: 'error', docType: 'GIAY_CHUNG_SINH' },
    ]);
    expect(result.verdict).toBe('needs-review');
  });

  it('is not known while a page waits to be read', () => {
    const result = decide([declaration(), unreadPage()], asked);
    expect(result.codes).toEqual([]);
    expect(result.missing.map(({ type }) => type)).toEqual(['GIAY_CHUNG_SINH']);
    expect(result.types).toEqual(['TO_KHAI_KHAI_SINH', 'UNREAD']);
  });

  it('may be the page that has to be scanned again', () => {
    const result = decide([declaration(), pageOf('', { quality: { blurry: true } })], asked);
    expect(result.sorted).toEqual([
      ['TO_KHAI_KHAI_SINH', 1],
      ['GIAY_CHUNG_SINH', 2],
    ]);
    expect(result.codes).toEqual(['BLURRY_PAGE']);
  });

  it('may be a parked page, which a person has to read', () => {
    const result = decide([declaration(), parkedPage()], asked);
    expect(result.codes).toEqual(['PAGE_UNREAD']);
    expect(result.verdict).toBe('needs-review');
  });
});

describe('findings about pages', () => {
  const quality = (faults: Partial<PageFacts['quality']>) =>
    decide([pageOf(`${state}GIẤY CHỨNG SINH`, { quality: faults })]);

  it.each([
    [{ blurry: true }, ['BLURRY_PAGE'], 'rescan'],
    [{ dark: true, blurry: true }, ['TOO_DARK'], 'rescan'],
    [{ cutOff: true }, ['CUT_OFF'], 'rescan'],
    [{ effectiveDpi: 100 }, ['LOW_DPI'], 'needs-review'],
    [{ effectiveDpi: 150 }, ['SCAN_BELOW_STANDARD'], 'clean'],
    [{ effectiveDpi: null }, [], 'clean'],
  ] as const)('%o', (faults, codes, verdict) => {
    const result = quality(faults);
    expect(result.codes).toEqual(codes);
    expect(result.verdict).toBe(verdict);
  });

  it('turned pages are told and no reason for review', () => {
    const result = decide([pageOf(`${state}GIẤY CHỨNG SINH`, { rotationDeg: 180 })]);
    expect(result.findings).toMatchObject([{ code: 'ROTATED_PAGE', severity: 'info' }]);
    expect(result.verdict).toBe('clean');
  });

  it('name the page in a Vietnamese sentence', () => {
    for (const { message } of decide([declaration(), pageOf('x', { quality: { blurry: true } }), blankPage()])
      .findings) {
      expect(message).toMatch(/^Trang \d .*\.$/u);
    }
  });
});

describe('the same sheet twice', () => {
  const print = (name: string, id: string, born: string) =>
    `${state}GIẤY CHỨNG SINH\nHọ và tên mẹ: ${name}\nSố định danh cá nhân: ${id}\nĐã sinh con vào lúc 10 giờ ngày ${born}\nDự định đặt tên con là: ${name}`;
  const like = { quality: { fingerprint: 'f0f0f0f0f0f0f0f0' } };
  const twice = (a: string, b: string, options = like) => decide([pageOf(a, like), pageOf(b, options)]);

  it('is told, and stays in one paper', () => {
    const result = twice(
      print('Lê Thị Thử', '096194000155', '01/02/2026'),
      print('Lê Thi Thử', '096194000155', '01/02/2026'),
    );
    expect(result.at('DUPLICATE_PAGE')).toEqual([2]);
    expect(result.sorted).toEqual([['GIAY_CHUNG_SINH', 1, 2]]);
  });

  it('is not seen in two filled forms of one template', () => {
    const result = twice(
      print('Lê Thị Thử', '096194000155', '01/02/2026'),
      print('Trần Ngọc Mai', '096301000777', '27/11/2025'),
    );
    expect(result.codes).toEqual([]);
    expect(result.sorted).toHaveLength(2);
  });

  it('is not seen where the pictures differ', () => {
    const same = print('Lê Thị Thử', '096194000155', '01/02/2026');
    expect(twice(same, same, { quality: { fingerprint: '0f0f0f0f0f0f0f0f' } }).codes).toEqual([]);
  });
});

describe('codes of the dossier', () => {
  const envelope = (item: string) => pageOf('Người gửi: A\nNgười nhận: B\nBƯU ĐIỆN', { codes: [item] });

  it('another item number on the envelope is reported once, there', () => {
    const result = decide([cover(), envelope('EE123456771VN'), envelope('EE123456771VN'), notice()]);
    expect(result.at('ITEM_ID_INVALID')).toEqual([2]);
  });

  it('a declared item number with a wrong check digit is reported', () => {
    expect(decide([notice()], { ...manifest(), postalItemId: 'EE123456784VN' }).codes).toEqual([
      'ITEM_ID_INVALID',
    ]);
  });

  it('a province’s own item number has no check digit', () => {
    expect(decide([notice()], { ...manifest(), postalItemId: 'CM-000123' }).codes).toEqual([]);
  });

  it.each([
    ['H12.34-259901-0001', 'DOSSIER_CODE_INVALID'],
    ['H12.34-260103-0001', 'DOSSIER_CODE_INVALID'],
  ])('%s is invalid', (dossierCode, code) => {
    const { findings } = validateDossier({
      dossierCode,
      manifest: { ...manifest(), dossierCode },
      pages: [notice()],
      today: '2026-01-02',
    });
    expect(findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('an orphan says so', () => {
    const { findings, verdict } = validateDossier({
      dossierCode: null,
      manifest: EMPTY_MANIFEST,
      pages: [notice()],
      today: '2026-01-02',
    });
    expect(findings.map((finding) => finding.code)).toEqual(['DOSSIER_CODE_MISSING']);
    expect(verdict).toBe('needs-review');
  });
});

describe('any heap of pages', () => {
  const anyPage = fc
    .constantFrom(
      cover,
      () => cover('H12.34-250701-0002'),
      () => separator('CCCD'),
      () => separator('SO_DO'),
      declaration,
      notice,
      lease,
      () => running('2'),
      front,
      back,
      silent,
      blankPage,
      unreadPage,
      parkedPage,
    )
    .map((make) => make());

  it('is split and sorted without losing or doubling a page, and without a throw', () => {
    fc.assert(
      fc.property(
        fc.array(anyPage, { maxLength: 14 }),
        fc.option(fc.constant(manifest('CCCD', 'SO_DO'))),
        (pages, declared) => {
          const parts = splitByDossier(pages, declared);
          expect(parts.flatMap((part) => part.pages)).toHaveLength(pages.length);
          for (const part of parts) {
            const { pages: typed, papers } = validateDossier({
              dossierCode: part.dossierCode,
              manifest: declared ?? EMPTY_MANIFEST,
              pages: part.pages,
              today: '2026-01-02',
            });
            expect(typed.map(({ pageId }) => pageId)).toEqual(part.pages.map(({ pageId }) => pageId));
            const inPapers = papers.flatMap(({ pageIds }) => pageIds);
            expect(new Set(inPapers).size).toBe(inPapers.length);
            const outside = typed.filter(({ paperId }) => paperId === null).map(({ pageType }) => pageType);
            expect(
              outside.every((type) => ['COVER', 'SEPARATOR', 'ENVELOPE', 'BLANK', 'UNREAD'].includes(type)),
            ).toBe(true);
            expect(inPapers.length + outside.length).toBe(part.pages.length);
            expect(new Set(papers.map(({ paperId }) => paperId)).size).toBe(papers.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives the same answer again', () => {
    const pages = [cover(), separator('CCCD'), front(), back(), notice(), lease(), running('2')];
    expect(decide(pages).findings).toEqual(decide(pages).findings);
    expect(decide(pages).papers).toEqual(decide(pages).papers);
  });
});

describe('a stack of scans', () => {
  const codesOf = (pages: readonly PageFacts[], declared: Manifest | null) =>
    splitByDossier(pages, declared).map(({ dossierCode, pages: own }) => [dossierCode, own.length]);
  const other = 'H12.34-250701-0002';

  it('is the manifest’s dossier', () => {
    expect(codesOf([cover(), notice()], manifest())).toEqual([[CODE, 2]]);
    expect(codesOf([], manifest())).toEqual([[CODE, 0]]);
  });

  it('is parted by another dossier’s cover until the next one', () => {
    expect(codesOf([notice(), cover(other), notice(), declaration(), cover(), lease()], manifest())).toEqual([
      [CODE, 3],
      [other, 3],
    ]);
  });

  it('takes its codes from cover or separators where there is no manifest', () => {
    expect(splitByDossier([blankPage(), cover(), notice()], null)).toMatchObject([
      { dossierCode: CODE, procedureCode: '1.001193', postalItemId: ITEM },
    ]);
    expect(codesOf([separator('CCCD'), front()], null)).toEqual([[CODE, 2]]);
    expect(codesOf([pageOf(`TỜ BÌA HỒ SƠ\nMã hồ sơ\n${CODE}`), notice()], null)).toEqual([[CODE, 2]]);
  });

  it('is not parted by a code that recognition read', () => {
    expect(codesOf([notice(), pageOf(`TỜ BÌA HỒ SƠ\nMã hồ sơ\n${other}`), notice()], manifest())).toEqual([
      [CODE, 3],
    ]);
  });

  it('is an orphan without any code, and where separators disagree', () => {
    expect(codesOf([notice()], null)).toEqual([[null, 1]]);
    expect(codesOf([separator('CCCD'), separator('CCCD', other)], null)).toEqual([[null, 2]]);
    expect(codesOf([], null)).toEqual([[null, 0]]);
  });
});
