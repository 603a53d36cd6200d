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

export function requiredFieldsOf(type: PaperType): readonly string[] {
  return formOf(type)?.required ?? [];
}

/** In Vietnamese, as the form prints it; the field's own name where no label says it. */
export function fieldLabel(type: PaperType, field: string): string {
  const [label] = rulesOf(type).find(({ name }) => name === field)?.labels ?? [];
  const [plain] = (label ?? '').split(' / ');
  const found = plain || OF_EVERY_PAPER[field] || field;
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
