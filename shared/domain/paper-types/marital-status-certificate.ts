/** Giấy xác nhận tình trạng hôn nhân: the commune's certificate (Circular 04/2020/TT-BTP). */
import { BIRTH_DATE, CITIZEN_ID, ETHNICITY, NAME, NATIONALITY, RESIDENCE, SEX } from '../fields/labels.ts';
import { signer } from '../fields/readers/signer.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const maritalStatusCertificate: PaperTypeRule = {
  type: 'XAC_NHAN_HON_NHAN',
  name: 'Giấy xác nhận tình trạng hôn nhân',
  titles: [
    'giấy xác nhận tình trạng hôn nhân',
    'xác nhận tình trạng hôn nhân',
    'giấy chứng nhận tình trạng hôn nhân',
  ],
  openings: ['giấy xác nhận'],
  marks: [
    'xét đề nghị của ông/bà',
    'UBND-XNTTHN',
    'giấy này được cấp để',
    'giấy này có giá trị',
    'đến thời điểm thay đổi',
  ],
  metadata: { isIssued: true },
  form: {
    required: ['so', 'hoTen', 'ngaySinh', 'tinhTrang'],
    applicant: ['', 'nguoiDeNghi'],
    anywhere: [
      { name: 'so', labels: ['số'], grammar: 'documentNumber' },
      {
        name: 'nguoiDeNghi.hoTen',
        labels: ['xét đề nghị của ông/bà', 'xét đề nghị của'],
        grammar: 'personName',
      },
      { name: 'hoTen', labels: NAME, grammar: 'personName' },
      { name: 'ngaySinh', labels: BIRTH_DATE, grammar: 'date' },
      { name: 'gioiTinh', labels: SEX, grammar: 'sex' },
      { name: 'danToc', labels: ETHNICITY, grammar: 'ethnicity' },
      { name: 'quocTich', labels: NATIONALITY, grammar: 'nationality' },
      { name: 'soDinhDanh', labels: CITIZEN_ID, grammar: 'citizenId' },
      { name: 'noiCuTru', labels: RESIDENCE, grammar: 'place' },
      { name: 'tinhTrang', labels: ['tình trạng hôn nhân'], grammar: 'text' },
      {
        name: 'mucDich',
        labels: [
          'giấy này được cấp để',
          'giấy này được cấp để sử dụng vào mục đích',
          'được sử dụng để',
          'mục đích sử dụng',
        ],
        grammar: 'text',
      },
    ],
    readers: [signer('nguoiKy')],
  },
};
