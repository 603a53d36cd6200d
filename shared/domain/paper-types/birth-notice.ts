/** Giấy chứng sinh: a health facility's notice that a child was born. */
import { BIRTH_DATE, CITIZEN_ID, ETHNICITY, labelsOf, NAME, RESIDENCE } from '../fields/labels.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

const MOTHER = [
  'họ và tên mẹ/người nuôi dưỡng',
  'họ và tên mẹ hoặc người nuôi dưỡng',
  ...labelsOf(NAME, 'mẹ'),
  ...labelsOf(NAME, 'người mẹ'),
];

export const birthNotice: PaperTypeRule = {
  type: 'GIAY_CHUNG_SINH',
  name: 'Giấy chứng sinh',
  titles: ['giấy chứng sinh', 'bản sao giấy chứng sinh', 'giấy xác nhận việc sinh'],
  marks: [
    'đã sinh con vào lúc',
    'số con hiện sống',
    'số con trong lần sinh này',
    'số lần sinh',
    'giới tính của con',
    'cân nặng',
    'dự định đặt tên con',
    'người đỡ đẻ',
    'thủ trưởng cơ sở y tế',
    'giấy chứng sinh được cấp lần đầu',
  ],
  metadata: { isIssued: true },
  form: {
    required: ['me.hoTen', 'con.gioiTinh', 'gioSinh'],
    anywhere: [
      {
        name: 'gioSinh',
        labels: ['đã sinh con vào lúc', 'sinh con vào lúc', 'đã sinh con lúc', 'vào lúc'],
        grammar: 'dateTime',
      },
      { name: 'noiSinh', labels: ['tại', 'nơi sinh', 'sinh tại'], grammar: 'place' },
      { name: 'soLanSinh', labels: ['số lần sinh', 'lần sinh thứ'], grammar: 'count' },
      { name: 'soCon', labels: ['số con hiện sống', 'số con hiện còn sống'], grammar: 'count' },
      {
        name: 'soConLanNay',
        labels: ['số con trong lần sinh này', 'số con sinh ra lần này'],
        grammar: 'count',
      },
      { name: 'con.gioiTinh', labels: ['giới tính của con', 'giới tính con', 'giới tính'], grammar: 'sex' },
      { name: 'con.canNang', labels: ['cân nặng', 'cân nặng của con'], grammar: 'quantity' },
      {
        name: 'con.hoTen',
        labels: ['dự định đặt tên con là', 'dự định đặt tên con', 'tên con'],
        grammar: 'personName',
      },
      { name: 'nguoiDoDe', labels: ['người đỡ đẻ', 'họ và tên người đỡ đẻ'], grammar: 'personName' },
    ],
    parts: [
      {
        opens: [],
        fields: [
          { name: 'me.hoTen', labels: [...MOTHER, ...NAME], grammar: 'personName' },
          { name: 'me.namSinh', labels: BIRTH_DATE, grammar: 'birthYear' },
          { name: 'me.danToc', labels: ETHNICITY, grammar: 'ethnicity' },
          { name: 'me.noiThuongTru', labels: RESIDENCE, grammar: 'place' },
          { name: 'me.soDinhDanh', labels: CITIZEN_ID, grammar: 'citizenId' },
        ],
      },
    ],
  },
};
