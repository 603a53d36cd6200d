/** Đơn đăng ký, cấp, cấp đổi Giấy chứng nhận quyền sử dụng đất: the land users' application forms (…/ĐK). */
import type { PaperTypeRule } from './paper-type-rule.ts';

export const landCertificateApplication: PaperTypeRule = {
  type: 'DON_DE_NGHI_GCN',
  name: 'Đơn đề nghị cấp, cấp đổi Giấy chứng nhận quyền sử dụng đất',
  titles: [
    'đơn đề nghị … giấy chứng nhận … quyền sử dụng đất',
    'đơn đề nghị … giấy chứng nhận … gắn liền với đất',
    'đơn đề nghị cấp lại, cấp đổi giấy chứng nhận',
    'đơn đăng ký … giấy chứng nhận … quyền sử dụng đất',
    'đơn đăng ký … gắn liền với đất',
    'đơn đăng ký biến động đất đai',
    'đơn đăng ký đất đai',
    'đơn xin … giấy chứng nhận … quyền sử dụng đất',
    'đơn đề nghị … quyền sử dụng đất',
  ],
  openings: ['đơn đề nghị', 'đơn đăng ký', 'đơn xin cấp'],
  marks: [
    'phần ghi của người nhận hồ sơ',
    'phần kê khai của người',
    'người sử dụng đất',
    'chủ sở hữu tài sản gắn liền với đất',
    'số vào sổ cấp GCN',
    'giấy chứng nhận đã cấp',
    'tờ bản đồ số',
    'thửa đất số',
    'mục đích sử dụng',
    'thông tin thửa đất',
    'hiện trạng sử dụng đất',
    'cán bộ địa chính',
    'xác nhận của ủy ban nhân dân',
    'thửa đất không có tranh chấp',
  ],
};
