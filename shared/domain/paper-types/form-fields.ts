/** What the form of a paper type asks for: names of its fields, their labels, and which it cannot do without. */
import type { FieldRule } from '../fields/field-rule.ts';
import type { PaperType } from '../paper.ts';
import { PAPER_TYPES } from './index.ts';

/** Minimum metadata of every digitised paper (Circular 01/2023/TT-VPCP, article 9), under the names they are read by. */
const OF_EVERY_PAPER: Readonly<Record<string, string>> = {
  soKyHieu: 'Số, ký hiệu',
  ngayBanHanh: 'Ngày ban hành',
  coQuanBanHanh: 'Cơ quan ban hành',
  trichYeuNoiDung: 'Trích yếu nội dung',
  thoiHanHieuLuc: 'Thời hạn hiệu lực',
  phamViHieuLuc: 'Phạm vi hiệu lực',
};

/** What no label tells: rows of tables and lists (`#` is their number), signatures, the head of a letter. */
const READ_WITHOUT_LABEL: Readonly<Record<string, string>> = {
  'thanhPhan.#': 'Thành phần hồ sơ',
  'nganhNghe.#.ten': 'Ngành, nghề',
  'nganhNghe.#.ma': 'Mã ngành, nghề',
  'thua.cu.so': 'Số thửa đất cũ',
  'thua.cu.toBanDo': 'Số tờ bản đồ cũ',
  'thua.cu.dienTich': 'Diện tích thửa đất cũ',
  'thua.moi.so': 'Số thửa đất mới',
  'thua.moi.toBanDo': 'Số tờ bản đồ mới',
  'thua.moi.dienTich': 'Diện tích thửa đất mới',
  chuSuDung: 'Chủ sử dụng đất',
  dienTich: 'Diện tích',
  nguoiKy: 'Người ký',
  trichYeu: 'Trích yếu',
  ngayVanBan: 'Ngày văn bản',
};

export function requiredFieldsOf(type: PaperType): readonly string[] {
  return formOf(type)?.required ?? [];
}

/** In Vietnamese, as the form prints it; the field's own name where no label says it. */
export function fieldLabel(type: PaperType, field: string): string {
  const [label] = rulesOf(type).find(({ name }) => name === field)?.labels ?? [];
  const [plain] = (label ?? '').split(' / ');
  const row = /\d+/.exec(field)?.[0];
  const read = READ_WITHOUT_LABEL[field.replace(/\d+/, '#')];
  const found = plain || OF_EVERY_PAPER[field] || (read && row ? `${read} ${row}` : read) || field;
  return found.charAt(0).toUpperCase() + found.slice(1);
}

/** Whether a person may say what stands there: fields of the form, and those that every paper has. */
export function isFieldOf(type: PaperType, field: string): boolean {
  return (
    Object.hasOwn(OF_EVERY_PAPER, field) ||
    requiredFieldsOf(type).includes(field) ||
    rulesOf(type).some(({ name }) => name === field)
  );
}

function formOf(type: PaperType) {
  return PAPER_TYPES.find((rule) => rule.type === type)?.form;
}

function rulesOf(type: PaperType): readonly FieldRule[] {
  const form = formOf(type);
  return [...(form?.anywhere ?? []), ...(form?.parts ?? []).flatMap(({ fields }) => fields)];
}
