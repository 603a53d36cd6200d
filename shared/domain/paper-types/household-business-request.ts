/** Giấy đề nghị đăng ký hộ kinh doanh: the owner's request to register a household business. */
import {
  ADDRESSEE,
  BIRTH_DATE,
  CITIZEN_ID,
  EMAIL,
  ETHNICITY,
  ISSUED_BY,
  ISSUED_ON,
  NAME,
  NATIONALITY,
  PHONE,
  RESIDENCE,
  SEX,
} from '../fields/labels.ts';
import { businessLines } from '../fields/readers/business-lines.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const householdBusinessRequest: PaperTypeRule = {
  type: 'GIAY_DE_NGHI_DK_HKD',
  name: 'Giấy đề nghị đăng ký hộ kinh doanh',
  titles: [
    'giấy đề nghị … hộ kinh doanh',
    'giấy đề nghị đăng ký hộ kinh doanh',
    'giấy đề nghị đăng ký thành lập hộ kinh doanh',
    'đơn đề nghị … hộ kinh doanh',
    'đơn đăng ký … hộ kinh doanh',
    'tờ khai đăng ký hộ kinh doanh',
  ],
  openings: ['giấy đề nghị', 'đơn đề nghị'],
  marks: [
    'do tôi là chủ hộ với các nội dung',
    'tên hộ kinh doanh',
    'trụ sở hộ kinh doanh',
    'địa điểm kinh doanh',
    'ngành, nghề kinh doanh',
    'vốn kinh doanh',
    'ngày bắt đầu hoạt động',
    'tổng số lao động',
    'chủ thể thành lập hộ kinh doanh',
    'chủ hộ kinh doanh',
    'không thuộc diện pháp luật cấm kinh doanh',
  ],
  form: {
    required: ['chuHo.hoTen', 'chuHo.ngaySinh', 'chuHo.soDinhDanh', 'tenHoKinhDoanh', 'diaChiTruSo'],
    applicant: ['chuHo'],
    anywhere: [
      { name: 'kinhGui', labels: ADDRESSEE, grammar: 'place' },
      {
        name: 'chuHo.hoTen',
        labels: ['tôi là', 'tôi tên là', 'họ và tên chủ hộ', 'họ và tên chủ hộ kinh doanh', ...NAME],
        grammar: 'personName',
      },
      { name: 'chuHo.gioiTinh', labels: SEX, grammar: 'sex' },
      { name: 'chuHo.ngaySinh', labels: BIRTH_DATE, grammar: 'date' },
      { name: 'chuHo.danToc', labels: ETHNICITY, grammar: 'ethnicity' },
      { name: 'chuHo.quocTich', labels: NATIONALITY, grammar: 'nationality' },
      { name: 'chuHo.soDinhDanh', labels: CITIZEN_ID, grammar: 'citizenId' },
      { name: 'chuHo.ngayCap', labels: ISSUED_ON, grammar: 'date' },
      { name: 'chuHo.noiCap', labels: ISSUED_BY, grammar: 'place' },
      { name: 'chuHo.noiThuongTru', labels: RESIDENCE, grammar: 'place' },
      {
        name: 'chuHo.soNha',
        labels: [
          'số nhà, hẻm, đường phố/tổ/khóm/ấp',
          'số nhà, ngách, hẻm, ngõ, đường phố/tổ/xóm/ấp/thôn',
          'số nhà, đường phố/xóm/ấp/thôn',
          'số nhà, ngách, hẻm, ngõ, đường phố',
          'số nhà',
        ],
        grammar: 'place',
      },
      {
        name: 'chuHo.xaPhuong',
        labels: ['xã/phường/đặc khu', 'xã/phường/thị trấn', 'xã/phường'],
        grammar: 'place',
      },
      {
        name: 'chuHo.tinh',
        labels: ['tỉnh/thành phố', 'tỉnh/thành phố trực thuộc trung ương', 'tỉnh/TP'],
        grammar: 'place',
      },
      { name: 'chuHo.dienThoai', labels: PHONE, grammar: 'phone' },
      { name: 'chuHo.email', labels: EMAIL, grammar: 'email' },
      {
        name: 'tenHoKinhDoanh',
        labels: ['tên hộ kinh doanh', 'tên hộ kinh doanh viết bằng tiếng Việt'],
        grammar: 'text',
      },
      {
        name: 'diaChiTruSo',
        labels: [
          'địa chỉ trụ sở hộ kinh doanh',
          'trụ sở hộ kinh doanh',
          'địa chỉ trụ sở',
          'địa điểm kinh doanh',
          'địa chỉ kinh doanh',
        ],
        grammar: 'place',
      },
      {
        name: 'vonKinhDoanh',
        labels: ['vốn kinh doanh', 'tổng số vốn', 'vốn kinh doanh: tổng số', 'vốn đăng ký'],
        grammar: 'money',
      },
      {
        name: 'ngayBatDau',
        labels: ['ngày bắt đầu hoạt động', 'thời điểm bắt đầu hoạt động'],
        grammar: 'date',
      },
      {
        name: 'soLaoDong',
        labels: ['tổng số lao động', 'số lượng lao động', 'số lao động', 'tổng số lao động dự kiến'],
        grammar: 'count',
      },
    ],
    readers: [businessLines('nganhNghe')],
  },
};
