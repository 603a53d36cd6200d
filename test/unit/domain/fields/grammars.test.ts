import { describe, expect, it } from 'vitest';
import { GRAMMARS, type GrammarName } from '../../../../shared/domain/fields/grammars/index.ts';
import { rowsOf } from '../../../../shared/domain/fields/tokens.ts';
import type { ReadPage } from '../../../../shared/domain/group-pages.ts';
import { typedPage } from './typed-paper.ts';

const read = (grammar: GrammarName, text: string) => {
  const [row] = rowsOf([{ number: 1, facts: typedPage(text) } as ReadPage]);
  return GRAMMARS[grammar](row!.tokens);
};

describe('dates', () => {
  it.each([
    ['22/09/1964', '22/09/1964'],
    ['1/6/2026.', '1/6/2026'],
    ['26 / 03/1994', '26/03/1994'],
    ['O1/O7/2OOO', '01/07/2000'],
    ['01407/2000', '01/07/2000'],
    ['030412023', '03/04/2023'],
    ['03I0612028', '03/06/2028'],
    ['1308/2022', '13/08/2022'],
    ['ngày 15 tháng 07 năm 2013', 'ngày 15 tháng 07 năm 2013'],
    ['ngày 15 thúng 07 năm 2013', 'ngày 15 tháng 07 năm 2013'],
  ])('%s is %s', (written, value) => {
    expect(read('date', written)?.value).toBe(value);
  });

  it.each(['31/02/2020', '45/13/1990', '12/2020', 'không rõ'])('%s is none', (written) => {
    expect(read('date', written)).toBeNull();
  });

  it('are doubted where strokes were taken back', () => {
    expect(read('date', '01407/2000')!.fit).toBeLessThan(read('date', '01/07/2000')!.fit);
  });

  it('keep the hour', () => {
    expect(read('dateTime', '10 giờ 29 phút, ngày 01 tháng 04 năm 2026.')?.value).toBe(
      '10 giờ 29 phút, ngày 01 tháng 04 năm 2026',
    );
  });

  it('keep the hour where the month’s name was misread, too', () => {
    expect(read('dateTime', '8 giờ 05 phút, ngày 01 thúng 04 năm 2026')?.value).toContain('8 giờ 05 phút');
  });

  it('in words take the number word whose marks were misread', () => {
    expect(read('dateInWords', 'Ngày một, thang tư, năm hai nghin không trăm hai mươi sáu')?.value).toBe(
      'Ngày một, tháng tư, năm hai nghìn không trăm hai mươi sáu',
    );
  });
});

describe('ethnic groups', () => {
  it.each([
    ['Gia Rai', 'Gia Rai'],
    ["M'Nông", "M'Nông"],
    ['KINH', 'KINH'],
    ['Klnh', 'Kinh'],
    ['Hà Nhi', 'Hà Nhì'],
    ['Khơ me Quốc tịch', 'Khơ me'],
    ['Ê.đê', 'Ê-đê'],
  ])('%s is %s', (written, value) => {
    expect(read('ethnicity', written)?.value).toBe(value);
  });

  it('and nations keep their own capitals', () => {
    expect(read('nationality', 'ViỆt Nam')?.value).toBe('Việt Nam');
  });
});

describe('numbers of citizens', () => {
  it.each([
    ['096094000057', '096094000057'],
    ['O96094+OOOO57', '096094000057'],
    ['CCCD số 096 094 000 057, cấp ngày 15/04/2021', '096094000057'],
    ['Thẻ số: 381000057', '381000057'],
  ])('%s is %s', (written, value) => {
    expect(read('citizenId', written)?.value).toBe(value);
  });

  it('are doubted when a figure is missing, and none are made of words', () => {
    expect(read('citizenId', '09609400005')!.fit).toBeLessThan(0.5);
    expect(read('citizenId', 'không có')).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['ĐẶNG VĂN ÚT EM Giới', 'ĐẶNG VĂN ÚT EM'],
    ['Ông Trịnh Công Lý, số', 'Trịnh Công Lý'],
    ['NGUYÊN BÍCH NGÂN', 'NGUYỄN BÍCH NGÂN'],
    ['Đoàn Bích Ngân', 'Đoàn Bích Ngân'],
  ])('%s is %s', (written, value) => {
    expect(read('personName', written)?.value).toBe(value);
  });

  it.each(['cho bản thân', '12 34', 'Nam'])('%s is none', (written) => {
    expect(read('personName', written)).toBeNull();
  });

  it('are doubted with a figure in them', () => {
    expect(read('personName', 'TF4n Chí Nguyện')!.fit).toBeLessThan(0.5);
  });
});

describe('the other grammars', () => {
  it.each<[GrammarName, string, string]>([
    ['sex', 'Nư', 'Nữ'],
    ['ethnicity', 'Hinh', 'Kinh'],
    ['ethnicity', 'Khmer Quốc', 'Khmer'],
    ['nationality', 'Viêt Nam', 'Việt Nam'],
    ['relation', 'Mẹ đẻ', 'Mẹ đẻ'],
    ['phone', '0900 000 015 Email', '0900 000 015'],
    ['email', 'em.1964(thu.example', 'em.1964@thu.example'],
    ['documentNumber', '3998/VPCP-KSTT', '3998/VPCP-KSTT'],
    ['documentNumber', '3998VPCP-KSTT', '3998/VPCP-KSTT'],
    ['certificateSerial', 'BX 981485', 'BX 981485'],
    ['money', '80.000.000 đồng', '80.000.000'],
    ['area', '1276,1', '1276,1'],
    ['quantity', '01 (bộ)', '01 (bộ)'],
    ['dossierCode', 'H12.12–260613-OOO3', 'H12.12-260613-0003'],
    ['place', 'Ấp 1, TP. Cà Mau. Hai bên thống nhất', 'Ấp 1, TP. Cà Mau'],
    ['text', 'vay vốn ngân "hàng', 'vay vốn ngân hàng'],
    ['expiry', 'Khong thời hạn', 'Không thời hạn'],
  ])('%s: %s is %s', (grammar, written, value) => {
    expect(read(grammar, written)?.value).toBe(value);
  });

  it.each<[GrammarName, string]>([
    ['sex', 'khác'],
    ['phone', '12 345'],
    ['email', 'không có'],
    ['documentNumber', '91/12 đường'],
    ['money', 'không'],
  ])('%s: %s is none', (grammar, written) => {
    expect(read(grammar, written)).toBeNull();
  });
});
