/** The papers of the golden set: other invented people than the sample's, in provinces of their own. */

import { type Hand, writeByHand } from './handwriting.ts';
import { drawBirthDeclaration } from './papers/birth-declaration.ts';
import { drawBirthNotice } from './papers/birth-notice.ts';
import { drawBusinessRequest } from './papers/business-request.ts';
import { drawLease } from './papers/lease.ts';
import { drawMaritalStatusDeclaration } from './papers/marital-status-declaration.ts';
import { drawOfficialLetter } from './papers/official-letter.ts';
import type { Citizen } from './people.ts';
import { drawSeal } from './seal.ts';
import type { SheetStyle } from './sheet.ts';

export const PEN: Hand = { font: 'Patrick Hand', ink: '#20357f', sizePt: 15 };

export const cardHolder: Citizen = {
  name: 'Đỗ Ngọc Yến Vy',
  born: '05/12/1999',
  sex: 'Nữ',
  citizenId: '092199999638',
  issued: '18/09/2022',
  expires: '05/12/2039',
  hometown: 'Mỹ Khánh, Phong Điền, Cần Thơ',
  residence: 'Số 17 hẻm 42, phường Ninh Kiều, thành phố Cần Thơ',
  cardResidence: '17 hẻm 42, Ninh Kiều, Cần Thơ',
  mark: 'Nốt ruồi C.3cm trên trước tai trái',
};

export function letterOfCommune(style: SheetStyle = {}): string {
  return drawOfficialLetter(
    {
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ VĨNH THẠNH TRUNG'],
      number: '187/UBND-VHXH',
      subject: 'V/v phối hợp xác minh thông tin hộ tịch',
      placeAndDate: 'Vĩnh Thạnh Trung, ngày 09 tháng 10 năm 2026',
      addressee: 'Ủy ban nhân dân phường Ninh Kiều',
      paragraphs: [
        'Ủy ban nhân dân xã Vĩnh Thạnh Trung đang giải quyết hồ sơ đăng ký lại khai sinh của bà Mạc Thị Thu Cúc, sinh năm 1968, nộp qua dịch vụ bưu chính công ích ngày 06 tháng 10 năm 2026.',
        'Theo lời trình bày của người yêu cầu, việc sinh đã được đăng ký tại địa bàn phường Ninh Kiều vào khoảng năm 1970, nhưng bản chính giấy khai sinh không còn lưu giữ.',
        'Để có cơ sở giải quyết đúng quy định, đề nghị quý cơ quan kiểm tra sổ hộ tịch lưu trữ, trả lời bằng văn bản về việc còn hay không còn lưu trữ thông tin nêu trên trước ngày 20 tháng 10 năm 2026.',
        'Rất mong nhận được sự phối hợp của quý cơ quan./.',
      ],
      recipients: ['Như trên;', 'Chủ tịch UBND xã;', 'Lưu: VT, HT.'],
      signer: { role: 'PHÓ CHỦ TỊCH', name: 'Quách Minh Tường', seed: 'c' },
    },
    style,
  );
}

/** What ministries send: a narrow letterhead, days in November, parts of laws, a list of recipients. */
export function letterOfMinistry(): string {
  return drawOfficialLetter({
    issuer: ['BỘ LAO ĐỘNG - THƯƠNG BINH', 'VÀ XÃ HỘI MẪU THỬ'],
    number: '4211/LĐTBXHMT-PC',
    subject: 'V/v chi phí giám định y khoa',
    placeAndDate: 'Hà Nội, ngày 11 tháng 11 năm 2021',
    addressee: 'Sở Nội vụ các tỉnh, thành phố',
    paragraphs: [
      'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005 và Nghị định quy định chi tiết một số điều của Luật, ngày 24 tháng 11 năm 2020, chi phí khám và chi phí giám định nêu tại khoản 1 Điều 3 do quỹ bảo hiểm chi trả.',
      'Các khoản chi không nằm trong danh mục theo khoản 1 Điều 11 do địa phương chi trả từ ngân sách, kể từ ngày 11 tháng 1 năm 2022. Chỉ những hồ sơ đủ giấy tờ mới được chi trả; chỉ tiêu phân bổ được công bố trên Cổng thông tin điện tử của Bộ.',
      'Đề nghị các Sở chỉ đạo chi nhánh, phòng chuyên môn trên địa bàn tỉnh rà soát và báo cáo trước ngày 30 tháng 11 năm 2021./.',
    ],
    recipients: [
      'Như trên;',
      'Văn phòng Chính phủ;',
      'UBND các tỉnh, thành phố;',
      'Công báo;',
      'Cổng thông tin điện tử của Bộ;',
      'Lưu: VT, PC.',
    ],
    signer: { role: 'KT. BỘ TRƯỞNG<br>THỨ TRƯỞNG', name: 'Lưu Quang Trọng', seed: 'm' },
  });
}

export function letterWithSeal(style: SheetStyle): string {
  const seal = drawSeal(
    { above: 'CÔNG TY TNHH AN BÌNH PHÁT', below: 'MSDN: 9990004321', middle: ['★ MẪU ★'] },
    8,
    38,
  );
  return drawOfficialLetter(
    {
      issuer: ['CÔNG TY TNHH', 'AN BÌNH PHÁT'],
      number: '26/2026/CV-ABP',
      subject: 'V/v xác nhận thời gian làm việc',
      placeAndDate: 'Bến Lức, ngày 30 tháng 9 năm 2026',
      addressee: 'Bảo hiểm xã hội cơ sở Bến Lức',
      paragraphs: [
        'Công ty TNHH An Bình Phát xác nhận ông Tống Phước Nghĩa làm việc tại phân xưởng dệt số 2 từ ngày 01 tháng 3 năm 2019 đến ngày 31 tháng 8 năm 2026.',
      ],
      recipients: ['Như trên;', 'Lưu: HCNS.'],
      signer: { role: 'GIÁM ĐỐC', name: 'Thái Thị Bảo Quyên', seed: 'i', seal },
    },
    style,
  );
}

export type Applicant = 'first' | 'second';

const APPLICANTS = {
  first: {
    name: 'VƯƠNG ĐÌNH LỘC',
    born: '27/01/1990',
    sex: 'Nam',
    residence: 'Khóm 3, phường Long Xuyên, tỉnh An Giang',
    papers: 'CCCD số 089090999152, cấp ngày 11/05/2022',
    status: 'Chưa đăng ký kết hôn với ai',
    purpose: 'Để đăng ký kết hôn với bà Ngụy Thị Ái Như',
    placeAndDate: 'Long Xuyên, ngày 12 tháng 8 năm 2026',
    seed: 'k',
  },
  second: {
    name: 'HỨA THỊ BÍCH NGỌC',
    born: '03/07/1984',
    sex: 'Nữ',
    residence: 'Tổ 8, ấp Hòa Long, xã Châu Phú, tỉnh An Giang',
    papers: 'CCCD số 089184999370, cấp ngày 29/08/2021',
    status: 'Đã ly hôn, chưa đăng ký kết hôn với ai',
    purpose: 'Bổ túc hồ sơ mua bán nhà ở',
    placeAndDate: 'Châu Phú, ngày 20 tháng 8 năm 2026',
    seed: 'b',
  },
} as const;

export function maritalForm(applicant: Applicant, seed?: string): string {
  const paper = { ...APPLICANTS[applicant], addressee: 'Ủy ban nhân dân phường Long Xuyên, tỉnh An Giang' };
  return drawMaritalStatusDeclaration(paper, seed ? (text) => writeByHand(text, PEN, seed) : undefined);
}

export function birthForm(seed?: string): string {
  const family = { residence: 'Thôn Đông Hạ, xã Kim Sơn, tỉnh Ninh Bình' };
  const father = { ...family, name: 'Đinh Xuân Trường', born: '16/06/1993' };
  return drawBirthDeclaration(
    {
      addressee: 'Ủy ban nhân dân xã Kim Sơn, tỉnh Ninh Bình',
      declarant: { ...father, papers: 'CCCD số 037093999804, cấp ngày 02/03/2023', relation: 'Cha đẻ' },
      child: {
        name: 'Đinh Khôi Nguyên',
        born: '30/08/2026',
        bornInWords: 'Ngày ba mươi tháng tám năm hai nghìn không trăm hai mươi sáu',
        sex: 'Nam',
        place: 'Trung tâm Y tế khu vực Kim Sơn',
        hometown: 'Xã Kim Sơn, tỉnh Ninh Bình',
      },
      mother: { ...family, name: 'Bế Thị Hoài Thương', born: '08/11/1995' },
      father,
      copies: '02',
      signed: { place: 'Kim Sơn', date: 'ngày 14 tháng 9 năm 2026', name: father.name, seed: 'j' },
    },
    seed ? (text) => writeByHand(text, PEN, seed) : undefined,
  );
}

export function birthNotice(): string {
  return drawBirthNotice({
    facility: ['SỞ Y TẾ NINH BÌNH', 'TRUNG TÂM Y TẾ<br>KHU VỰC KIM SƠN'],
    number: '902/2026/GCS',
    mother: {
      name: 'Bế Thị Hoài Thương',
      born: '08/11/1995',
      residence: 'Thôn Đông Hạ, xã Kim Sơn, tỉnh Ninh Bình',
      citizenId: '037195999461',
    },
    bornAt: '22 giờ 45 phút, ngày 30 tháng 8 năm 2026',
    place: 'Trung tâm Y tế khu vực Kim Sơn',
    child: { name: 'Đinh Khôi Nguyên', sex: 'Nam', weight: '3400 gam' },
    midwife: 'Lục Thị Hiền',
    head: 'Khuất Duy Hưng',
    placeAndDate: 'Kim Sơn, ngày 01 tháng 9 năm 2026',
  });
}

export function businessForm(style: SheetStyle = {}): string {
  return drawBusinessRequest(
    {
      addressee: 'Phòng Kinh tế, Ủy ban nhân dân xã Cần Giuộc',
      owner: {
        name: 'Chung Thị Mỹ Linh',
        born: '19/02/1988',
        citizenId: '080188999723',
        residence: 'Số 64 đường Thanh Ba, xã Cần Giuộc, tỉnh Tây Ninh',
        phone: '0900 000 723',
      },
      business: 'HỘ KINH DOANH MỸ LINH 88',
      premises: 'Số 64 đường Thanh Ba, xã Cần Giuộc, tỉnh Tây Ninh',
      trades: [
        ['Bán lẻ vải, len, sợi, chỉ khâu', '4751', 'X'],
        ['May trang phục theo đơn đặt', '1410', ''],
        ['Sửa chữa quần áo, giày dép', '9523', ''],
      ],
      capital: '120.000.000 đồng',
      staff: '03 người',
      placeAndDate: 'Cần Giuộc, ngày 17 tháng 7 năm 2026',
      seed: 'h',
    },
    style,
  );
}

export function leasePage(style: SheetStyle): string {
  return drawLease(
    {
      preamble: [
        'Hôm nay, ngày 05 tháng 6 năm 2026, tại số 9 đường Rạch Cát, phường Bình Khánh, chúng tôi gồm:',
        'Bên cho thuê (Bên A): Ông Mai Hữu Phước, số định danh cá nhân 079075999280, điện thoại 0900 000 280.',
        'Bên thuê (Bên B): Bà Kiều Thị Lan Anh, số định danh cá nhân 079192999516, điện thoại 0900 000 516.',
      ],
      articles: [
        [
          'Điều 1. Tài sản cho thuê',
          '1.1. Bên A cho Bên B thuê tầng trệt căn nhà số 9 đường Rạch Cát, diện tích sử dụng 46,5 m², gồm một gian trước, một kho và một nhà vệ sinh, để làm nơi bán tạp hóa.',
          '1.2. Hiện trạng nhà và đồng hồ điện, nước ghi trong biên bản bàn giao kèm theo hợp đồng này.',
        ],
        [
          'Điều 2. Thời hạn thuê',
          '2.1. Thời hạn thuê là 24 tháng, tính từ ngày 15 tháng 6 năm 2026 đến hết ngày 14 tháng 6 năm 2028.',
          '2.2. Bên nào muốn gia hạn phải báo cho bên kia ít nhất 30 ngày trước khi hết hạn.',
        ],
        [
          'Điều 3. Giá thuê và phương thức thanh toán',
          '3.1. Giá thuê là 6.800.000 đồng/tháng (sáu triệu tám trăm nghìn đồng), chưa gồm tiền điện, nước, rác.',
          '3.2. Bên B đặt cọc 13.600.000 đồng và trả tiền thuê từ ngày 01 đến ngày 05 mỗi tháng bằng chuyển khoản.',
        ],
        [
          'Điều 4. Chấm dứt hợp đồng',
          '4.1. Bên A được lấy lại nhà nếu Bên B chậm trả tiền thuê quá 45 ngày mà không có lý do chính đáng.',
        ],
      ],
    },
    style,
  );
}
