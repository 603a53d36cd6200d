/** HỢP ĐỒNG THUÊ NHÀ of three numbered pages: parties, articles, signatures. */
import { drawSignatureBlock, MOTTO } from '../form-parts.ts';
import { drawSheet } from '../sheet.ts';
import { pageNumber } from './land-application.ts';

interface Party {
  readonly name: string;
  readonly born: string;
  readonly citizenId: string;
  readonly issued: string;
  readonly residence: string;
  readonly phone: string;
}

export interface LeaseContract {
  readonly number: string;
  readonly signedOn: string;
  readonly place: string;
  readonly landlord: Party;
  readonly tenant: Party;
  readonly premises: string;
  /** Prints `1/3` instead of `1`. */
  readonly countsPages?: boolean;
}

const FIRST: readonly string[] = [
  '1.1. Bên A đồng ý cho Bên B thuê căn nhà nêu trên, diện tích sử dụng 48 m², gồm một gian trước và một gian sau, để làm nơi kinh doanh.',
  '1.2. Hiện trạng nhà, đồng hồ điện, nước được ghi trong biên bản bàn giao kèm theo hợp đồng này.',
];
const SECOND: readonly (readonly string[])[] = [
  [
    'ĐIỀU 2. THỜI HẠN THUÊ',
    '2.1. Thời hạn thuê là 24 tháng kể từ ngày bàn giao nhà.',
    '2.2. Bên nào muốn gia hạn phải báo cho bên kia biết trước ít nhất ba mươi ngày trước khi hết hạn.',
  ],
  [
    'ĐIỀU 3. GIÁ THUÊ, ĐẶT CỌC VÀ PHƯƠNG THỨC THANH TOÁN',
    '3.1. Giá thuê nhà là 6.500.000 đồng/tháng (bằng chữ: sáu triệu năm trăm nghìn đồng một tháng), chưa gồm tiền điện, nước.',
    '3.2. Bên B đặt cọc cho Bên A số tiền bằng hai tháng tiền thuê, được hoàn trả khi chấm dứt hợp đồng.',
    '3.3. Tiền thuê trả bằng chuyển khoản từ ngày 01 đến ngày 05 hằng tháng.',
  ],
  [
    'ĐIỀU 4. QUYỀN VÀ NGHĨA VỤ CỦA BÊN A',
    '4.1. Giao nhà đúng thời hạn, bảo đảm cho Bên B sử dụng ổn định trong thời hạn thuê.',
    '4.2. Bảo trì, sửa chữa nhà theo định kỳ; nếu không sửa chữa mà gây thiệt hại thì phải bồi thường.',
  ],
];
const THIRD: readonly (readonly string[])[] = [
  [
    'ĐIỀU 5. QUYỀN VÀ NGHĨA VỤ CỦA BÊN B',
    '5.1. Sử dụng nhà đúng mục đích đã thỏa thuận, giữ gìn nhà và trang thiết bị.',
    '5.2. Trả đủ tiền thuê đúng kỳ hạn; không được cho thuê lại nếu không có sự đồng ý của Bên A.',
  ],
  [
    'ĐIỀU 6. CHẤM DỨT HỢP ĐỒNG',
    '6.1. Hợp đồng chấm dứt khi hết thời hạn thuê hoặc hai bên thỏa thuận chấm dứt trước thời hạn.',
    '6.2. Hợp đồng được lập thành hai bản có giá trị như nhau, mỗi bên giữ một bản.',
  ],
];

export function drawLeasePages(lease: LeaseContract): string[] {
  const number = (page: number) => pageNumber(lease.countsPages ? `${page}/3` : page);
  const party = (title: string, { name, born, citizenId, issued, residence, phone }: Party): string =>
    `<div class="bold" style="margin-top:2mm">${title}</div><div>Ông/bà: ${name}. Sinh ngày: ${born}</div>
    <div>Số định danh cá nhân: ${citizenId}, cấp ngày ${issued}</div><div>Địa chỉ: ${residence}</div><div>Điện thoại: ${phone}</div>`;
  const articles = (parts: readonly (readonly string[])[]): string =>
    parts
      .map(
        ([title, ...clauses]) =>
          `<div class="bold" style="margin:3mm 0 1mm">${title}</div>${clauses.map((text) => `<p class="justify">${text}</p>`).join('')}`,
      )
      .join('');
  const first = `<div class="centre" style="line-height:1.25">${MOTTO}</div><h1 style="margin:5mm 0 1mm">HỢP ĐỒNG THUÊ NHÀ</h1><div class="centre">Số: ${lease.number}</div>
    <p style="margin-top:3mm">Hôm nay, ${lease.signedOn}, tại ${lease.place}, chúng tôi gồm:</p>
    ${party('BÊN CHO THUÊ (BÊN A):', lease.landlord)}${party('BÊN THUÊ (BÊN B):', lease.tenant)}
    <div style="margin-top:2mm">Địa chỉ nhà cho thuê: ${lease.premises}</div>${articles([['ĐIỀU 1. TÀI SẢN CHO THUÊ', ...FIRST]])}${number(1)}`;
  const third = `${articles(THIRD)}<div style="display:flex;justify-content:space-between;margin-top:10mm">
    ${drawSignatureBlock({ role: 'BÊN CHO THUÊ', name: lease.landlord.name, seed: lease.landlord.citizenId }, 70)}
    ${drawSignatureBlock({ role: 'BÊN THUÊ', name: lease.tenant.name, seed: lease.tenant.citizenId }, 70)}</div>${number(3)}`;
  const style = { sizePt: 13, lineHeight: 1.5 };
  return [first, articles(SECOND) + number(2), third].map((body) => drawSheet(body, style));
}
