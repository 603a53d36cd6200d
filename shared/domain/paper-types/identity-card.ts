/** Căn cước, căn cước công dân and the older chứng minh nhân dân: known by codes and bilingual labels, side by side. */
import type { PaperForm } from '../fields/field-rule.ts';
import { cardIssuer } from '../fields/readers/card-issuer.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

const form: PaperForm = {
  required: ['soDinhDanh', 'hoTen', 'ngaySinh'],
  bilingual: true,
  anywhere: [
    {
      name: 'soDinhDanh',
      labels: [
        'số / No.',
        'số',
        'No',
        'số định danh cá nhân / Personal identification number',
        'số định danh cá nhân',
      ],
      grammar: 'citizenId',
    },
    {
      name: 'hoTen',
      labels: [
        'họ và tên / Full name',
        'họ và tên',
        'họ, chữ đệm và tên khai sinh / Full name',
        'họ, chữ đệm và tên khai sinh',
        'họ tên',
        'Full name',
      ],
      grammar: 'personName',
    },
    {
      name: 'ngaySinh',
      labels: [
        'ngày sinh / Date of birth',
        'ngày sinh',
        'ngày, tháng, năm sinh / Date of birth',
        'ngày, tháng, năm sinh',
        'sinh ngày',
        'Date of birth',
      ],
      grammar: 'date',
    },
    { name: 'gioiTinh', labels: ['giới tính / Sex', 'giới tính', 'Sex'], grammar: 'sex' },
    {
      name: 'quocTich',
      labels: ['quốc tịch / Nationality', 'quốc tịch', 'Nationality'],
      grammar: 'nationality',
    },
    {
      name: 'queQuan',
      labels: [
        'quê quán / Place of origin',
        'quê quán',
        'nguyên quán',
        'nơi đăng ký khai sinh / Place of birth registration',
        'nơi đăng ký khai sinh',
        'Place of origin',
      ],
      grammar: 'place',
    },
    {
      name: 'noiThuongTru',
      labels: [
        'nơi thường trú / Place of residence',
        'nơi thường trú',
        'nơi cư trú / Place of residence',
        'nơi cư trú',
        'nơi ĐKHK thường trú',
        'Place of residence',
      ],
      grammar: 'place',
    },
    {
      name: 'giaTriDen',
      labels: [
        'có giá trị đến / Date of expiry',
        'có giá trị đến',
        'ngày, tháng, năm hết hạn / Date of expiry',
        'ngày, tháng, năm hết hạn',
        'Date of expiry',
      ],
      grammar: 'expiry',
    },
    {
      name: 'dacDiem',
      labels: [
        'đặc điểm nhận dạng / Personal identification',
        'đặc điểm nhận dạng',
        'dấu vết riêng và dị hình',
      ],
      grammar: 'text',
    },
    {
      name: 'ngayCap',
      labels: [
        'ngày, tháng, năm / Date, month, year',
        'ngày, tháng, năm',
        'ngày, tháng, năm cấp / Date of issue',
        'ngày, tháng, năm cấp',
        'Date, month, year',
        'Date of issue',
      ],
      grammar: 'date',
    },
  ],
  readers: [cardIssuer('coQuanBanHanh')],
};

/** Titles and marks do not apply: see `identity-card-sides.ts`. */
export const identityCard: PaperTypeRule = {
  type: 'CCCD',
  name: 'Căn cước công dân',
  titles: [],
  listedAs: [
    'thẻ căn cước',
    'căn cước',
    'CCCD',
    'giấy chứng minh nhân dân',
    'chứng minh nhân dân',
    'chứng minh thư nhân dân',
    'giấy tờ tùy thân',
    'giấy tờ pháp lý của cá nhân',
  ],
  marks: [],
  continues: false,
  metadata: { number: 'soDinhDanh', issuedOn: 'ngayCap', validUntil: 'giaTriDen', isIssued: true },
  form,
};

/**
 * Labels that only one side carries. Left out are those that moved to the other side with the cards of 2024
 * (place of residence, dates of issue and expiry) and `personal identification`, which begins a label of both.
 */
export const FRONT_LABELS: readonly string[] = [
  'căn cước công dân',
  'IDENTITY CARD',
  'Full name',
  'Date of birth',
  'Nationality',
  'Place of origin',
  'SOCIALIST REPUBLIC OF VIET NAM',
  'Independence - Freedom - Happiness',
  'giấy chứng minh nhân dân',
  'nơi ĐKHK thường trú',
  'nguyên quán',
];

export const BACK_LABELS: readonly string[] = [
  'đặc điểm nhận dạng',
  'ngón trỏ trái',
  'ngón trỏ phải',
  'Left index finger',
  'Right index finger',
  'cục trưởng cục cảnh sát',
  'quản lý hành chính về trật tự xã hội',
  'DIRECTOR GENERAL OF THE POLICE',
  'FOR ADMINISTRATIVE MANAGEMENT',
  'MINISTRY OF PUBLIC SECURITY',
  'Place of birth registration',
  'nơi đăng ký khai sinh / Place of birth',
  'dấu vết riêng và dị hình',
];
