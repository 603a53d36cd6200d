/** Công văn and the other administrative documents that agencies issue (Decree 30/2020/NĐ-CP, annexes I and III). */
import { placeAndDate } from '../fields/readers/place-and-date.ts';
import { signer } from '../fields/readers/signer.ts';
import { subject } from '../fields/readers/subject.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

/** A công văn has no heading: `official-letter-signs.ts` knows it by number, subject and recipients. */
export const officialLetter: PaperTypeRule = {
  type: 'CONG_VAN',
  name: 'Công văn',
  isCatchAll: true,
  titles: ['công văn', 'công điện'],
  openings: [
    'quyết định',
    'thông báo',
    'tờ trình',
    'báo cáo',
    'kế hoạch',
    'chỉ thị',
    'hướng dẫn',
    'giấy mời',
    'phiếu chuyển',
    'nghị quyết',
    'thông tư',
    'nghị định',
  ],
  marks: [
    'nơi nhận',
    'lưu: VT',
    'như trên',
    'thủ tướng chính phủ',
    'các bộ, cơ quan ngang bộ',
    'ủy ban nhân dân tỉnh, thành phố',
    'căn cứ luật tổ chức',
    'chịu trách nhiệm thi hành',
    'tổ chức thực hiện',
    'tại công văn số',
    'báo cáo kết quả thực hiện',
    'trong quá trình thực hiện',
  ],
  metadata: { isIssued: true },
  form: {
    required: ['soVanBan', 'kinhGui'],
    anywhere: [
      { name: 'soVanBan', labels: ['số'], grammar: 'documentNumber' },
      { name: 'kinhGui', labels: ['kính gửi'], grammar: 'place' },
    ],
    readers: [subject('trichYeu'), placeAndDate('ngayVanBan'), signer('nguoiKy')],
  },
};
