/** Telephone numbers of Vietnam: ten figures of a mobile, eleven of a landline, at home or with the country's code. */

export interface PhoneNumber {
  /** As dialled at home: `0900000015`. */
  readonly digits: string;
  readonly kind: 'mobile' | 'landline';
}

/** Number ranges since the change of 2018 (Circular 22/2014/TT-BTTTT, amended). */
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;

/** Blanks, dots, dashes and brackets group the figures; null for what nobody can dial. */
export function parsePhoneNumber(text: string): PhoneNumber | null {
  const bare = text.replace(/[\s.()-]/g, '');
  const digits = bare.replace(/^(?:\+84|0084|84(?=\d{9,10}$))/, '0');
  if (MOBILE.test(digits)) return { digits, kind: 'mobile' };
  return LANDLINE.test(digits) ? { digits, kind: 'landline' } : null;
}
