/**
 * What every identity card prints, line by line as it stands on the cards of 2021 and 2024: facts of Circulars
 * 06/2021/TT-BCA and 17/2024/TT-BCA. Another wording above one, so many lines up, vouches for it.
 */

export interface CardWording {
  readonly text: string;
  readonly under?: readonly (readonly [wording: string, linesUp: number])[];
}

const POLICE = 'QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI';

export const CARD_WORDINGS: readonly CardWording[] = [
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  { text: 'Độc lập - Tự do - Hạnh phúc', under: [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 1]] },
  { text: 'SOCIALIST REPUBLIC OF VIET NAM', under: [['Độc lập - Tự do - Hạnh phúc', 1]] },
  { text: 'Independence - Freedom - Happiness', under: [['SOCIALIST REPUBLIC OF VIET NAM', 1]] },
  { text: 'CĂN CƯỚC CÔNG DÂN' },
  { text: 'Citizen Identity Card', under: [['CĂN CƯỚC CÔNG DÂN', 1]] },
  { text: 'Số / No.:' },
  { text: 'Số định danh cá nhân / Personal identification number:' },
  { text: 'Họ và tên / Full name:' },
  { text: 'Họ, chữ đệm và tên khai sinh / Full name:' },
  { text: 'Ngày sinh / Date of birth:' },
  { text: 'Ngày, tháng, năm sinh / Date of birth:' },
  { text: 'Giới tính / Sex:' },
  { text: 'Quốc tịch / Nationality:' },
  { text: 'Quê quán / Place of origin:' },
  { text: 'Nơi thường trú / Place of residence:' },
  { text: 'Nơi cư trú / Place of residence:' },
  { text: 'Nơi đăng ký khai sinh / Place of birth:' },
  { text: 'Có giá trị đến:' },
  { text: 'Date of expiry', under: [['Có giá trị đến:', 1]] },
  { text: 'Đặc điểm nhận dạng / Personal identification:' },
  { text: 'Ngày, tháng, năm / Date, month, year:' },
  { text: 'Ngày, tháng, năm cấp / Date of issue:' },
  { text: 'Ngày, tháng, năm hết hạn / Date of expiry:' },
  { text: 'CỤC TRƯỞNG CỤC CẢNH SÁT' },
  { text: POLICE, under: [['CỤC TRƯỞNG CỤC CẢNH SÁT', 1]] },
  {
    text: 'DIRECTOR GENERAL OF THE POLICE DEPARTMENT',
    under: [
      [POLICE, 1],
      ['CỤC TRƯỞNG CỤC CẢNH SÁT', 2],
    ],
  },
  {
    text: 'FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER',
    under: [
      ['DIRECTOR GENERAL OF THE POLICE DEPARTMENT', 1],
      [POLICE, 2],
    ],
  },
  { text: 'MINISTRY OF PUBLIC SECURITY' },
  { text: 'Ngón trỏ trái' },
  { text: 'Ngón trỏ phải' },
  { text: 'Left index finger', under: [['Ngón trỏ trái', 1]] },
  { text: 'Right index finger', under: [['Ngón trỏ phải', 1]] },
];
