import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST } from '../../../shared/domain/manifest.ts';
import { readPageSigns } from '../../../shared/domain/page-typing.ts';
import { catalogueFor } from '../../../shared/domain/paper-types/compiled-types.ts';
import { blankPage, pageOf, unreadPage } from './page-of.ts';

const catalogue = catalogueFor(EMPTY_MANIFEST);
const state = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';
const body =
  '\nKính gửi: Ủy ban nhân dân phường Bến Mới\nNội dung của giấy này do người nộp khai và chịu trách nhiệm.';

const signsOf = (print: string, codes: readonly string[] = []) =>
  readPageSigns(pageOf(print, { codes }), catalogue);
const typeOf = (print: string) => signsOf(state + print + body).own?.type ?? null;

describe('a page named by its heading', () => {
  it.each([
    ['TỜ KHAI ĐĂNG KÝ KHAI SINH', 'TO_KHAI_KHAI_SINH'],
    ['TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH', 'TO_KHAI_KHAI_SINH'],
    ['TỜ KHAI\nĐĂNG KÝ KHAI SINH, NHẬN CHA, MẸ, CON', 'TO_KHAI_KHAI_SINH'],
    ['GIẤY CHỨNG SINH', 'GIAY_CHUNG_SINH'],
    ['GIẤY ĐỀ NGHỊ\nĐăng ký hộ kinh doanh', 'GIAY_DE_NGHI_DK_HKD'],
    ['GIẤY ĐỀ NGHỊ ĐĂNG KÝ THÀNH LẬP HỘ KINH DOANH', 'GIAY_DE_NGHI_DK_HKD'],
    ['GIẤY ĐỀ NGHỊ\nĐĂNG KÝ THAY ĐỔI NỘI DUNG ĐĂNG KÝ HỘ KINH DOANH', 'GIAY_DE_NGHI_DK_HKD'],
    ['ĐƠN ĐỀ NGHỊ CẤP LẠI, CẤP ĐỔI GIẤY CHỨNG NHẬN\nQUYỀN SỬ DỤNG ĐẤT', 'DON_DE_NGHI_GCN'],
    ['ĐƠN ĐĂNG KÝ BIẾN ĐỘNG\nĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT', 'DON_DE_NGHI_GCN'],
    ['ĐƠN ĐĂNG KÝ ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT', 'DON_DE_NGHI_GCN'],
    ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'GIAY_TIEP_NHAN'],
    ['GIẤY TIẾP NHẬN HỒ SƠ\nVÀ HẸN TRẢ KẾT QUẢ', 'GIAY_TIEP_NHAN'],
    ['GIẤY BIÊN NHẬN HỒ SƠ', 'GIAY_TIEP_NHAN'],
    ['TỜ KHAI CẤP GIẤY XÁC NHẬN\nTÌNH TRẠNG HÔN NHÂN', 'TO_KHAI_XNTTHN'],
    ['ĐƠN ĐỀ NGHỊ XÁC NHẬN TÌNH TRẠNG HÔN NHÂN', 'TO_KHAI_XNTTHN'],
    ['GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN', 'XAC_NHAN_HON_NHAN'],
    ['HỢP ĐỒNG CHO THUÊ NHÀ Ở', 'HOP_DONG_THUE_NHA'],
    ['HỢP ĐỒNG\nTHUÊ MẶT BẰNG KINH DOANH', 'HOP_DONG_THUE_NHA'],
    ['TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH', 'SO_DO'],
    ['SƠ ĐỒ VỊ TRÍ THỬA ĐẤT', 'SO_DO'],
    ['GIẤY UỶ QUYỀN', 'VAN_BAN_VIET_TAY'],
    ['BẢN CAM KẾT', 'VAN_BAN_VIET_TAY'],
    ['ĐƠN TRÌNH BÀY', 'VAN_BAN_VIET_TAY'],
  ])('%s', (heading, type) => {
    expect(typeOf(heading)).toBe(type);
  });

  it.each([
    ['T0 KHAI ĐĂNC KY KHAI SlNH', 'TO_KHAI_KHAI_SINH'],
    ['GIÂY CHUNG SlNH', 'GIAY_CHUNG_SINH'],
    ['TỜ KHAI CẤPGIẤY XAC NHÂN\nTINH TRANG H0N NHÀN', 'TO_KHAI_XNTTHN'],
    ['HƠP ĐÔNG THUẼ NHA', 'HOP_DONG_THUE_NHA'],
  ])('although it was read as %s', (heading, type) => {
    expect(typeOf(heading)).toBe(type);
  });

  it.each([
    'GIẤY CHỨNG NHẬN TIÊM CHỦNG',
    'GIẤY KHAI SINH',
    'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH',
    'HỢP ĐỒNG THẾ CHẤP',
    'HỢP ĐỒNG MUA BÁN NHÀ Ở',
    'TỜ KHAI ĐĂNG KÝ KẾT HÔN',
    'ĐƠN ĐỀ NGHỊ CẤP GIẤY CHỨNG NHẬN CƠ SỞ ĐỦ ĐIỀU KIỆN AN TOÀN THỰC PHẨM',
    'GIẤY XÁC NHẬN TÌNH TRẠNG CƯ TRÚ',
  ])('is not taken for a similar one: %s', (heading) => {
    expect(typeOf(heading) ?? 'KHAC').toBe('KHAC');
  });

  it('is not named by a paper that it only mentions', () => {
    const print =
      'GIẤY NHẬN TIỀN\nGiấy chứng sinh được cấp lần đầu, tên dự định đặt có thể thay đổi khi đăng ký.\n1. Tờ khai đăng ký khai sinh (bản chính)';
    expect(typeOf(print)).toBeNull();
  });

  it('may have a type that only the procedure’s list knows', () => {
    const manifest = {
      ...EMPTY_MANIFEST,
      expectedDocuments: [
        { type: 'BAN_VE_PCCC', name: 'Bản sao Hồ sơ phòng cháy chữa cháy (bản chính)', required: true },
      ],
    };
    const page = pageOf(`${state}HỒ SƠ PHÒNG CHÁY CHỮA CHÁY${body}`);
    expect(readPageSigns(page, catalogueFor(manifest)).own?.type).toBe('BAN_VE_PCCC');
  });
});

describe('a page without a heading of its own', () => {
  it('is an official letter by its frame', () => {
    const letter =
      'ỦY BAN NHÂN DÂN TỈNH\nSố: 12/UBND-NC\nV/v tăng cường số hóa hồ sơ\nKính gửi:\n- Các sở, ban, ngành;\nNơi nhận:\n- Như trên;';
    expect(signsOf(state + letter).own).toMatchObject({ type: 'CONG_VAN', by: 'frame' });
  });

  it('is known by what its form prints', () => {
    const print =
      'Đã sinh con vào lúc: 10 giờ\nSố con hiện sống: 01\nCân nặng: 2600 gam\nDự định đặt tên con là: An\nNgười đỡ đẻ: Lê Tú';
    expect(signsOf(print).own).toMatchObject({ type: 'GIAY_CHUNG_SINH', by: 'marks' });
  });

  it('is not known by one wording that is near to many of a form', () => {
    const print = 'Căn cứ các quy định về kinh doanh xăng dầu;\nTheo đề nghị của Cục trưởng;';
    expect(signsOf(print).own).toBeNull();
  });

  it('is issued by an agency that heads it with the state’s name and one sign of its own', () => {
    const print = 'THÔNG TƯ\nSửa đổi một số quy định\nCăn cứ Luật Tổ chức Chính phủ;';
    expect(signsOf(state + print).own).toMatchObject({ type: 'CONG_VAN', by: 'heading' });
    expect(signsOf('THÔNG TƯ\nSửa đổi một số quy định').own).toBeNull();
  });

  it('stays unnamed where nothing speaks', () => {
    expect(signsOf('Một vài dòng chữ\nkhông nói lên điều gì cả.').own).toBeNull();
  });
});

describe('identity cards', () => {
  const front =
    'CĂN CƯỚC CÔNG DÂN\nCitizen Identity Card\nHọ và tên / Full name:\nNGUYỄN THỊ THỬ\nNgày sinh / Date of birth: 01/02/1990\nQuê quán / Place of origin:';
  const back =
    'Đặc điểm nhận dạng / Personal identification:\nNgón trỏ trái\nLeft index finger\nIDVNM0949000572096094000057<<5\n9403268M3403266VNM<<<<<<<<<<<2';

  it.each([
    [front, 'CCCD_FRONT'],
    [back, 'CCCD_BACK'],
    [`${front}\n${back}`, 'CCCD_BOTH'],
  ])('are told by labels', (print, side) => {
    expect(signsOf(print).own).toMatchObject({ type: 'CCCD', pageType: side, by: 'card' });
  });

  it('are told by the code where the print is lost', () => {
    const code = '096194000155||Nguyễn Thị Thử|20121994|Nữ|Cà Mau|14122022';
    expect(signsOf('x', [code]).own).toMatchObject({ pageType: 'CCCD_FRONT' });
  });

  it('of 2024 carry the code on the back', () => {
    const code = '096194000155||Nguyễn Thị Thử|20121994|Nữ|Cà Mau|14122024';
    const print =
      'Nơi cư trú / Place of residence\nNơi đăng ký khai sinh / Place of birth\nBỘ CÔNG AN\nMINISTRY OF PUBLIC SECURITY\nIDVNM0949000572096094000057<<5';
    expect(signsOf(print, [code]).own).toMatchObject({ pageType: 'CCCD_BACK' });
  });

  it('are not seen in forms that ask for one', () => {
    const print = `${state}TỜ KHAI ĐĂNG KÝ KHAI SINH\nHọ, chữ đệm, tên: A\nCăn cước công dân số: 096094000057\nNơi thường trú: B`;
    expect(signsOf(print).own).toMatchObject({ type: 'TO_KHAI_KHAI_SINH' });
  });
});

describe('sheets and blanks', () => {
  const code = (body: string, crc: string) => `${body};K=${crc}`;

  it('separator by its print when the code is damaged', () => {
    const { sheet } = signsOf('TỜ PHÂN CÁCH\nH12.34-250701-0001\n02. Giấy chứng sinh', [
      code('BCCI1;L=PC;HS=H12', '0000'),
    ]);
    expect(sheet).toEqual({ type: 'SEPARATOR', code: null, printedName: 'Giấy chứng sinh' });
  });

  it('cover by its bar code or its print', () => {
    const print = 'TỜ BÌA HỒ SƠ\nMã hồ sơ\nH12.34-25O701-0001';
    expect(signsOf(print).sheet).toMatchObject({
      type: 'COVER',
      dossierCode: { code: 'H12.34-250701-0001', source: 'print' },
    });
    expect(signsOf(print, ['H12.34-250701-0002']).sheet).toMatchObject({
      dossierCode: { code: 'H12.34-250701-0002', source: 'code' },
    });
  });

  it('envelope by its item number and addresses', () => {
    expect(signsOf('Người gửi:\nLê Văn A\nNgười nhận:\nTrung tâm', ['EE123456785VN']).sheet).toEqual({
      type: 'ENVELOPE',
      postalItemId: 'EE123456785VN',
    });
    expect(signsOf('BƯU ĐIỆN VIỆT NAM\nNgười gửi:\nLê Văn A\nNgười nhận:\nTrung tâm').sheet).toMatchObject({
      type: 'ENVELOPE',
    });
  });

  it('is no sheet although a sticker on it claims to be one', () => {
    const print = `${state}GIẤY CHỨNG SINH\n${'Nội dung của giấy này rất dài và kín trang giấy.\n'.repeat(20)}`;
    const signs = signsOf(print, [code('BCCI1;L=PC;HS=../../x', '0000')]);
    expect(signs.sheet).toBeNull();
    expect(signs.own?.type).toBe('GIAY_CHUNG_SINH');
  });

  it('is no cover although it bears the dossier’s bar code', () => {
    const print = `${state}GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\nMã hồ sơ: H12.34-250701-0001\n${'Nội dung yêu cầu giải quyết và thời hạn theo quy định.\n'.repeat(12)}`;
    expect(signsOf(print, ['H12.34-250701-0001'])).toMatchObject({
      sheet: null,
      own: { type: 'GIAY_TIEP_NHAN' },
    });
  });

  it('blank only where nothing was read', () => {
    expect(readPageSigns(blankPage(), catalogue).isBlank).toBe(true);
    expect(
      readPageSigns(pageOf(`${state}GIẤY CHỨNG SINH`, { quality: { blank: true } }), catalogue),
    ).toMatchObject({ isBlank: false, own: { type: 'GIAY_CHUNG_SINH' } });
    expect(readPageSigns(unreadPage(), catalogue)).toMatchObject({ isBlank: false, own: null });
  });
});

describe('page numbers', () => {
  it.each([
    ['2', { number: 2, total: null }],
    ['- 3 -', { number: 3, total: null }],
    ['Trang 2/3', { number: 2, total: 3 }],
    ['2/3', { number: 2, total: 3 }],
  ])('are read at the foot: %s', (foot, numbering) => {
    expect(readPageSigns(pageOf('Điều khoản chung\ncủa hợp đồng', { foot }), catalogue).numbering).toEqual(
      numbering,
    );
  });

  it('are not figures elsewhere', () => {
    expect(signsOf('Số liệu\n2\ncủa một trang').numbering).toBeNull();
    expect(readPageSigns(pageOf('x', { foot: '5/3' }), catalogue).numbering).toBeNull();
  });
});
