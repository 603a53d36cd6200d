/** Giấy xác nhận tình trạng hôn nhân: the commune's certificate (Circular 04/2020/TT-BTP). */
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
};
