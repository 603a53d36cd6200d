/** TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN, after the form of Circular 04/2020/TT-BTP. */
import { drawRow, drawSignatureBlock, MOTTO } from '../form-parts.ts';
import { drawSheet } from '../sheet.ts';

export interface MaritalStatusDeclaration {
  readonly addressee: string;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  readonly residence: string;
  readonly papers: string;
  readonly status: string;
  readonly purpose: string;
  readonly placeAndDate: string;
  readonly seed: string;
}

/** `hand` wraps a value as a pen would write it; typed values stay as they are. */
export function drawMaritalStatusDeclaration(
  paper: MaritalStatusDeclaration,
  hand?: (text: string) => string,
): string {
  const write = hand ?? ((text: string) => text);
  const row = (...entries: [label: string, value: string, share?: number][]): string =>
    drawRow(
      ...entries.map(([label, value, share]) => ({
        label,
        value: write(value),
        ...(share ? { share } : {}),
      })),
    );
  const body = `<div class="centre" style="width:96mm;margin:0 auto;line-height:1.25">${MOTTO}</div>
    <h1 style="margin:6mm 0 3mm">TỜ KHAI CẤP GIẤY XÁC NHẬN<br>TÌNH TRẠNG HÔN NHÂN</h1>
    <div style="padding:0 10mm 2mm 16mm">${row(['Kính gửi:', paper.addressee])}</div>
    ${row(['Họ, chữ đệm, tên người yêu cầu:', paper.name])}${row(['Nơi cư trú:', paper.residence])}
    ${row(['Giấy tờ tùy thân:', paper.papers])}${row(['Quan hệ với người được cấp Giấy xác nhận:', 'Bản thân'])}
    <div class="bold" style="margin:1.5mm 0">Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:</div>
    ${row(['Họ, chữ đệm, tên:', paper.name, 2], ['Giới tính:', paper.sex])}
    ${row(['Ngày, tháng, năm sinh:', paper.born, 1.5], ['Dân tộc:', 'Kinh'], ['Quốc tịch:', 'Việt Nam'])}
    ${row(['Nơi cư trú:', paper.residence])}${row(['Tình trạng hôn nhân:', paper.status])}
    ${row(['Mục đích sử dụng Giấy xác nhận:', paper.purpose])}
    <p class="justify indent" style="margin-top:2mm">Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.</p>
    <div style="display:flex;justify-content:flex-end;margin-top:2mm"><div class="centre"><div class="italic">${write(paper.placeAndDate)}</div>
    ${drawSignatureBlock({ role: 'Người yêu cầu', hint: '(Ký, ghi rõ họ, chữ đệm, tên)', name: write(paper.name), seed: paper.seed }, 84)}</div></div>`;
  return drawSheet(`<div class="${hand ? 'hand' : ''}">${body}</div>`, { sizePt: 13, lineHeight: 1.56 });
}
