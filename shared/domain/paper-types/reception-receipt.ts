/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả: the one-stop counter's receipt (Circular 03/2025/TT-VPCP, form 01). */
import { CITIZEN_ID, EMAIL, NAME, PHONE, RESIDENCE } from '../fields/labels.ts';
import { listedItems } from '../fields/readers/listed-items.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const receptionReceipt: PaperTypeRule = {
  type: 'GIAY_TIEP_NHAN',
  name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  titles: [
    'giấy tiếp nhận hồ sơ',
    'giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    'giấy tiếp nhận và hẹn trả kết quả',
    'phiếu tiếp nhận hồ sơ',
    'giấy biên nhận hồ sơ',
    'biên nhận hồ sơ',
    'phiếu biên nhận',
    'giấy hẹn trả kết quả',
    'phiếu hẹn trả kết quả',
  ],
  marks: [
    'tiếp nhận hồ sơ của',
    'nội dung yêu cầu giải quyết',
    'thành phần hồ sơ nộp gồm',
    'số lượng hồ sơ',
    'thời gian giải quyết hồ sơ theo quy định',
    'thời gian nhận hồ sơ',
    'thời gian trả kết quả',
    'đăng ký nhận kết quả tại',
    'sổ theo dõi hồ sơ',
    'người tiếp nhận hồ sơ',
    'tra cứu tình trạng hồ sơ',
  ],
  metadata: { number: 'maHoSo', isIssued: true },
  form: {
    required: ['maHoSo', 'nguoiNop.hoTen'],
    anywhere: [
      {
        name: 'maHoSo',
        labels: ['mã hồ sơ', 'mã số hồ sơ', 'bằng mã số', 'số hồ sơ'],
        grammar: 'dossierCode',
      },
      {
        name: 'nguoiNop.hoTen',
        labels: [
          'tiếp nhận hồ sơ của',
          'tiếp nhận hồ sơ của ông/bà',
          'họ tên người nộp',
          'người nộp hồ sơ',
          'chủ hồ sơ',
          ...NAME,
        ],
        grammar: 'personName',
      },
      { name: 'nguoiNop.diaChi', labels: RESIDENCE, grammar: 'place' },
      { name: 'nguoiNop.dienThoai', labels: PHONE, grammar: 'phone' },
      { name: 'nguoiNop.email', labels: EMAIL, grammar: 'email' },
      { name: 'nguoiNop.soDinhDanh', labels: CITIZEN_ID, grammar: 'citizenId' },
      {
        name: 'noiDung',
        labels: [
          'nội dung yêu cầu giải quyết',
          'nội dung yêu cầu',
          'về việc',
          'thủ tục hành chính',
          'tên thủ tục',
        ],
        grammar: 'text',
      },
      { name: 'soLuong', labels: ['số lượng hồ sơ', 'số bộ hồ sơ'], grammar: 'quantity' },
      {
        name: 'thoiHan',
        labels: [
          'thời gian giải quyết hồ sơ theo quy định là',
          'thời gian giải quyết hồ sơ',
          'thời hạn giải quyết',
        ],
        grammar: 'quantity',
      },
      {
        name: 'nhanLuc',
        labels: ['thời gian nhận hồ sơ', 'thời gian nhận', 'ngày nhận'],
        grammar: 'dateTime',
      },
      {
        name: 'traLuc',
        labels: [
          'thời gian trả kết quả giải quyết hồ sơ',
          'thời gian trả kết quả',
          'ngày hẹn trả',
          'ngày hẹn trả kết quả',
        ],
        grammar: 'dateTime',
      },
      {
        name: 'nhanKetQua',
        labels: ['đăng ký nhận kết quả tại', 'nhận kết quả tại', 'hình thức nhận kết quả'],
        grammar: 'text',
      },
      { name: 'quyen', labels: ['vào sổ theo dõi hồ sơ, quyển số', 'quyển số'], grammar: 'registerNumber' },
      { name: 'soThuTu', labels: ['số thứ tự'], grammar: 'count' },
    ],
    readers: [
      listedItems('thanhPhan', {
        after: ['thành phần hồ sơ nộp gồm', 'thành phần hồ sơ gồm', 'thành phần hồ sơ', 'hồ sơ gồm'],
        until: ['số lượng hồ sơ', 'thời gian giải quyết', 'số bộ hồ sơ', 'thời gian nhận hồ sơ'],
      }),
    ],
  },
};
