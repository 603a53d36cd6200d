/** GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN as a commune issues it (Circular 04/2020/TT-BTP). */
import { drawLetterhead, drawSignatureBlock } from '../form-parts.ts';
import { drawSeal } from '../seal.ts';
import { drawSheet } from '../sheet.ts';

export interface MaritalStatusCertificate {
  readonly issuer: readonly string[];
  readonly number: string;
  readonly placeAndDate: string;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  readonly citizenId: string;
  readonly residence: string;
  readonly status: string;
  readonly purpose: string;
  readonly signer: string;
}

export function drawMaritalStatusCertificate(paper: MaritalStatusCertificate): string {
  const row = (label: string, value: string): string =>
    `<div style="margin-bottom:1mm" data-row>${label} <b>${value}</b></div>`;
  const seal = drawSeal(
    { above: 'ỦY BAN NHÂN DÂN', below: '★ MẪU THỬ ★', middle: paper.issuer.slice(-1) },
    6,
    35,
  );
  return drawSheet(
    `${drawLetterhead(paper.issuer, { left: `Số: ${paper.number}`, right: paper.placeAndDate })}
    <h1 style="margin:9mm 0 5mm">GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN</h1>
    ${row('Xét đề nghị của ông/bà:', paper.name)}
    <div class="centre bold" style="margin:3mm 0">XÁC NHẬN:</div>
    ${row('Họ, chữ đệm, tên:', paper.name)}${row('Ngày, tháng, năm sinh:', paper.born)}${row('Giới tính:', paper.sex)}
    ${row('Dân tộc:', 'Kinh')}${row('Quốc tịch:', 'Việt Nam')}${row('Số định danh cá nhân:', paper.citizenId)}
    ${row('Nơi cư trú:', paper.residence)}${row('Tình trạng hôn nhân:', paper.status)}
    ${row('Giấy này được cấp để:', paper.purpose)}
    <p class="italic" style="margin-top:2mm">Giấy này có giá trị đến thời điểm thay đổi tình trạng hôn nhân hoặc 06 tháng kể từ ngày cấp.</p>
    <div style="display:flex;justify-content:flex-end;margin-top:8mm">${drawSignatureBlock(
      {
        role: 'CHỦ TỊCH',
        hint: '',
        name: paper.signer,
        seed: paper.number,
        over: `<div class="ink" style="left:-6mm;bottom:-2mm">${seal}</div>`,
      },
      78,
    )}</div>`,
    { sizePt: 13.5, lineHeight: 1.5 },
  );
}
