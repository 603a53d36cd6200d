/** Hợp đồng thuê nhà: lease of the premises, with its annexes. */
import type { FieldRule } from '../fields/field-rule.ts';
import { BIRTH_DATE, CITIZEN_ID, ISSUED_ON, NAME, PHONE, RESIDENCE } from '../fields/labels.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const lease: PaperTypeRule = {
  type: 'HOP_DONG_THUE_NHA',
  name: 'Hợp đồng thuê nhà',
  titles: [
    'hợp đồng thuê nhà',
    'hợp đồng thuê … nhà',
    'hợp đồng cho thuê nhà',
    'hợp đồng thuê mặt bằng',
    'hợp đồng thuê địa điểm',
    'hợp đồng thuê phòng',
    'hợp đồng thuê cửa hàng',
    'hợp đồng thuê văn phòng',
    'hợp đồng thuê kho',
    'hợp đồng thuê đất',
    'hợp đồng thuê quyền sử dụng đất',
    'hợp đồng thuê tài sản',
    'hợp đồng mượn nhà',
    'hợp đồng cho mượn nhà',
    'hợp đồng mượn địa điểm',
    'giấy thuê nhà',
    'giấy cho thuê nhà',
    'giấy cho mượn nhà',
    'phụ lục hợp đồng thuê',
  ],
  openings: ['hợp đồng', 'phụ lục hợp đồng'],
  marks: [
    'bên cho thuê',
    'bên thuê',
    'giá thuê',
    'tiền thuê',
    'thời hạn thuê',
    'đặt cọc',
    'quyền và nghĩa vụ của bên',
    'phương thức thanh toán',
    'chấm dứt hợp đồng',
    'bên A đồng ý',
    'cho bên B',
    'nghĩa vụ của bên A',
    'cam kết của các bên',
  ],
  form: {
    required: ['benThue.hoTen', 'benChoThue.hoTen', 'diaChiThue'],
    applicant: ['benThue', 'benChoThue'],
    anywhere: [
      { name: 'soHopDong', labels: ['số', 'hợp đồng số', 'số hợp đồng'], grammar: 'documentNumber' },
      { name: 'ngayKy', labels: ['hôm nay'], grammar: 'longDate' },
      {
        name: 'diaChiThue',
        labels: [
          'địa chỉ nhà cho thuê',
          'địa chỉ nhà thuê',
          'địa chỉ căn nhà',
          'địa chỉ cho thuê',
          'nhà cho thuê tại',
          'địa điểm thuê',
          'địa chỉ mặt bằng',
        ],
        grammar: 'place',
      },
    ],
    parts: [
      {
        opens: [
          'bên cho thuê',
          'bên cho thuê nhà',
          'bên cho thuê (bên A)',
          'bên A (bên cho thuê)',
          'bên cho mượn',
        ],
        fields: party('benChoThue', ['bên cho thuê (bên A)', 'bên A']),
      },
      {
        opens: [
          'bên thuê',
          'bên thuê nhà',
          'bên thuê (bên B)',
          'bên B (bên thuê)',
          'bên mượn',
          'bên đi thuê',
        ],
        fields: party('benThue', ['bên thuê (bên B)', 'bên B']),
      },
    ],
  },
};

function party(prefix: string, openings: readonly string[]): FieldRule[] {
  return [
    {
      name: `${prefix}.hoTen`,
      labels: ['ông/bà', 'ông (bà)', 'ông', 'bà', 'đại diện', 'do ông', 'do bà', ...NAME, ...openings],
      grammar: 'personName',
    },
    { name: `${prefix}.ngaySinh`, labels: BIRTH_DATE, grammar: 'birthYear' },
    { name: `${prefix}.soDinhDanh`, labels: CITIZEN_ID, grammar: 'citizenId' },
    { name: `${prefix}.ngayCap`, labels: ISSUED_ON, grammar: 'date' },
    { name: `${prefix}.diaChi`, labels: RESIDENCE, grammar: 'place' },
    { name: `${prefix}.dienThoai`, labels: PHONE, grammar: 'phone' },
  ];
}
