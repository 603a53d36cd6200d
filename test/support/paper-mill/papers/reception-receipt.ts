/** GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ: a code in the corner, a ruled table, two signatures. */
import { drawQr } from '../codes.ts';
import { drawLetterhead, drawSignatureBlock } from '../form-parts.ts';
import { drawSheet } from '../sheet.ts';

export interface ReceptionReceipt {
  readonly desk: readonly string[];
  readonly dossierCode: string;
  readonly procedure: string;
  readonly applicant: { name: string; residence: string; phone: string; citizenId: string };
  readonly papers: readonly (readonly [name: string, originals: string, copies: string, pages: string])[];
  readonly received: string;
  readonly due: string;
  readonly placeAndDate: string;
  readonly clerk: string;
}

export async function drawReceptionReceipt(paper: ReceptionReceipt): Promise<string> {
  const { applicant } = paper;
  const rows = paper.papers.map(
    ([name, ...counts], at) =>
      `<tr><td class="centre">${at + 1}</td><td>${name}</td>${counts.map((count) => `<td class="centre">${count}</td>`).join('')}</tr>`,
  );
  return drawSheet(
    `<div style="position:absolute;left:14mm;top:43mm;width:24mm;height:24mm">${await drawQr(paper.dossierCode)}</div>
    ${drawLetterhead(paper.desk, { left: `Số: ${paper.dossierCode.slice(-4)}/TNHS`, right: paper.placeAndDate })}
    <h1 style="margin:9mm 0 1mm 14mm;font-size:15pt">GIẤY TIẾP NHẬN HỒ SƠ<br>VÀ HẸN TRẢ KẾT QUẢ</h1>
    <div class="centre" style="margin:0 0 5mm 14mm">Mã hồ sơ: <b>${paper.dossierCode}</b></div>
    <div>Tiếp nhận hồ sơ của: <b>${applicant.name}</b></div><div>Số định danh cá nhân: ${applicant.citizenId}</div>
    <div>Địa chỉ: ${applicant.residence}</div><div>Số điện thoại: ${applicant.phone}</div>
    <div>Nội dung yêu cầu giải quyết: ${paper.procedure}</div><div class="bold" style="margin:2.5mm 0 1.5mm">Thành phần hồ sơ nộp gồm:</div>
    <table style="font-size:.92em"><tr><th style="width:11mm">STT</th><th>Tên giấy tờ</th><th style="width:23mm">Bản chính</th><th style="width:21mm">Bản sao</th><th style="width:21mm">Số trang</th></tr>${rows.join('')}</table>
    <div style="margin-top:3mm">Số lượng hồ sơ: 01 bộ.</div><div>Thời gian nhận hồ sơ: ${paper.received}</div><div>Thời gian trả kết quả: ${paper.due}</div>
    <div>Đăng ký nhận kết quả: qua dịch vụ bưu chính công ích, tại địa chỉ của người nộp.</div>
    <div style="display:flex;justify-content:space-between;margin-top:7mm;padding:0 4mm">
    ${drawSignatureBlock({ role: 'NGƯỜI NỘP HỒ SƠ', name: applicant.name, seed: 'm' }, 62)}
    ${drawSignatureBlock({ role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: paper.clerk, seed: 'e', ink: '#20293f' }, 66)}</div>`,
    { sizePt: 13, lineHeight: 1.4 },
  );
}
