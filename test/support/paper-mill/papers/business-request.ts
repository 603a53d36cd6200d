/** GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH: rows to fill and a ruled table of trades. */
import { drawRow, drawSignatureBlock, MOTTO } from '../form-parts.ts';
import { drawSheet, type SheetStyle } from '../sheet.ts';

export interface BusinessRequest {
  readonly addressee: string;
  readonly owner: {
    readonly name: string;
    readonly born: string;
    readonly citizenId: string;
    readonly residence: string;
    readonly phone: string;
  };
  readonly business: string;
  readonly premises: string;
  readonly trades: readonly (readonly [name: string, code: string, main: string])[];
  readonly capital: string;
  readonly staff: string;
  readonly placeAndDate: string;
  readonly seed: string;
}

export function drawBusinessRequest(paper: BusinessRequest, style: SheetStyle = {}): string {
  const { owner } = paper;
  const row = (...entries: [label: string, value: string][]): string =>
    drawRow(...entries.map(([label, value]) => ({ label, value })));
  const trades = paper.trades.map(
    ([name, code, main], at) =>
      `<tr><td class="centre">${at + 1}</td><td>${name}</td><td class="centre">${code}</td><td class="centre">${main}</td></tr>`,
  );
  return drawSheet(
    `<div class="centre" style="width:96mm;margin:0 auto;line-height:1.25">${MOTTO}</div>
    <div class="right italic" style="margin-top:2mm">${paper.placeAndDate}</div>
    <h1 style="margin:4mm 0 3mm">GIẤY ĐỀ NGHỊ<br>ĐĂNG KÝ HỘ KINH DOANH</h1><div class="centre" style="margin-bottom:3mm">Kính gửi: ${paper.addressee}</div>
    ${row(['Tôi là:', owner.name], ['Ngày sinh:', owner.born])}${row(['Số định danh cá nhân:', owner.citizenId], ['Điện thoại:', owner.phone])}
    ${row(['Nơi thường trú:', owner.residence])}
    <div class="bold" style="margin:1.5mm 0">Đăng ký hộ kinh doanh do tôi là chủ hộ với các nội dung sau:</div>
    ${row(['1. Tên hộ kinh doanh:', paper.business])}${row(['2. Trụ sở hộ kinh doanh:', paper.premises])}
    <div>3. Ngành, nghề kinh doanh:</div>
    <table style="font-size:.92em;margin:1mm 0 2mm"><tr><th style="width:12mm">STT</th><th>Tên ngành</th><th style="width:24mm">Mã ngành</th><th style="width:34mm">Ngành chính</th></tr>${trades.join('')}</table>
    ${row(['4. Vốn kinh doanh:', paper.capital])}${row(['5. Tổng số lao động (dự kiến):', paper.staff])}
    <p class="justify indent" style="margin-top:2mm">Tôi xin cam kết không thuộc diện pháp luật cấm kinh doanh và chịu trách nhiệm trước pháp luật về tính hợp pháp, chính xác, trung thực của nội dung đăng ký trên.</p>
    <div style="display:flex;justify-content:flex-end;margin-top:4mm">${drawSignatureBlock({ role: 'CHỦ HỘ KINH DOANH', name: owner.name, seed: paper.seed }, 72)}</div>`,
    { sizePt: 13, lineHeight: 1.5, ...style },
  );
}
