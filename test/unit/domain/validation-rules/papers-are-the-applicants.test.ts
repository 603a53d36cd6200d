import { describe, expect, it } from 'vitest';
import { decide, typedPage } from '../fields/typed-paper.ts';

const declaredApplicant = { name: 'Trương Hữu Nghị', idNumber: '096099000071', dateOfBirth: '1999-05-04' };
const differences = ['NAME_MISMATCH', 'ID_MISMATCH', 'DOB_MISMATCH', 'FOREIGN_PAPER'];
const findingsOn = (prints: readonly string[], declared: object = declaredApplicant) =>
  decide(
    prints.map((print) => typedPage(print)),
    { declaredApplicant: declared },
  ).findings.filter(({ code }) => differences.includes(code));

const request = (name = 'TRƯƠNG HỮU NGHỊ', id = '096099000071', born = '04/05/1999') => `
  GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH
  Tôi là (ghi họ tên bằng chữ in hoa): ${name}    Giới tính: Nam
  Sinh ngày: ${born}    Dân tộc: Kinh    Quốc tịch: Việt Nam
  Số định danh cá nhân: ${id}    Ngày cấp: 06/07/2021
  1. Tên hộ kinh doanh (ghi bằng chữ in hoa): HỘ KINH DOANH HÒA BÌNH
  4. Vốn kinh doanh: 50.000.000`;
const notice = (mother: string, id: string) => `
  GIẤY CHỨNG SINH
  Họ và tên mẹ/Người nuôi dưỡng: ${mother}
  Số CCCD/Số định danh cá nhân: ${id}
  Số lần sinh: 01    Số con hiện sống: 01    Số con trong lần sinh này: 01
  Dự định đặt tên con là: Trương Bảo An`;
const declaration = (mother: string) => `
  TỜ KHAI ĐĂNG KÝ KHAI SINH
  Họ, chữ đệm, tên người yêu cầu: Trương Hữu Nghị
  Giấy tờ tùy thân: CCCD số 096099000071 cấp ngày 06/07/2021
  Họ, chữ đệm, tên người mẹ: ${mother}
  Họ, chữ đệm, tên người cha: TRƯƠNG HỮU NGHỊ`;

describe('papers and the declared applicant', () => {
  it('agree, also without marks and with marks misread', () => {
    expect(findingsOn([request()])).toEqual([]);
    expect(findingsOn([request('TRUONG HUU NGHI')])).toEqual([]);
    expect(findingsOn([request('TRƯỜNG HỮU NGHĨ')])).toEqual([]);
  });

  it.each([
    ['NAME_MISMATCH', request('PHÙNG MINH TRÍ')],
    ['ID_MISMATCH', request(undefined, '096099222071')],
    ['DOB_MISMATCH', request(undefined, undefined, '22/11/1999')],
    ['FOREIGN_PAPER', request('PHÙNG MINH TRÍ', '091075222333', '22/11/1975')],
  ])('%s where the paper says otherwise', (code, print) => {
    expect(findingsOn([print])).toMatchObject([{ code, docType: 'GIAY_DE_NGHI_DK_HKD', severity: 'error' }]);
  });

  it.each([
    ['a letter lost', request('TRƯƠNG HỮU NGH')],
    ['a word lost', request('TRƯƠNG HỮU')],
    ['a name in blots', request('TRƯONG~40 HƯW~20 NGHY~30')],
    ['a figure misread', request(undefined, '096099000077')],
    ['a doubtful number', request(undefined, '096044000071~55')],
    ['a figure of a day misread', request(undefined, undefined, '04/06/1999')],
    ['a number that is not whole', request(undefined, '0960990000')],
  ])('do not differ by what recognition does: %s', (_, print) => {
    expect(findingsOn([print])).toEqual([]);
  });

  it('may name the applicant as any of the parents', () => {
    const mother = { name: 'Lê Thị Hồng', idNumber: '096196000058', dateOfBirth: '1996-09-21' };
    expect(findingsOn([declaration('LÊ THỊ HỒNG'), notice('Lê Thị Hồng', '096196000058')], mother)).toEqual(
      [],
    );
    expect(findingsOn([declaration('LÊ THỊ HỒNG'), notice('Lê Thị Hồng', '096196000058')])).toEqual([]);
  });

  it('differ wherever the applicant stands on the form, asking or asked for, and are named once', () => {
    const form = (asking: string, askedFor: string) => `
      TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN
      Họ, chữ đệm, tên người yêu cầu: Trương Hữu Nghị
      Giấy tờ tùy thân: CCCD số ${asking}
      Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:
      Họ, chữ đệm, tên: Trương Hữu Nghị
      Số định danh cá nhân: ${askedFor}
      Tình trạng hôn nhân: Hiện tại chưa đăng ký kết hôn với ai`;
    const other = '096099222071';
    for (const print of [form(other, ''), form('096099000071', other), form(other, other)])
      expect(findingsOn([print])).toMatchObject([{ code: 'ID_MISMATCH', docType: 'TO_KHAI_XNTTHN' }]);
    expect(findingsOn([form('096099000071', '096099000071')])).toEqual([]);
  });

  it('are foreign where nobody on them is known from any other', () => {
    const strange = notice('Phùng Kim Thoa', '092196111222');
    expect(findingsOn([declaration('LÊ THỊ HỒNG'), strange])).toMatchObject([
      { code: 'FOREIGN_PAPER', docType: 'GIAY_CHUNG_SINH' },
    ]);
  });

  it('are silent without a declaration', () => {
    expect(findingsOn([request('PHÙNG MINH TRÍ')], {})).toEqual([]);
  });

  it('say no name and no number in their sentences', () => {
    const all = [request('PHÙNG MINH TRÍ', '091075222333', '22/11/1975'), request(undefined, '096099222071')];
    for (const { message } of all.flatMap((print) => findingsOn([print]))) {
      expect(message).not.toMatch(/PHÙNG|TRƯƠNG|Trương|\d{6}|\d{2}\/\d{2}/u);
    }
  });
});
