import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST, type Manifest, manifestSchema } from '../../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../../shared/domain/page.ts';
import type { Procedure, ProcedureKnowledge } from '../../../../shared/domain/procedure.ts';
import { validateDossier } from '../../../../shared/domain/validate-dossier.ts';
import { typedPage } from '../fields/typed-paper.ts';
import { pageOf, parkedPage } from '../page-of.ts';

const CODE = 'H12.34-250701-0001';
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';
const notice = (text = '', options = {}) =>
  pageOf(`SỞ Y TẾ\n${STATE}GIẤY CHỨNG SINH\nHọ và tên mẹ: Lê Thị Thử\n${text}`, options);
const declaration = () => pageOf(`${STATE}TỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã Bến Mới`);
const witness = () => pageOf(`${STATE}VĂN BẢN CỦA NGƯỜI LÀM CHỨNG\nTôi làm chứng việc sinh nói trên là thật`);
const running = () => pageOf('tiếp theo trang trước, nội dung vẫn còn dài và chữ thì rõ ràng dễ đọc');

const component = (code: string, type: string, changes = {}) => ({
  code,
  type,
  name: `Giấy ${code}`,
  required: true,
  originals: 1,
  copies: 0,
  replacedBy: null,
  ...changes,
});
const procedure: Procedure = {
  code: '1.000001',
  name: 'Đăng ký khai sinh',
  sector: null,
  active: true,
  mailable: true,
  reason: null,
  cases: [
    {
      id: '1',
      name: 'Tại cơ sở y tế',
      components: [
        component('GT.1', 'TO_KHAI_KHAI_SINH'),
        component('GT.2', 'GIAY_CHUNG_SINH', { copies: 2, replacedBy: 'KQ.2' }),
      ],
    },
    {
      id: '2',
      name: 'Ngoài cơ sở y tế',
      components: [
        component('GT.1', 'TO_KHAI_KHAI_SINH'),
        component('GT.3', 'KHAC', { name: 'Văn bản của người làm chứng' }),
      ],
    },
  ],
  results: [],
};

function decide(
  pages: readonly PageFacts[],
  changes: Partial<Manifest> = {},
  known: ProcedureKnowledge = procedure,
  today = '2026-01-02',
) {
  const decision = validateDossier({
    dossierCode: CODE,
    manifest: { ...EMPTY_MANIFEST, dossierCode: CODE, ...changes },
    pages,
    today,
    procedure: known,
  });
  const codes = decision.findings.map(({ code }) => code);
  const said = (code: string) => decision.findings.find((finding) => finding.code === code)?.message;
  return { ...decision, codes, said, components: decision.papers.map((paper) => paper.componentCode) };
}
const listed = (type: string, changes = {}) => ({ type, name: '', required: true, ...changes });
const birthNotice = (changes = {}) => ({ expectedDocuments: [listed('GIAY_CHUNG_SINH', changes)] });

describe('papers that the catalogue asks for', () => {
  it('are the case’s, by code, where the manifest lists none', () => {
    const { missing, components, codes } = decide([declaration()], { case: '1' });
    expect(components).toEqual(['GT.1']);
    expect(missing).toEqual([{ type: 'GIAY_CHUNG_SINH', name: 'Giấy GT.2' }]);
    expect(codes).toEqual(['MISSING_REQUIRED']);
  });

  it('are those of all cases while the case is open', () => {
    expect(decide([declaration()]).missing).toEqual([]);
  });

  it('answer by name where no type of ours stands for them', () => {
    expect(decide([declaration(), witness()], { case: '2' })).toMatchObject({
      missing: [],
      codes: [],
      components: ['GT.1', 'GT.3'],
    });
    expect(decide([declaration()], { case: '2' }).missing).toEqual([
      { type: 'KHAC', name: 'Văn bản của người làm chứng' },
    ]);
  });

  it('are narrowed by what the manifest lists, which keeps its type where no code is known', () => {
    const { missing, components } = decide([notice()], {
      case: '1',
      expectedDocuments: [listed('GIAY_CHUNG_SINH'), listed('GIAY_UY_QUYEN', { required: false })],
    });
    expect(missing).toEqual([]);
    expect(components).toEqual(['GT.2']);
    expect(decide([notice()], birthNotice(), null).components).toEqual(['GIAY_CHUNG_SINH']);
    expect(decide([notice()], {}, null).components).toEqual([null]);
  });
});

describe('the procedure', () => {
  const codesFor = (known: ProcedureKnowledge, changes = {}) =>
    decide([declaration()], { procedureCode: '1.000001', ...changes }, known).codes;

  it('must be known where there is a catalogue, in force, and open to mail', () => {
    expect(codesFor('unknown')).toEqual(['PROCEDURE_UNKNOWN']);
    expect(codesFor({ ...procedure, active: false })).toEqual(['PROCEDURE_INACTIVE']);
    expect(codesFor({ ...procedure, mailable: false })).toEqual(['PROCEDURE_NOT_MAILABLE']);
    expect(codesFor(procedure, { case: 'khác hẳn' })).toEqual(['PROCEDURE_CASE_UNKNOWN']);
    expect(codesFor(procedure)).toEqual([]);
    expect(codesFor(null)).toEqual([]);
  });
});

describe('counts that the counter declared', () => {
  it('are held against the catalogue’s', () => {
    const of = (changes = {}) => decide([notice()], { case: '1', ...birthNotice(changes) });
    expect(of({ originals: 1, copies: 1 }).said('COPIES_MISSING')).toContain('cần 2 bản sao, mới có 1');
    expect(of({ originals: 0 }).said('COPIES_MISSING')).toContain('cần 1 bản chính, mới có 0');
    expect(of({ originals: 1, copies: 2 }).codes).toEqual([]);
    expect(of().codes).toEqual([]);
  });

  it('of pages are held against what was scanned, the same sheet twice counting once', () => {
    const of = (pages: readonly PageFacts[], count: number) =>
      decide(pages, birthNotice({ pages: count })).codes;
    expect(of([notice(), running()], 2)).toEqual([]);
    expect(of([notice()], 2)).toEqual(['PAGE_COUNT_MISMATCH']);
    expect(of([notice(), running()], 1)).toEqual(['PAGE_COUNT_MISMATCH']);
    const sheet = notice();
    expect(of([sheet, { ...sheet, pageId: 'again' as never }], 1)).toEqual(['DUPLICATE_PAGE']);
  });
});

describe('papers that are not to be digitised', () => {
  it.each([
    [{ form: 'PHOTOCOPY' }, 'photocopy'],
    [{ form: 'CERTIFIED_COPY' }, 'certified-copy'],
    [{ form: 'PRESENTED_ONLY' }, 'presented-only'],
    [{ alreadyInDatabase: true }, 'already-in-database'],
    [{ secret: true, form: 'ORIGINAL' }, 'state-secret'],
    [{ replacedBy: 'KQ.2' }, 'replaced-by-result'],
  ])('%j are listed and not missing', (changes, reason) => {
    const { missing, skipped, codes } = decide([declaration()], { case: '1', ...birthNotice(changes) });
    expect(skipped).toMatchObject([{ type: 'GIAY_CHUNG_SINH', componentCode: 'GT.2', reason }]);
    expect(missing).toEqual([]);
    expect(codes).toEqual([]);
  });

  it('and were scanned are said, and get no code of a result', () => {
    const { codes, papers } = decide([notice()], birthNotice({ form: 'PHOTOCOPY' }));
    expect(codes).toEqual(['NOT_TO_DIGITIZE']);
    expect(papers[0]).toMatchObject({ skip: 'photocopy' });
    expect(papers[0]).not.toHaveProperty('resultCode');
  });

  it('are due again where the catalogue does not know the result that is to replace them', () => {
    const { missing } = decide([declaration()], { case: '1', ...birthNotice({ replacedBy: 'KQ.9' }) });
    expect(missing).toHaveLength(1);
  });

  it('digitises originals and certified electronic copies', () => {
    for (const form of ['ORIGINAL', 'CERTIFIED_E_COPY'] as const)
      expect(decide([], birthNotice({ form })).skipped).toEqual([]);
  });
});

describe('papers with state secrets', () => {
  const secret = () => notice('MẬT');

  it('are withdrawn whole, with the pages that go on from them, and nothing of them is read', () => {
    const [first, next] = [secret(), running()];
    const { quarantine, papers, said, codes } = decide([declaration(), first, next, notice()]);
    expect(quarantine).toEqual([first.pageId, next.pageId]);
    expect(codes).toEqual(['SECRET_PAPER']);
    expect(said('SECRET_PAPER')).toContain('Trang 2 và 3');
    expect(papers[1]).toMatchObject({ skip: 'state-secret', fields: [] });
    expect(papers).toHaveLength(3);
  });

  it('stay withdrawn once their text is gone, and stand for no missing paper', () => {
    const parked: PageFacts = { ...parkedPage(), secret: true };
    const { codes, quarantine, missing } = decide([declaration(), parked], { case: '1' });
    expect(codes).toEqual(['SECRET_PAPER', 'MISSING_REQUIRED']);
    expect(quarantine).toEqual([parked.pageId]);
    expect(missing).toHaveLength(1);
  });

  it('are withdrawn when the counter says so, mark or not', () => {
    const page = notice();
    const { quarantine, papers } = decide([page], birthNotice({ secret: true }));
    expect(quarantine).toEqual([page.pageId]);
    expect(papers[0]?.fields).toEqual([]);
  });
});

describe('days and codes on papers', () => {
  const certificate = (text: string) =>
    typedPage(`ỦY BAN NHÂN DÂN XÃ BẾN MỚI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 12/UBND-XNTTHN                  Độc lập - Tự do - Hạnh phúc
                                Bến Mới, ngày 05 tháng 03 năm 2026
                   GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN
      ${text}`);

  it('finds an issue day that is still to come', () => {
    expect(decide([certificate('')], {}, null, '2026-03-04').codes).toEqual(['ISSUED_IN_FUTURE']);
    expect(decide([certificate('')], {}, null, '2026-03-05').codes).toEqual([]);
  });

  it('finds a paper out of force on the day of reception', () => {
    const pages = [certificate('Giấy này có giá trị đến ngày 05 tháng 09 năm 2026.')];
    const on = (receivedOn: string) => decide(pages, { receivedOn }, null, '2026-12-01');
    expect(on('2026-09-06').codes).toEqual(['EXPIRED_PAPER']);
    expect(on('2026-09-05').codes).toEqual([]);
    expect(on('2026-09-05').papers[0]?.metadata?.validUntil).toBe('2026-09-05');
  });

  it('finds a receipt of another dossier by its bar code, and by print', () => {
    const receipt = (code: string, codes: readonly string[] = []) =>
      typedPage(`          GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\n      Mã hồ sơ: ${code}`, codes);
    const codesOf = (...args: Parameters<typeof receipt>) => decide([receipt(...args)], {}, null).codes;
    expect(codesOf(CODE)).toEqual([]);
    expect(codesOf('H12.34-250701-0777')).toEqual(['DOSSIER_CODE_MISMATCH']);
    expect(codesOf('H12.34-250701-0777', [CODE])).toEqual([]);
    expect(codesOf(CODE, ['H12.34-250701-0777'])).toEqual(['DOSSIER_CODE_MISMATCH']);
    // The same dossier in the older form of its code.
    expect(codesOf('000.00.34.H12-250701-0001')).toEqual([]);
    expect(codesOf(CODE, ['000.00.34.H12-250701-0001'])).toEqual([]);
    expect(codesOf(CODE, ['000.00.35.H12-250701-0001'])).toEqual(['DOSSIER_CODE_MISMATCH']);
  });

  it('finds a number and a birth date that the counter typed and that cannot be one person’s', () => {
    const codesOf = (idNumber: string, dateOfBirth: string) =>
      decide([], { declaredApplicant: { idNumber, dateOfBirth } }, null).codes;
    expect(codesOf('096094000057', '1994-03-26')).toEqual([]);
    expect(codesOf('096 094 000 057', '1984-03-26')).toEqual(['DECLARATION_CONTRADICTORY']);
    expect(codesOf('096294000057', '1994-03-26')).toEqual(['DECLARATION_CONTRADICTORY']);
    for (const [id, born] of [
      ['381000057', '1994-03-26'],
      ['096094000057', 'hôm qua'],
    ] as const)
      expect(codesOf(id, born)).toEqual([]);
  });

  it('asks for the minimum data of originals alone', () => {
    const certified = (form?: 'ORIGINAL') =>
      decide(
        [certificate('')],
        { expectedDocuments: [listed('XAC_NHAN_HON_NHAN', { form })] },
        null,
        '2026-12-01',
      );
    expect(certified('ORIGINAL').said('METADATA_INCOMPLETE')).toContain('chưa có số định danh');
    expect(certified().codes).toEqual([]);
  });
});

describe('the manifest', () => {
  it('is what it was without the new facts, and refuses forms that the law does not know', () => {
    const old = { expectedDocuments: [{ type: 'CCCD', name: 'Căn cước', required: true }] };
    expect(manifestSchema.parse(old).expectedDocuments).toEqual(old.expectedDocuments);
    const odd = { expectedDocuments: [{ type: 'CCCD', name: '', form: 'COPY' }] };
    expect(manifestSchema.safeParse(odd).success).toBe(false);
  });
});
