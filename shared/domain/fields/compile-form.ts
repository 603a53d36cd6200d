/** A form made ready for reading: every label once, with all that it may mean. */
import { squeeze } from '../fold.ts';
import type { FieldReader, FieldRule, PaperForm } from './field-rule.ts';
import { compileLabel, type Label } from './label-index.ts';

export interface Meaning {
  /** Part that the label opens at the head of a row; null for none. */
  readonly opens: number | null;
  /** Fields by part; part null is anywhere. */
  readonly fields: readonly { readonly part: number | null; readonly rule: FieldRule }[];
}

export interface CompiledForm {
  readonly labels: readonly Label[];
  readonly meanings: ReadonlyMap<Label, Meaning>;
  readonly readers: readonly FieldReader[];
  readonly isBilingual: boolean;
  /** Prefixes of those of whom the applicant must be one; empty where anybody may be. */
  readonly applicant: readonly string[];
}

/** Labels that end the value before them on any form, whether its type asks for them or not. */
const COMMON_LABELS = (
  'giới tính;dân tộc;quốc tịch;tôn giáo;số điện thoại;điện thoại;email;thư điện tử;fax;website;ngày cấp;nơi cấp;' +
  'cấp ngày;ngày sinh;sinh ngày;năm sinh;ngày, tháng, năm sinh;nơi sinh;quê quán;nơi cư trú;nơi thường trú;' +
  'nơi tạm trú;thường trú;tạm trú;địa chỉ;địa chỉ thường trú;địa chỉ liên hệ;nghề nghiệp;nơi làm việc;chức vụ;' +
  'mã số thuế;số định danh cá nhân;số căn cước;CCCD số;số CCCD;số CMND;hộ chiếu số;giấy tờ tùy thân;' +
  'tình trạng hôn nhân;có giá trị đến;ngày hết hạn;kính gửi;ghi chú;số lượng;họ và tên;họ, chữ đệm, tên;' +
  'giấy tờ pháp lý;loại giấy tờ;số giấy tờ;quyển số;số thứ tự;chữ ký;thời hạn'
).split(';');

/** What begins the paragraph behind the last value, on one form or another. */
const CLOSING_WORDS = (
  'tôi cam đoan;tôi xin cam đoan;tôi xin cam kết;tôi chịu hoàn toàn trách nhiệm;đề nghị cấp bản sao;chú thích;lưu ý;' +
  'người yêu cầu;người khai;người viết đơn;người làm đơn;giấy này có giá trị;giấy này;hai bên;chúng tôi;căn cứ;' +
  'nay tôi;tôi làm đơn này;nơi nhận;xác nhận;làm tại;những giấy tờ;phần ghi;với các nội dung sau;với nội dung sau;đăng ký hộ kinh doanh do tôi;đề nghị cơ quan;đề nghị quý cơ quan;' +
  'TM. ủy ban nhân dân;KT. chủ tịch;TUQ. chủ tịch;phó chủ tịch'
).split(';');

export function compileForm(form: PaperForm): CompiledForm {
  const labels = new Map<string, Label>();
  const meanings = new Map<
    Label,
    { opens: number | null; fields: { part: number | null; rule: FieldRule }[] }
  >();
  const meaningOf = (wording: string) => {
    const key = squeeze(wording);
    const label = labels.get(key) ?? compileLabel(wording);
    labels.set(key, label);
    const meaning = meanings.get(label) ?? { opens: null, fields: [] };
    meanings.set(label, meaning);
    return meaning;
  };
  for (const rule of form.anywhere ?? []) {
    for (const wording of rule.labels) meaningOf(wording).fields.push({ part: null, rule });
  }
  for (const [part, { opens, fields }] of (form.parts ?? []).entries()) {
    for (const wording of opens) meaningOf(wording).opens = part;
    for (const rule of fields) {
      for (const wording of rule.labels) meaningOf(wording).fields.push({ part, rule });
    }
  }
  for (const wording of [...COMMON_LABELS, ...CLOSING_WORDS]) meaningOf(wording);
  return {
    labels: [...labels.values()],
    meanings,
    readers: form.readers ?? [],
    isBilingual: form.bilingual ?? false,
    applicant: form.applicant ?? [],
  };
}
