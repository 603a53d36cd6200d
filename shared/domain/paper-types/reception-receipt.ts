/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả: the one-stop counter's receipt (Circular 03/2025/TT-VPCP, form 01). */
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
};
