/** ĐƠN ĐỀ NGHỊ CẤP LẠI, CẤP ĐỔI GIẤY CHỨNG NHẬN, two numbered pages, after form 11/ĐK. */
import { drawRow, drawSignatureBlock, MOTTO } from '../form-parts.ts';
import { drawSheet } from '../sheet.ts';

export interface LandApplication {
  readonly addressee: string;
  readonly user: { name: string; born: string; citizenId: string; residence: string; phone: string };
  readonly certificate: { entry: string; serial: string; issued: string };
  readonly reason: string;
  readonly placeAndDate: string;
  readonly official: string;
}

export function drawLandApplication(paper: LandApplication): [first: string, second: string] {
  const row = (...entries: [label: string, value: string][]): string =>
    drawRow(...entries.map(([label, value]) => ({ label, value })));
  const { user, certificate } = paper;
  const style = { sizePt: 13, lineHeight: 1.52 };
  const first = `<div class="right" style="font-size:.85em">Mẫu số 11/ĐK</div>
    <div class="centre" style="width:96mm;margin:0 auto;line-height:1.25">${MOTTO}</div>
    <h1 style="margin:5mm 0 2mm">ĐƠN ĐỀ NGHỊ CẤP LẠI, CẤP ĐỔI GIẤY CHỨNG NHẬN<br>QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT</h1>
    <div class="centre" style="margin-bottom:3mm">Kính gửi: ${paper.addressee}</div>
    <div class="bold">I. PHẦN KÊ KHAI CỦA NGƯỜI ĐỀ NGHỊ</div><div>1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:</div>
    ${row(['1.1. Tên:', user.name])}${row(['1.2. Số định danh cá nhân:', user.citizenId], ['Ngày sinh:', user.born])}
    ${row(['1.3. Địa chỉ:', user.residence])}${row(['1.4. Điện thoại liên hệ:', user.phone])}
    <div>2. Giấy chứng nhận đã cấp đề nghị được cấp lại, cấp đổi:</div>
    ${row(['2.1. Số vào sổ cấp GCN:', certificate.entry], ['2.2. Số phát hành GCN:', certificate.serial])}
    ${row(['2.3. Ngày cấp GCN:', certificate.issued])}${row(['3. Lý do đề nghị cấp lại, cấp đổi Giấy chứng nhận:', paper.reason])}
    <div>4. Giấy tờ liên quan đến nội dung thay đổi nộp kèm theo đơn này gồm có:</div><div>- Giấy chứng nhận đã cấp;</div><div>- Mảnh trích đo bản đồ địa chính thửa đất.</div>
    <p class="justify indent" style="margin-top:2mm">Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật, nếu sai tôi hoàn toàn chịu trách nhiệm trước pháp luật.</p>${pageNumber(1)}`;
  const second = `<div style="display:flex;justify-content:flex-end">${drawSignatureBlock({ role: 'Người viết đơn', name: user.name, seed: user.citizenId, hint: `${paper.placeAndDate}` }, 84)}</div>
    <div class="bold" style="margin-top:8mm">II. XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ</div>
    <p class="justify indent">Nội dung kê khai về thửa đất của người đề nghị phù hợp với sổ mục kê, thửa đất không có tranh chấp, ranh giới không thay đổi so với Giấy chứng nhận đã cấp.</p>
    <div style="display:flex;justify-content:space-between;margin-top:6mm">${drawSignatureBlock({ role: 'Cán bộ địa chính', name: paper.official, seed: paper.official }, 70)}</div>${pageNumber(2)}`;
  return [drawSheet(first, style), drawSheet(second, style)];
}

/** At the foot, on the right, as word processors set it. */
export function pageNumber(number: number | string, place: 'right' | 'centre' = 'right'): string {
  const side = place === 'right' ? 'right:16mm' : 'left:0;right:0;text-align:center';
  return `<div style="position:absolute;bottom:9mm;${side};font-size:12pt">${number}</div>`;
}
