/** Tờ khai đăng ký khai sinh: the parents' declaration (Circular 04/2020/TT-BTP and its later forms). */
import type { FieldRule } from '../fields/field-rule.ts';
import {
  ADDRESSEE,
  BIRTH_DATE,
  CITIZEN_ID,
  ETHNICITY,
  HOMETOWN,
  ISSUED_ON,
  labelsOf,
  NAME,
  NATIONALITY,
  RELATION,
  RESIDENCE,
  SEX,
} from '../fields/labels.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const birthDeclaration: PaperTypeRule = {
  type: 'TO_KHAI_KHAI_SINH',
  name: 'Tờ khai đăng ký khai sinh',
  titles: [
    'tờ khai đăng ký khai sinh',
    'tờ khai đăng ký lại khai sinh',
    'tờ khai … khai sinh',
    'phiếu khai đăng ký khai sinh',
    'đơn … đăng ký khai sinh',
  ],
  openings: ['tờ khai'],
  marks: [
    'đăng ký khai sinh cho người dưới đây',
    'người được khai sinh',
    'tên người mẹ',
    'tên người cha',
    'ghi bằng chữ',
    'nơi sinh',
    'thỏa thuận nhất trí của các bên',
    'đề nghị cấp bản sao',
  ],
  form: {
    required: ['nguoiYeuCau.hoTen', 'con.hoTen', 'con.ngaySinh', 'con.gioiTinh', 'me.hoTen'],
    applicant: ['nguoiYeuCau', 'me', 'cha'],
    anywhere: [
      { name: 'kinhGui', labels: ADDRESSEE, grammar: 'place' },
      { name: 'soBanSao', labels: ['số lượng', 'số lượng bản sao', 'số bản sao'], grammar: 'count' },
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
          { name: 'quanHe', labels: RELATION, grammar: 'relation' },
        ],
      },
      {
        opens: [
          'đề nghị cơ quan đăng ký khai sinh cho người dưới đây',
          'đăng ký khai sinh cho người dưới đây',
          'đề nghị cơ quan đăng ký khai sinh cho',
          ...labelsOf(NAME, 'người được khai sinh'),
          ...labelsOf(NAME, 'con'),
          'thông tin người được khai sinh',
        ],
        fields: [
          {
            name: 'con.hoTen',
            labels: [...NAME, ...labelsOf(NAME, 'người được khai sinh'), ...labelsOf(NAME, 'con')],
            grammar: 'personName',
          },
          { name: 'con.ngaySinh', labels: BIRTH_DATE, grammar: 'date' },
          {
            name: 'con.ngaySinhChu',
            labels: ['ghi bằng chữ', 'bằng chữ', 'viết bằng chữ'],
            grammar: 'dateInWords',
          },
          { name: 'con.gioiTinh', labels: SEX, grammar: 'sex' },
          { name: 'con.danToc', labels: ETHNICITY, grammar: 'ethnicity' },
          { name: 'con.quocTich', labels: NATIONALITY, grammar: 'nationality' },
          { name: 'con.noiSinh', labels: ['nơi sinh'], grammar: 'place' },
          { name: 'con.queQuan', labels: HOMETOWN, grammar: 'place' },
        ],
      },
      { opens: parentLabels('mẹ'), fields: parent('me', 'mẹ') },
      { opens: parentLabels('cha'), fields: parent('cha', 'cha') },
    ],
  },
};

function parentLabels(who: string): string[] {
  return [...labelsOf(NAME, `người ${who}`), ...labelsOf(NAME, who), `phần khai về người ${who}`];
}

function parent(prefix: string, who: string): FieldRule[] {
  return [
    { name: `${prefix}.hoTen`, labels: [...parentLabels(who), ...NAME], grammar: 'personName' },
    { name: `${prefix}.ngaySinh`, labels: BIRTH_DATE, grammar: 'birthYear' },
    { name: `${prefix}.soDinhDanh`, labels: CITIZEN_ID, grammar: 'citizenId' },
    { name: `${prefix}.danToc`, labels: ETHNICITY, grammar: 'ethnicity' },
    { name: `${prefix}.quocTich`, labels: NATIONALITY, grammar: 'nationality' },
    { name: `${prefix}.noiCuTru`, labels: RESIDENCE, grammar: 'place' },
  ];
}
