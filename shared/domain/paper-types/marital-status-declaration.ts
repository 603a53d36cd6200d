/** Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: a citizen asks for a certificate (Circular 04/2020/TT-BTP). */
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
};
