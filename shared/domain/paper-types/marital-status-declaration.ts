/** Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: a citizen asks for a certificate (Circular 04/2020/TT-BTP). */
import {
  ADDRESSEE,
  BIRTH_DATE,
  CITIZEN_ID,
  ETHNICITY,
  ISSUED_ON,
  labelsOf,
  NAME,
  NATIONALITY,
  RELATION,
  RESIDENCE,
  SEX,
} from '../fields/labels.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const maritalStatusDeclaration: PaperTypeRule = {
  type: 'TO_KHAI_XNTTHN',
  name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
  titles: [
    'tờ khai cấp giấy xác nhận tình trạng hôn nhân',
    'tờ khai … tình trạng hôn nhân',
    'tờ khai xác nhận tình trạng hôn nhân',
    'đơn … xác nhận tình trạng hôn nhân',
    'giấy đề nghị … tình trạng hôn nhân',
  ],
  openings: ['tờ khai'],
  marks: [
    'quan hệ với người được cấp',
    'cho người có tên dưới đây',
    'trong thời gian cư trú tại',
    'mục đích sử dụng giấy xác nhận',
    'tôi cam đoan những nội dung khai',
    'tên người yêu cầu',
  ],
  form: {
    required: ['hoTen', 'ngaySinh', 'soDinhDanh'],
    applicant: ['', 'nguoiYeuCau'],
    anywhere: [
      { name: 'kinhGui', labels: ADDRESSEE, grammar: 'place' },
      { name: 'quanHe', labels: RELATION, grammar: 'relation' },
      { name: 'ngayLam', labels: ['làm tại'], grammar: 'longDate' },
    ],
    parts: [
      {
        opens: labelsOf(NAME, 'người yêu cầu'),
        fields: [
          {
            name: 'nguoiYeuCau.hoTen',
            labels: [...labelsOf(NAME, 'người yêu cầu'), ...NAME],
            grammar: 'personName',
          },
          { name: 'nguoiYeuCau.ngaySinh', labels: BIRTH_DATE, grammar: 'date' },
          { name: 'nguoiYeuCau.noiCuTru', labels: RESIDENCE, grammar: 'place' },
          { name: 'nguoiYeuCau.soDinhDanh', labels: CITIZEN_ID, grammar: 'citizenId' },
          { name: 'nguoiYeuCau.ngayCap', labels: ISSUED_ON, grammar: 'date' },
        ],
      },
      {
        opens: [
          'đề nghị cấp giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây',
          'cho người có tên dưới đây',
          'cho người có tên sau đây',
          ...labelsOf(NAME, 'người được cấp'),
        ],
        fields: [
          { name: 'hoTen', labels: [...NAME, ...labelsOf(NAME, 'người được cấp')], grammar: 'personName' },
          { name: 'gioiTinh', labels: SEX, grammar: 'sex' },
          { name: 'ngaySinh', labels: BIRTH_DATE, grammar: 'date' },
          { name: 'danToc', labels: ETHNICITY, grammar: 'ethnicity' },
          { name: 'quocTich', labels: NATIONALITY, grammar: 'nationality' },
          { name: 'soDinhDanh', labels: CITIZEN_ID, grammar: 'citizenId' },
          { name: 'ngayCap', labels: ISSUED_ON, grammar: 'date' },
          { name: 'noiCuTru', labels: RESIDENCE, grammar: 'place' },
          { name: 'tinhTrang', labels: ['tình trạng hôn nhân'], grammar: 'text' },
          { name: 'noiCuTruTruoc', labels: ['trong thời gian cư trú tại'], grammar: 'place' },
          { name: 'cuTruTu', labels: ['từ ngày'], grammar: 'date' },
          { name: 'cuTruDen', labels: ['đến ngày'], grammar: 'date' },
          {
            name: 'mucDich',
            labels: [
              'mục đích sử dụng giấy xác nhận tình trạng hôn nhân',
              'mục đích sử dụng giấy xác nhận',
              'mục đích sử dụng',
            ],
            grammar: 'text',
          },
        ],
      },
    ],
  },
};
