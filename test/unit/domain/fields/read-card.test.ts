import { describe, expect, it } from 'vitest';
import {
  zoneLineOfDates,
  zoneLineOfName,
  zoneLineOfNumber,
} from '../../../../shared/domain/codes/machine-readable-lines.ts';
import { decide, readPaper, typedPage } from './typed-paper.ts';

const id = '079188000246';
const code = `${id}|024000246|Huỳnh Thị Ánh Tuyết|03021988|Nữ|12 Bến Bình Đông, Phường 14, Quận 8, TP. Hồ Chí Minh|15072021`;
const front = `
  CĂN CƯỚC CÔNG DÂN
  Citizen Identity Card
  Số / No.: ${id}
  Họ và tên / Full name:
  HUỲNH THỊ ÁNH TUYẾT
  Ngày sinh / Date of birth: 03/02/1988
  Giới tính / Sex: Nữ  Quốc tịch / Nationality: Việt Nam
  Quê quán / Place of orlgin-
  Bình Chánh, TP. Hồ Chí Minh
  Nơi thường trú / Place of residence:
  12 Bến Bình Đông, Phường 14, Quận 8,
  TP. Hồ Chí Minh
  Có giá trị đến: 03/02/2028
  Date of expiry`;
const zone = [
  zoneLineOfNumber(id),
  zoneLineOfDates(id, { birthDate: '1988-02-03', sex: 'female', expiresOn: '2028-02-03' }),
  zoneLineOfName('HUỲNH THỊ ÁNH TUYẾT'),
];
const back = `
  Đặc điểm nhận dạng / Personal identification:
  Nốt ruồi C.2cm dưới mép trái
  Ngày, tháng, năm / Date, month, year: 15/07/2021
  CỤC TRƯỞNG CỤC CẢNH SÁT
  QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI
  Left index finger
  ${zone.join('\n  ')}`;

const fieldsOf = (prints: readonly string[], codes: readonly string[] = []) => {
  const { papers } = decide(prints.map((print, index) => typedPage(print, index === 0 ? codes : [])));
  return new Map(papers[0]!.fields.map((field) => [field.name, field]));
};

describe('fields of an identity card', () => {
  it('are read off both sides without any code', () => {
    const { type, fields } = readPaper(`${front}\n${back}`);
    expect(type).toBe('CCCD');
    expect(fields).toEqual({
      soDinhDanh: id,
      hoTen: 'HUỲNH THỊ ÁNH TUYẾT',
      ngaySinh: '03/02/1988',
      gioiTinh: 'Nữ',
      quocTich: 'Việt Nam',
      queQuan: 'Bình Chánh, TP. Hồ Chí Minh',
      noiThuongTru: '12 Bến Bình Đông, Phường 14, Quận 8, TP. Hồ Chí Minh',
      giaTriDen: '03/02/2028',
      dacDiem: 'Nốt ruồi C.2cm dưới mép trái',
      ngayCap: '15/07/2021',
      coQuanBanHanh: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
      mrz1: zone[0],
      mrz2: zone[1],
      mrz3: zone[2],
    });
  });

  it('are the code’s where it was read, in the card’s capitals, whatever became of the print', () => {
    const misread = front.replace('HUỲNH THỊ ÁNH', 'HUYNH TH1 ANH').replace('03/02/1988', '08/02/1968');
    const fields = fieldsOf([misread], [code]);
    expect(fields.get('hoTen')).toMatchObject({ value: 'HUỲNH THỊ ÁNH TUYẾT', source: 'qr' });
    expect(fields.get('ngaySinh')).toMatchObject({ value: '03/02/1988', source: 'qr' });
    expect(fields.get('ngayCap')).toMatchObject({ value: '15/07/2021', source: 'qr' });
  });

  it('name the issuer that the card prints, and none where it is lost', () => {
    const issuer = (print: string) => fieldsOf([front, print]).get('coQuanBanHanh')?.value;
    const of2024 = back.replace(/CỤC TRƯỞNG[\s\S]*XÃ HỘI/u, 'BỘ CÔNG AN\n  MINISTRY OF PUBLIC SECURITY');
    expect(issuer(of2024)).toBe('Bộ Công an');
    const misread = back.replace('QUẢN LÝ HÀNH', 'QUÁN LÝ HẢNH').replace('TRẬT TỰ', 'TRÂT TƯ');
    expect(issuer(misread)).toBe('Cục Cảnh sát quản lý hành chính về trật tự xã hội');
    expect(issuer(back.replace(/QUẢN LÝ.*/u, ''))).toBeUndefined();
  });

  it('are surer where two sources agree', () => {
    const alone = fieldsOf([front.replace(id, '///')], [code]).get('soDinhDanh')!;
    const agreed = fieldsOf([front], [code]).get('soDinhDanh')!;
    expect(agreed.confidence).toBeGreaterThan(alone.confidence);
  });

  it('take the end of validity from the zone where print is lost, also when there is none', () => {
    const without = front.replace(/Có giá trị[\s\S]*/u, '');
    expect(fieldsOf([without, back]).get('giaTriDen')).toMatchObject({ value: '03/02/2028', source: 'mrz' });
    const never = zoneLineOfDates(id, { birthDate: '1988-02-03', sex: 'female', expiresOn: null });
    expect(fieldsOf([without, back.replace(zone[1]!, never)]).get('giaTriDen')?.value).toBe('Không thời hạn');
  });

  it('repair a misread line of the zone by what it must say', () => {
    const misread = back.replace(zone[0]!, zone[0]!.replace('IDVNM', '1DVNM').replace('0', 'O'));
    expect(fieldsOf([front, misread], [code]).get('mrz1')).toMatchObject({ value: zone[0], source: 'mrz' });
  });
});
