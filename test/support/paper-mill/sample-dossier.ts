/** What lies in the sample dossier, in scanning order: a birth registration with sheets, three papers, a receipt, a letter. */

import { drawBirthDeclaration } from './papers/birth-declaration.ts';
import { drawBirthNotice } from './papers/birth-notice.ts';
import { drawHandwrittenLetter } from './papers/handwritten-letter.ts';
import { drawCardCopy } from './papers/identity-card.ts';
import { drawReceptionReceipt } from './papers/reception-receipt.ts';
import { drawCover, drawSeparator } from './papers/sheets.ts';
import { child, father, mother, sampleDossier } from './people.ts';
import type { ScanLook } from './scan-look.ts';
import { drawSheet } from './sheet.ts';

export interface SampleSheet {
  readonly html: string;
  /** `behind`: what is printed on the other side. */
  readonly look: Omit<ScanLook, 'dpi' | 'backside'> & { readonly behind?: string };
  readonly quality: number;
}

const FACILITY = 'Trung tâm Y tế khu vực Đầm Dơi';
const OFFICE_PAPER = [253, 253, 251] as const;
const OLD_PAPER = [250, 246, 235] as const;

export async function drawSampleSheets(): Promise<SampleSheet[]> {
  const separator = (ordinal: number, paperType: string, paperName: string): Promise<string> =>
    drawSeparator(sampleDossier, { ordinal, paperType, paperName });
  const notice = drawNotice();
  return [
    {
      html: await drawCover({
        ...sampleDossier,
        applicant: father.name,
        received: '02/11/2026',
        papers: [
          'Tờ khai đăng ký khai sinh',
          'Giấy chứng sinh',
          'Bản sao căn cước công dân',
          'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
          'Giấy cam đoan viết tay (chụp bằng điện thoại)',
        ],
      }),
      look: { slantDeg: 0.3, paper: OFFICE_PAPER },
      quality: 66,
    },
    {
      html: await separator(1, 'TO_KHAI_KHAI_SINH', 'Tờ khai đăng ký khai sinh'),
      look: { slantDeg: -0.35, paper: OFFICE_PAPER },
      quality: 62,
    },
    {
      html: drawDeclaration(),
      look: { slantDeg: 0.7, folds: [0.513], shade: 0.05, grain: 1.6 },
      quality: 70,
    },
    {
      html: await separator(2, 'GIAY_CHUNG_SINH', 'Giấy chứng sinh'),
      look: { slantDeg: 0.5, paper: OFFICE_PAPER },
      quality: 62,
    },
    {
      html: notice,
      look: {
        slantDeg: -1.1,
        turnedDeg: 180,
        folds: [0.341, 0.672],
        paper: OLD_PAPER,
        shade: 0.05,
        grain: 2,
      },
      quality: 70,
    },
    {
      html: drawSheet(''),
      look: { slantDeg: 1.1, folds: [0.341, 0.672], paper: OLD_PAPER, shade: 0.06, grain: 2, behind: notice },
      quality: 62,
    },
    {
      html: await separator(3, 'CCCD', 'Bản sao căn cước công dân'),
      look: { slantDeg: 0.4, paper: OFFICE_PAPER },
      quality: 62,
    },
    {
      html: await drawCardCopy(
        father,
        { topMm: 42, leftMm: 60, turnDeg: -0.4 },
        { topMm: 118, leftMm: 63, turnDeg: 0.5 },
      ),
      look: { slantDeg: 0.3, paper: OFFICE_PAPER, softness: 0.4 },
      quality: 78,
    },
    {
      html: await separator(4, 'GIAY_TIEP_NHAN', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
      look: { slantDeg: -0.6, paper: OFFICE_PAPER },
      quality: 62,
    },
    { html: await drawReceipt(), look: { slantDeg: -0.5, shade: 0.04 }, quality: 68 },
    // What it announces is the photograph: a notebook does not go through the feeder.
    {
      html: await separator(5, 'VAN_BAN_VIET_TAY', 'Giấy tờ viết tay'),
      look: { slantDeg: 0.35, paper: OFFICE_PAPER },
      quality: 62,
    },
  ];
}

function drawDeclaration(): string {
  const parent = (person: typeof mother | typeof father) => ({
    name: person.name.toLocaleUpperCase('vi'),
    born: person.born,
    residence: person.residence,
  });
  return drawBirthDeclaration({
    addressee: 'Ủy ban nhân dân xã Tân Thuận, tỉnh Cà Mau',
    declarant: {
      ...parent(father),
      papers: `CCCD số ${father.citizenId}, cấp ngày ${father.issued}`,
      relation: 'Cha đẻ',
    },
    child: {
      ...child,
      name: child.name.toLocaleUpperCase('vi'),
      place: `${FACILITY}, tỉnh Cà Mau`,
      hometown: 'Xã Tân Thuận, tỉnh Cà Mau',
    },
    mother: parent(mother),
    father: parent(father),
    copies: '03',
    signed: { place: 'Tân Thuận', date: 'ngày 02 tháng 11 năm 2026', name: father.name, seed: 'm' },
  });
}

function drawNotice(): string {
  return drawBirthNotice({
    facility: ['SỞ Y TẾ CÀ MAU', 'TRUNG TÂM Y TẾ<br>KHU VỰC ĐẦM DƠI'],
    number: '318/2026/GCS',
    mother,
    bornAt: '05 giờ 20 phút, ngày 19 tháng 10 năm 2026',
    place: FACILITY,
    child: { name: child.name, sex: child.sex, weight: '3150 gam' },
    midwife: 'Trương Thị Nga',
    head: 'Huỳnh Trung Dũng',
    placeAndDate: 'Đầm Dơi, ngày 21 tháng 10 năm 2026',
  });
}

function drawReceipt(): Promise<string> {
  return drawReceptionReceipt({
    desk: ['UBND XÃ TÂN THUẬN', 'TRUNG TÂM PHỤC VỤ<br>HÀNH CHÍNH CÔNG'],
    dossierCode: sampleDossier.dossierCode,
    procedure: sampleDossier.procedureName,
    applicant: {
      name: father.name,
      residence: father.residence,
      phone: sampleDossier.phone,
      citizenId: father.citizenId,
    },
    papers: [
      ['Tờ khai đăng ký khai sinh', '01', '', '01'],
      ['Giấy chứng sinh', '01', '', '01'],
      ['Bản sao căn cước công dân của người yêu cầu', '', '01', '01'],
      ['Giấy cam đoan viết tay', '01', '', '01'],
    ],
    received: '08 giờ 35 phút, ngày 02 tháng 11 năm 2026',
    due: '16 giờ 30 phút, ngày 03 tháng 11 năm 2026',
    placeAndDate: 'Tân Thuận, ngày 02 tháng 11 năm 2026',
    clerk: 'Võ Thị Kim Trinh',
  });
}

export function drawLetter(): string {
  return drawHandwrittenLetter(
    {
      motto: ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc'],
      title: 'GIẤY CAM ĐOAN',
      lines: [
        '¶Kính gửi: Ủy ban nhân dân xã Tân Thuận.',
        `¶Tôi tên là ${father.name}, sinh ngày ${father.born},`,
        `số căn cước công dân ${father.citizenId}.`,
        '¶Hiện ngụ tại ấp Rạch Bần, xã Tân Thuận, tỉnh Cà Mau.',
        `¶Vợ tôi là ${mother.name} sinh cháu gái ngày`,
        `${child.born} tại ${FACILITY}.`,
        `Vợ chồng tôi thống nhất đặt tên cháu là ${child.name}.`,
        '¶Do giấy chứng nhận kết hôn bị thất lạc trong lúc dọn',
        'nhà nên tôi chưa nộp kèm theo được. Tôi cam đoan cháu',
        'là con chung của vợ chồng tôi, sẽ bổ sung giấy tờ sau',
        'và chịu trách nhiệm trước pháp luật về lời cam đoan này.',
        '¶Tôi xin chân thành cảm ơn.',
      ],
      closing: ['Tân Thuận, ngày 01 tháng 11 năm 2026', 'Người cam đoan', father.name],
      seed: 'm',
    },
    { font: 'Charm', ink: '#1d2f8f', sizePt: 20 },
  );
}
