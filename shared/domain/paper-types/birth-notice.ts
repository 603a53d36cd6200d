/** Giấy chứng sinh: a health facility's notice that a child was born. */
import type { PaperTypeRule } from './paper-type-rule.ts';

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
};
