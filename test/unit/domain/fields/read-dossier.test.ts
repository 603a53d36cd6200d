import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, typedPage, valuesOf } from './typed-paper.ts';

const code = '079188000246||Huỳnh Thị Ánh Tuyết|03021988|Nữ|12 Bến Bình Đông, Phường 14, Quận 8|15072021';
const card = typedPage('CĂN CƯỚC CÔNG DÂN', [code]);
const applicant = {
  declaredApplicant: {
    name: 'Huỳnh Thị Ánh Tuyết',
    idNumber: '079188000246',
    dateOfBirth: '1988-02-03',
    address: 'Số 12 đường Bến Bình Đông, phường Phú Định, Thành phố Hồ Chí Minh',
  },
  procedureName: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất',
};
const application = (changes: Record<string, string> = {}) => {
  let print = `
    ĐƠN ĐỀ NGHỊ CẤP ĐỔI GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT
    1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất
    1.1. Tên (viết chữ in hoa): HUỲNH THỊ ÁNH TUYẾT
    Số định danh/CCCD: 079188000246    Ngày sinh: 03/02/1988
    1.2. Địa chỉ: Số 12 đường Bến Bình Đông, phường Phú Định, Thành phố Hồ Chí Minh
    3. Lý do đề nghị: Cấp đổi do nhòe`;
  for (const [from, to] of Object.entries(changes)) print = print.replace(from, to);
  return print;
};
const fieldsOf = (print: string) => {
  const { papers } = decide([typedPage(print), card], applicant);
  return papers.find(({ type }) => type === 'DON_DE_NGHI_GCN')!.fields;
};
const confidenceIn = (print: string, name: string) =>
  fieldsOf(print).find((field) => field.name === name)!.confidence;

describe('papers of one dossier', () => {
  it('spell names and addresses as code and declaration do, in the capitals of the paper', () => {
    const values = valuesOf(
      fieldsOf(application({ 'HUỲNH THỊ ÁNH TUYẾT': 'HUYNH THỊ ÂNH TUYẾT', 'Bến Bình': 'Bền Bỉnh' })),
    );
    expect(values['nguoiSuDungDat.hoTen']).toBe('HUỲNH THỊ ÁNH TUYẾT');
    expect(values['nguoiSuDungDat.diaChi']).toBe(applicant.declaredApplicant.address);
  });

  it('leave another house its number', () => {
    const values = valuesOf(fieldsOf(application({ 'Số 12': 'Số 21' })));
    expect(values['nguoiSuDungDat.diaChi']).toContain('Số 21');
  });

  it('spell running words as the procedure’s name does', () => {
    expect(valuesOf(fieldsOf(application({ 'Cấp đổi': 'Cấp đối' }))).lyDo).toBe('Cấp đổi do nhòe');
  });

  it('are surer of what something else says too', () => {
    expect(
      confidenceIn(application({ '079188000246': '079188000246~60' }), 'nguoiSuDungDat.soDinhDanh'),
    ).toBeGreaterThanOrEqual(97);
  });

  it('never take a known number for the one that is read, and doubt a near one', () => {
    const print = application({ '079188000246': '079188000248' });
    expect(valuesOf(fieldsOf(print))['nguoiSuDungDat.soDinhDanh']).toBe('079188000248');
    expect(confidenceIn(print, 'nguoiSuDungDat.soDinhDanh')).toBeLessThan(90);
  });

  it('keep a blotted value, at a confidence that sends it to a person', () => {
    const print = application({ '03/02/1988': '14/11/1961~20' });
    expect(confidenceIn(print, 'nguoiSuDungDat.ngaySinh')).toBeLessThan(40);
  });

  it('are read without failing, whatever recognition made of them', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      fc.constantFrom(
        'Họ,',
        'tên:',
        'Số',
        'ngày',
        '(',
        '::',
        '....',
        '096094000057',
        'IDVNM<<<<<<<<<<<<<<<<<<<<<<<<',
      ),
    );
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const title = fc.constantFrom(
      'TỜ KHAI ĐĂNG KÝ KHAI SINH',
      'HỢP ĐỒNG THUÊ NHÀ',
      'GIẤY TIẾP NHẬN HỒ SƠ',
      'CĂN CƯỚC CÔNG DÂN',
    );
    fc.assert(
      fc.property(title, fc.array(line, { maxLength: 15 }), (heading, lines) => {
        const { papers } = decide([typedPage([heading, ...lines].join('\n'))], applicant);
        for (const { fields } of papers) {
          expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
          for (const { value, confidence } of fields) {
            expect(value).toBe(value.normalize('NFC'));
            expect(value.trim()).not.toBe('');
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(100);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a contract whose parties stand under headings', () => {
  it('gives each party what stands under its own', () => {
    const [lease] = decide([
      typedPage(`
        HỢP ĐỒNG THUÊ NHÀ
        BÊN CHO THUÊ (BÊN A):
        Ông/bà: Trịnh Thanh Thảo. Sinh ngày: 22/03/1976
        Số định danh cá nhân: 092176000840
        BÊN THUÊ (BÊN B):
        Ông/bà: Bùi Tấn Lộc. Sinh ngày: 04/09/1995
        Số định danh cá nhân: 080095000077
        Địa chỉ nhà cho thuê: Số 142 đường Phan Chu Trinh, xã Cần Giuộc, tỉnh Tây Ninh
        ĐIỀU 1. TÀI SẢN CHO THUÊ`),
    ]).papers;
    expect(valuesOf(lease!.fields)).toMatchObject({
      'benChoThue.hoTen': 'Trịnh Thanh Thảo',
      'benChoThue.soDinhDanh': '092176000840',
      'benThue.hoTen': 'Bùi Tấn Lộc',
      'benThue.soDinhDanh': '080095000077',
      diaChiThue: 'Số 142 đường Phan Chu Trinh, xã Cần Giuộc, tỉnh Tây Ninh',
    });
  });
});
