/** Giấy đề nghị đăng ký hộ kinh doanh: the owner's request to register a household business. */
import type { PaperTypeRule } from './paper-type-rule.ts';

export const householdBusinessRequest: PaperTypeRule = {
  type: 'GIAY_DE_NGHI_DK_HKD',
  name: 'Giấy đề nghị đăng ký hộ kinh doanh',
  titles: [
    'giấy đề nghị … hộ kinh doanh',
    'giấy đề nghị đăng ký hộ kinh doanh',
    'giấy đề nghị đăng ký thành lập hộ kinh doanh',
    'đơn đề nghị … hộ kinh doanh',
    'đơn đăng ký … hộ kinh doanh',
    'tờ khai đăng ký hộ kinh doanh',
  ],
  openings: ['giấy đề nghị', 'đơn đề nghị'],
  marks: [
    'do tôi là chủ hộ với các nội dung',
    'tên hộ kinh doanh',
    'trụ sở hộ kinh doanh',
    'địa điểm kinh doanh',
    'ngành, nghề kinh doanh',
    'vốn kinh doanh',
    'ngày bắt đầu hoạt động',
    'tổng số lao động',
    'chủ thể thành lập hộ kinh doanh',
    'chủ hộ kinh doanh',
    'không thuộc diện pháp luật cấm kinh doanh',
  ],
};
