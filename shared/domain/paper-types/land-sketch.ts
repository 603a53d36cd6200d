/** Sơ đồ, trích đo, trích lục bản đồ: a drawing of a land parcel or building. */
import { parcelLabel } from '../fields/readers/parcel-label.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export const landSketch: PaperTypeRule = {
  type: 'SO_DO',
  name: 'Sơ đồ, trích đo thửa đất',
  titles: [
    'mảnh trích đo bản đồ địa chính',
    'mảnh trích đo địa chính',
    'trích đo địa chính',
    'trích đo bản đồ',
    'bản trích đo',
    'trích lục bản đồ',
    'trích lục thửa đất',
    'trích lục bản đồ địa chính',
    'sơ đồ thửa đất',
    'sơ đồ vị trí',
    'sơ đồ nhà ở',
    'sơ đồ nhà đất',
    'sơ đồ mặt bằng',
    'sơ họa vị trí',
    'bản vẽ sơ đồ',
    'bản vẽ mặt bằng',
    'bản vẽ hiện trạng',
    'bản đồ địa chính',
    'hồ sơ kỹ thuật thửa đất',
    'phiếu đo đạc chỉnh lý thửa đất',
  ],
  openings: ['sơ đồ', 'bản vẽ', 'sơ họa'],
  marks: [
    'tờ bản đồ số',
    'thửa đất',
    'tỷ lệ 1',
    'người đo vẽ',
    'người vẽ',
    'đơn vị đo đạc',
    'bảng liệt kê tọa độ',
    'chiều dài cạnh',
  ],
  form: {
    required: ['thua', 'toBanDo'],
    anywhere: [
      {
        name: 'toBanDo',
        labels: ['tờ bản đồ số', 'tờ bản đồ', 'số tờ bản đồ', 'mảnh bản đồ số'],
        grammar: 'count',
      },
      { name: 'thua', labels: ['thửa đất số', 'thửa số', 'số thửa', 'thửa đất', 'thửa'], grammar: 'count' },
      { name: 'dienTich', labels: ['diện tích', 'diện tích thửa đất'], grammar: 'area' },
      {
        name: 'chuSuDung',
        labels: ['chủ sử dụng', 'chủ sử dụng đất', 'người sử dụng đất', 'tên chủ sử dụng'],
        grammar: 'text',
      },
    ],
    readers: [parcelLabel({ owner: 'chuSuDung', area: 'dienTich' })],
  },
};
