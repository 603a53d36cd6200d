/** The two sheets a post office prints around papers: cover (BIA) and separator (PC), with their codes. */
import { sheetChecksum } from '../../../../shared/domain/codes/separator-code.ts';
import { drawCode128, drawQr } from '../codes.ts';
import { drawSheet } from '../sheet.ts';

export interface DossierLabel {
  readonly dossierCode: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly postalItemId: string;
  readonly office: { readonly code: string; readonly name: string };
}

export interface CoverText extends DossierLabel {
  readonly applicant: string;
  readonly received: string;
  readonly papers: readonly string[];
}

/** `BCCI1;L=…;K=<CRC>` as the README of the formats lays down. */
export function sheetPayload(label: DossierLabel, kind: 'BIA' | 'PC', ordinal = '', paperType = ''): string {
  const { dossierCode, procedureCode, postalItemId } = label;
  const text = `BCCI1;L=${kind};HS=${dossierCode};TT=${procedureCode};STT=${ordinal};GT=${paperType};BG=${postalItemId}`;
  return `${text};K=${sheetChecksum(text)}`;
}

export async function drawCover(text: CoverText): Promise<string> {
  const rows = [
    ['Mã hồ sơ', text.dossierCode],
    ['Thủ tục', `${text.procedureCode} - ${text.procedureName}`],
    ['Người nộp', text.applicant],
    ['Bưu cục tiếp nhận', `${text.office.code} - ${text.office.name}`],
    ['Số bưu gửi', text.postalItemId],
    ['Ngày tiếp nhận', text.received],
  ].map(([label, value]) => `<tr><td style="width:46mm">${label}</td><td class="bold">${value}</td></tr>`);
  const papers = text.papers.map((paper, at) => `<div>${String(at + 1).padStart(2, '0')}. ${paper}</div>`);
  return drawSheet(
    `<div style="display:flex;justify-content:space-between;align-items:flex-start">
      <div><div class="bold" style="font-size:12pt">${text.office.name.toLocaleUpperCase('vi')}</div>
      <div style="font-size:10pt">Dịch vụ bưu chính công ích</div></div>
      <div style="width:42mm;height:42mm">${await drawQr(sheetPayload(text, 'BIA'))}</div></div>
    <div class="bold" style="font-size:28pt;margin:8mm 0 7mm">TỜ BÌA HỒ SƠ</div>
    <table style="font-size:12.5pt">${rows.join('')}</table>
    <div style="margin:9mm 0 2mm" class="bold">Giấy tờ kèm theo</div>${papers.join('')}
    <div style="margin:16mm auto 0;width:118mm"><div style="height:19mm">${await drawCode128(text.dossierCode)}</div>
    <div class="centre" style="font:12pt 'Cousine';margin-top:1.5mm">${text.dossierCode}</div></div>
    <div style="position:absolute;bottom:16mm;left:27mm;right:16mm;font-size:9.5pt">Quét tờ này đầu tiên. Không gấp, không ghim, không viết lên mã vạch.</div>`,
    { font: 'Arimo', sizePt: 12 },
  );
}

export interface SeparatorText {
  readonly ordinal: number;
  readonly paperType: string;
  readonly paperName: string;
  /** Drawn over the sheet, e.g. what destroyed its code. */
  readonly over?: string;
}

export async function drawSeparator(label: DossierLabel, text: SeparatorText): Promise<string> {
  const ordinal = String(text.ordinal).padStart(2, '0');
  const payload = sheetPayload(label, 'PC', ordinal, text.paperType);
  return drawSheet(
    `<div style="border:0.7mm solid #000;height:100%;padding:14mm 12mm;text-align:center;position:relative">
      <div class="bold" style="font-size:26pt">TỜ PHÂN CÁCH</div>
      <div style="font-size:13pt;margin-top:2mm">${label.dossierCode}</div>
      <div style="width:52mm;height:52mm;margin:20mm auto">${await drawQr(payload)}</div>
      <div class="bold" style="font-size:22pt;line-height:1.3">${ordinal}. ${text.paperName}</div>
      <div style="font-size:13pt;margin-top:8mm">${label.procedureCode} - ${label.procedureName}</div>
      <div style="position:absolute;bottom:9mm;left:0;right:0;font-size:10pt">Đặt tờ này trước giấy tờ tương ứng. Không viết lên mã vạch.</div>
      ${text.over ?? ''}</div>`,
    { font: 'Arimo', sizePt: 12, marginMm: [20, 20, 20, 20] },
  );
}
