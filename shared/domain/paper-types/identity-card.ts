/** Căn cước, căn cước công dân and the older chứng minh nhân dân: known by codes and bilingual labels, side by side. */
import type { PaperTypeRule } from './paper-type-rule.ts';

/** Titles and marks do not apply: see `identity-card-sides.ts`. */
export const identityCard: PaperTypeRule = {
  type: 'CCCD',
  name: 'Căn cước công dân',
  titles: [],
  marks: [],
  continues: false,
};

/**
 * Labels that only one side carries. Left out are those that moved to the other side with the cards of 2024
 * (place of residence, dates of issue and expiry) and `personal identification`, which begins a label of both.
 */
export const FRONT_LABELS: readonly string[] = [
  'căn cước công dân',
  'IDENTITY CARD',
  'Full name',
  'Date of birth',
  'Nationality',
  'Place of origin',
  'SOCIALIST REPUBLIC OF VIET NAM',
  'Independence - Freedom - Happiness',
  'giấy chứng minh nhân dân',
  'nơi ĐKHK thường trú',
  'nguyên quán',
];

export const BACK_LABELS: readonly string[] = [
  'đặc điểm nhận dạng',
  'ngón trỏ trái',
  'ngón trỏ phải',
  'Left index finger',
  'Right index finger',
  'cục trưởng cục cảnh sát',
  'quản lý hành chính về trật tự xã hội',
  'DIRECTOR GENERAL OF THE POLICE',
  'FOR ADMINISTRATIVE MANAGEMENT',
  'MINISTRY OF PUBLIC SECURITY',
  'Place of birth registration',
  'nơi đăng ký khai sinh / Place of birth',
  'dấu vết riêng và dị hình',
];
