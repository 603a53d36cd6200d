/** Đơn đăng ký, cấp, cấp đổi Giấy chứng nhận quyền sử dụng đất: the land users' application forms (…/ĐK). */
import { ADDRESSEE, BIRTH_DATE, CITIZEN_ID, NAME, PHONE, RESIDENCE } from '../fields/labels.ts';
import { parcelRows } from '../fields/readers/parcel-rows.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const landCertificateApplication: PaperTypeRule = {
  type: 'DON_DE_NGHI_GCN',
  name: 'Đơn đề nghị cấp, cấp đổi Giấy chứng nhận quyền sử dụng đất',
  listedAs: ['đơn đề nghị … giấy chứng nhận', 'đơn đăng ký, cấp giấy chứng nhận', 'đơn đăng ký biến động'],
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
  form: {
    required: ['nguoiSuDungDat.hoTen', 'nguoiSuDungDat.soDinhDanh'],
    applicant: ['nguoiSuDungDat'],
    anywhere: [
      { name: 'kinhGui', labels: ADDRESSEE, grammar: 'place' },
      {
        name: 'soTiepNhan',
        labels: [
          'vào sổ tiếp nhận hồ sơ số',
          'vào sổ tiếp nhận hồ sơ',
          'số tiếp nhận hồ sơ',
          'tiếp nhận hồ sơ số',
        ],
        grammar: 'count',
      },
      { name: 'quyenTiepNhan', labels: ['quyển', 'quyển số'], grammar: 'registerNumber' },
      { name: 'nguoiSuDungDat.hoTen', labels: ['tên', ...NAME], grammar: 'personName' },
      {
        name: 'nguoiSuDungDat.soDinhDanh',
        labels: [...CITIZEN_ID, 'giấy tờ nhân thân số'],
        grammar: 'citizenId',
      },
      { name: 'nguoiSuDungDat.ngaySinh', labels: BIRTH_DATE, grammar: 'date' },
      { name: 'nguoiSuDungDat.diaChi', labels: RESIDENCE, grammar: 'place' },
      { name: 'nguoiSuDungDat.dienThoai', labels: PHONE, grammar: 'phone' },
      {
        name: 'gcn.soVaoSo',
        labels: ['số vào sổ cấp GCN', 'số vào sổ cấp giấy chứng nhận', 'số vào sổ'],
        grammar: 'registerNumber',
      },
      {
        name: 'gcn.soPhatHanh',
        labels: ['số phát hành GCN', 'số phát hành giấy chứng nhận', 'số phát hành', 'số seri'],
        grammar: 'certificateSerial',
      },
      {
        name: 'gcn.ngayCap',
        labels: ['ngày cấp GCN', 'ngày cấp giấy chứng nhận', 'ngày cấp', 'cấp ngày'],
        grammar: 'date',
      },
      {
        name: 'lyDo',
        labels: ['lý do đề nghị cấp lại, cấp đổi giấy chứng nhận', 'lý do đề nghị', 'lý do cấp đổi', 'lý do'],
        grammar: 'text',
      },
    ],
    readers: [parcelRows('thua')],
  },
};
