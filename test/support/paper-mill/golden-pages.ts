/** Which pages the golden set holds, what each is for, and how each was "scanned". */
import {
  birthForm,
  birthNotice,
  businessForm,
  cardHolder,
  leasePage,
  letterOfCommune,
  letterOfMinistry,
  letterWithSeal,
  maritalForm,
} from './golden-papers.ts';
import { cardPayload, drawCardCopy } from './papers/identity-card.ts';
import { drawSeparator } from './papers/sheets.ts';
import type { ScanLook } from './scan-look.ts';
import { drawSheet } from './sheet.ts';

export interface GoldenPage {
  readonly name: string;
  readonly purpose: string;
  readonly pageType: string;
  readonly html: string;
  readonly heightMm?: number;
  readonly look: Omit<ScanLook, 'backside'>;
  /** What is printed on the other side. */
  readonly behind?: string;
  readonly codes?: readonly string[];
  readonly delivery:
    | { readonly as: 'grey' | 'colour'; readonly quality: number }
    | { readonly as: 'bilevel' }
    | { readonly as: 'photo'; readonly quality: number };
}

const GREY = { as: 'grey', quality: 48 } as const;
/** Covers the middle and a corner mark of the code: what a torn label and a spilled cup leave. */
const SPOILT_CODE = `<div aria-hidden="true" style="position:absolute;left:58mm;top:44mm;width:30mm;height:30mm;background:#fff;transform:rotate(9deg);border:.3mm solid #bbb"></div>
  <svg aria-hidden="true" viewBox="0 0 100 60" style="position:absolute;left:50mm;top:58mm;width:74mm;height:46mm" fill="none" stroke="#111" stroke-width="2.6"><path d="M4 40C20 2 34 58 46 20S64 50 74 14 86 44 97 9M10 52C30 30 60 60 94 34"/></svg>`;

export async function listGoldenPages(): Promise<GoldenPage[]> {
  const form = { pageType: 'TO_KHAI_XNTTHN', delivery: GREY } as const;
  return [
    {
      name: 'letter-clean',
      purpose: 'typed letter, letterhead in two columns, recipients beside the signature: reading order',
      pageType: 'CONG_VAN',
      html: letterOfCommune(),
      look: { dpi: 200, slantDeg: 0.2, grain: 0.7 },
      delivery: GREY,
    },
    {
      name: 'letter-of-ministry',
      purpose: 'narrow letterhead, thin figures, parts of laws and chi beside chỉ, in one bit at 200 dpi',
      pageType: 'CONG_VAN',
      html: letterOfMinistry(),
      look: { dpi: 200, slantDeg: -0.3, grain: 0.7 },
      delivery: { as: 'bilevel' },
    },
    {
      ...form,
      name: 'form-typed',
      purpose: 'typed values on dotted leaders',
      html: maritalForm('first'),
      look: { dpi: 200, slantDeg: -0.4, grain: 0.9 },
    },
    {
      ...form,
      name: 'form-typed-other',
      purpose: 'the same form filled by somebody else: alike, not a duplicate of form-typed',
      html: maritalForm('second'),
      look: { dpi: 200, slantDeg: -0.4, grain: 0.9 },
    },
    {
      ...form,
      name: 'form-typed-again',
      purpose: 'the sheet of form-typed scanned once more, askew and on a worse machine: a duplicate',
      html: maritalForm('first'),
      look: { dpi: 200, slantDeg: 0.8, grain: 1.4, shade: 0.08, softness: 0.8 },
    },
    {
      ...form,
      name: 'form-by-hand',
      purpose: 'blue handwriting (a font) over dotted leaders',
      html: maritalForm('second', 'golden'),
      look: { dpi: 150, slantDeg: 0.3, grain: 0.7 },
      delivery: { as: 'colour', quality: 55 },
    },
    {
      name: 'bilevel-g4',
      purpose: 'what copiers send: one bit a pixel, CCITT G4, 300 dpi; values by hand',
      pageType: 'TO_KHAI_KHAI_SINH',
      html: birthForm('golden'),
      look: { dpi: 300, slantDeg: -0.3 },
      delivery: { as: 'bilevel' },
    },
    {
      name: 'turned-180',
      purpose: 'fed upside down; seal and signatures over text, in grey',
      pageType: 'GIAY_CHUNG_SINH',
      html: birthNotice(),
      look: { dpi: 200, slantDeg: 0.6, turnedDeg: 180, grain: 0.9 },
      delivery: GREY,
    },
    {
      name: 'turned-90',
      purpose: 'fed sideways, with a ruled table',
      pageType: 'GIAY_DE_NGHI_DK_HKD',
      html: businessForm(),
      look: { dpi: 150, slantDeg: -0.3, turnedDeg: 90, grain: 0.7 },
      delivery: GREY,
    },
    {
      name: 'slanted',
      purpose: 'askew by 2.2 degrees clockwise',
      pageType: 'CONG_VAN',
      html: letterOfCommune({ heightMm: 200 }),
      heightMm: 200,
      look: { dpi: 200, slantDeg: 2.2, grain: 0.8 },
      delivery: GREY,
    },
    {
      name: 'streaked',
      purpose: 'pale lines of a dirty scanner down through the print',
      pageType: 'CONG_VAN',
      html: letterOfCommune({ heightMm: 200 }),
      heightMm: 200,
      look: { dpi: 200, slantDeg: 0.1, grain: 0.7, streaks: [0.172, 0.415, 0.7] },
      delivery: GREY,
    },
    {
      name: 'seal-over-text',
      purpose: 'red seal and blue pen over the name: coloured ink',
      pageType: 'CONG_VAN',
      html: letterWithSeal({ heightMm: 148, marginMm: [12, 16, 6, 27] }),
      heightMm: 148,
      look: { dpi: 200, slantDeg: -0.7, grain: 0.8, paper: [250, 246, 236] },
      delivery: { as: 'colour', quality: 60 },
    },
    {
      name: 'ruled-table',
      purpose: 'a ruled table between rows with leaders',
      pageType: 'GIAY_DE_NGHI_DK_HKD',
      html: businessForm(),
      look: { dpi: 200, slantDeg: 0.4, grain: 0.7 },
      delivery: GREY,
    },
    {
      name: 'contract-small-print',
      purpose: 'nine-point print without leaders, 300 dpi',
      pageType: 'HOP_DONG_THUE_NHA',
      html: leasePage({ heightMm: 150, marginMm: [10, 16, 6, 22] }),
      heightMm: 150,
      look: { dpi: 300, slantDeg: 0.3 },
      delivery: { as: 'bilevel' },
    },
    {
      name: 'card-both-sides',
      purpose: 'copy of an identity card with its QR, tiny bilingual labels and machine-readable zone',
      pageType: 'CCCD_BOTH',
      html: await drawCardCopy(
        cardHolder,
        { topMm: 12, leftMm: 58, turnDeg: 0.6 },
        { topMm: 78, leftMm: 62, turnDeg: -0.3 },
      ),
      heightMm: 148,
      codes: [cardPayload(cardHolder)],
      look: { dpi: 200, grain: 0.7, softness: 0.4 },
      delivery: { as: 'colour', quality: 68 },
    },
    {
      name: 'phone-photo',
      purpose: 'a form photographed on a desk: perspective, uneven light, EXIF orientation 6',
      pageType: 'TO_KHAI_XNTTHN',
      html: maritalForm('first'),
      look: { dpi: 200 },
      delivery: { as: 'photo', quality: 45 },
    },
    {
      name: 'blank-bleed-through',
      purpose: 'a back page: print shining through, two punch holes, no text of its own',
      pageType: 'BLANK',
      html: drawSheet(''),
      behind: birthNotice(),
      look: {
        dpi: 150,
        slantDeg: 0.5,
        grain: 1,
        holes: [
          [0.958, 0.365],
          [0.958, 0.635],
        ],
      },
      delivery: { as: 'grey', quality: 50 },
    },
    {
      name: 'separator-destroyed',
      purpose: 'a separator whose QR can no longer be read: only its print tells',
      pageType: 'SEPARATOR',
      html: await drawSeparator(
        {
          dossierCode: 'H01.14-260812-0007',
          procedureCode: '1.004873',
          procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
          postalItemId: 'EA999017750VN',
          office: { code: '881250', name: 'Bưu điện Châu Phú' },
        },
        {
          ordinal: 1,
          paperType: 'TO_KHAI_XNTTHN',
          paperName: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
          over: SPOILT_CODE,
        },
      ),
      look: { dpi: 150, slantDeg: 0.5, grain: 0.7 },
      delivery: { as: 'grey', quality: 50 },
    },
  ];
}
