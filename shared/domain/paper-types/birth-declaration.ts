/** Tờ khai đăng ký khai sinh: the parents' declaration (Circular 04/2020/TT-BTP and its later forms). */
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
};
