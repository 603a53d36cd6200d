/** People of the sample: invented from end to end; serials contain 999, which no register hands out, phones begin 0900 000. */

export interface Citizen {
  readonly name: string;
  readonly born: string;
  readonly sex: 'Nam' | 'Nữ';
  readonly citizenId: string;
  readonly issued: string;
  readonly expires: string;
  readonly hometown: string;
  readonly residence: string;
  /** As the card prints it: without the words for the kind of place. */
  readonly cardResidence: string;
  readonly mark: string;
}

const ADDRESS = 'Ấp Rạch Bần, xã Tân Thuận, tỉnh Cà Mau';

export const father: Citizen = {
  name: 'Phạm Quốc Khải',
  born: '14/03/1995',
  sex: 'Nam',
  citizenId: '096095999417',
  issued: '25/06/2023',
  expires: '14/03/2035',
  hometown: 'Tân Thuận, Đầm Dơi, Cà Mau',
  residence: ADDRESS,
  cardResidence: 'Ấp Rạch Bần, Tân Thuận, Cà Mau',
  mark: 'Sẹo chấm C.2cm dưới sau đuôi mắt phải',
};

export const mother = {
  name: 'Lê Thị Mộng Tuyền',
  born: '22/08/1997',
  citizenId: '096197999286',
  residence: ADDRESS,
} as const;

export const child = {
  name: 'Phạm Lê Gia Hân',
  born: '19/10/2026',
  bornInWords: 'Ngày mười chín tháng mười năm hai nghìn không trăm hai mươi sáu',
  sex: 'Nữ',
} as const;

export const sampleDossier = {
  dossierCode: 'H12.09-261102-0001',
  procedureCode: '1.001193',
  procedureName: 'Đăng ký khai sinh',
  /** UPU S10, with its check digit. */
  postalItemId: 'EA999042618VN',
  receivedOn: '2026-11-02',
  office: { code: '984250', name: 'Bưu điện Đầm Dơi' },
  phone: '0900 000 417',
} as const;
