/** Sound dossiers of invented people: what the counter declared, and the sheets of paper in scanning order. */
import type { Manifest } from '../../../shared/domain/manifest.ts';
import { manifestSchema } from '../../../shared/domain/manifest.ts';
import {
  birthDeclarationOf,
  birthNoticeOf,
  businessRequestOf,
  type CasePaper,
  cardOf,
  landApplicationOf,
  landSketchOf,
  leaseOf,
  maritalCertificateOf,
  maritalDeclarationOf,
} from '../paper-mill/case-papers.ts';
import { inventPerson, type Person } from '../paper-mill/cast.ts';
import { drawEnvelope } from '../paper-mill/papers/envelope.ts';
import { type DossierLabel, drawCover, drawSeparator } from '../paper-mill/papers/sheets.ts';
import type { ScanLook } from '../paper-mill/scan-look.ts';
import type { Delivery, Order } from './print-shop.ts';

export const RECEIVED_ON = '2026-06-10';
const MADE_ON = '08/06/2026';

export interface CaseFile {
  readonly name: string;
  readonly label: DossierLabel;
  readonly applicant: Person;
  readonly manifest: Manifest;
  /** Cover, envelope and separators lie between the papers. */
  readonly hasSheets: boolean;
  readonly as: Delivery;
  readonly look: Omit<ScanLook, 'backside'>;
  /** Contracts print `1/3`, not `1`. */
  readonly countsPages: boolean;
  /** Draw each paper, about the applicant or about whom a fault makes of them. */
  readonly papers: readonly ((applicant: Person) => CasePaper | Promise<CasePaper>)[];
  /** Drawn beyond what the dossier needs: named by lying separators. */
  readonly otherType: { readonly type: string; readonly name: string };
}

/** A sheet of paper on its way through the scanner. */
export interface StackSheet {
  readonly kind: 'cover' | 'envelope' | 'separator' | 'paper' | 'blank';
  readonly order: Order;
  /** Index of the paper that it is a page of, or announces. */
  readonly paper?: number;
  readonly type?: string;
}

interface Kind {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly expected: readonly (readonly [type: string, name: string, required: boolean])[];
  readonly papers: (family: Cast, variant: Variant) => CaseFile['papers'];
}

interface Cast {
  readonly spouse: Person;
  readonly child: { readonly name: string; readonly born: string; readonly bornInWords: string };
}

interface Variant {
  readonly card: 'one' | 'two';
  readonly countsPages: boolean;
}

const OPTIONAL = ['GIAY_TIEP_NHAN', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', false] as const;
const CARD = ['CCCD', 'Bản sao căn cước công dân', true] as const;

const KINDS = {
  birth: {
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    expected: [
      ['TO_KHAI_KHAI_SINH', 'Tờ khai đăng ký khai sinh', true],
      ['GIAY_CHUNG_SINH', 'Giấy chứng sinh', true],
      CARD,
      OPTIONAL,
    ],
    papers: ({ spouse, child }, { card }) => [
      (father) => birthDeclarationOf({ father, mother: spouse, child }, MADE_ON),
      (father) => birthNoticeOf({ father, mother: spouse, child }),
      (father) => cardOf(father, card),
    ],
  },
  business: {
    procedureCode: '1.001612',
    procedureName: 'Đăng ký thành lập hộ kinh doanh',
    expected: [
      ['GIAY_DE_NGHI_DK_HKD', 'Giấy đề nghị đăng ký hộ kinh doanh', true],
      ['HOP_DONG_THUE_NHA', 'Hợp đồng thuê nhà', true],
      CARD,
      OPTIONAL,
    ],
    papers: ({ spouse }, { card, countsPages }) => [
      (owner) => businessRequestOf(owner, MADE_ON),
      (owner) => leaseOf(spouse, owner, '25/05/2026', countsPages),
      (owner) => cardOf(owner, card),
    ],
  },
  marital: {
    procedureCode: '2.002516',
    procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    expected: [
      ['TO_KHAI_XNTTHN', 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', true],
      ['XAC_NHAN_HON_NHAN', 'Giấy xác nhận tình trạng hôn nhân', false],
      CARD,
      OPTIONAL,
    ],
    papers: (_, { card }) => [
      (person) => maritalDeclarationOf(person, MADE_ON),
      (person) => maritalCertificateOf(person, '12/01/2026'),
      (person) => cardOf(person, card),
    ],
  },
  land: {
    procedureCode: '1.012783',
    procedureName: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất',
    expected: [
      ['DON_DE_NGHI_GCN', 'Đơn đề nghị cấp đổi Giấy chứng nhận', true],
      ['SO_DO', 'Sơ đồ, trích đo thửa đất', true],
      CARD,
      OPTIONAL,
    ],
    papers: (_, { card }) => [
      (user) => landApplicationOf(user, MADE_ON),
      (user) => landSketchOf(user),
      (user) => cardOf(user, card),
    ],
  },
} as const satisfies Record<string, Kind>;

interface CasePlan extends Variant {
  readonly name: string;
  readonly kind: keyof typeof KINDS;
  readonly hasSheets: boolean;
  readonly as: Delivery;
  readonly look: CaseFile['look'];
}

const PLANS: readonly CasePlan[] = [
  {
    name: 'birth-grey',
    kind: 'birth',
    card: 'one',
    countsPages: false,
    hasSheets: true,
    as: 'grey',
    look: { dpi: 200, slantDeg: 0.4, grain: 1.2 },
  },
  {
    name: 'business-colour',
    kind: 'business',
    card: 'two',
    countsPages: false,
    hasSheets: true,
    as: 'colour',
    look: { dpi: 200, slantDeg: -0.5, folds: [0.5] },
  },
  {
    name: 'marital-bilevel',
    kind: 'marital',
    card: 'two',
    countsPages: false,
    hasSheets: true,
    as: 'bilevel',
    look: { dpi: 300, slantDeg: 0.2 },
  },
  {
    name: 'land-grey',
    kind: 'land',
    card: 'one',
    countsPages: false,
    hasSheets: true,
    as: 'grey',
    look: { dpi: 200, slantDeg: 0.9, shade: 0.06 },
  },
  {
    name: 'business-stack',
    kind: 'business',
    card: 'one',
    countsPages: true,
    hasSheets: false,
    as: 'grey',
    look: { dpi: 200, slantDeg: -0.8, grain: 1.6 },
  },
  {
    name: 'birth-photo',
    kind: 'birth',
    card: 'two',
    countsPages: false,
    hasSheets: false,
    as: 'photo',
    look: { dpi: 200 },
  },
];

export function listCases(): CaseFile[] {
  return PLANS.map((plan, index) => openCase(plan, index));
}

function openCase(plan: CasePlan, index: number): CaseFile {
  const { name, hasSheets, as, look, countsPages } = plan;
  const kind: Kind = KINDS[plan.kind];
  const applicant = inventPerson(`${name} applicant`, {
    sex: plan.kind === 'birth' ? 'Nam' : index % 2 ? 'Nữ' : 'Nam',
  });
  const spouse = inventPerson(`${name} spouse`, { sex: 'Nữ' });
  const child = {
    name: `${applicant.name.split(' ')[0]} Khánh An`,
    born: '19/05/2026',
    bornInWords: 'Ngày mười chín tháng năm năm hai nghìn không trăm hai mươi sáu',
  };
  const label: DossierLabel = {
    dossierCode: `H${21 + index}.0${index + 1}-260610-00${10 + index}`,
    procedureCode: kind.procedureCode,
    procedureName: kind.procedureName,
    postalItemId: withCheckDigit(`EA9990426${index}`),
    office: { code: `9842${index}0`, name: 'Bưu điện Trung Tâm' },
  };
  const manifest = manifestSchema.parse({
    dossierCode: label.dossierCode,
    procedureCode: label.procedureCode,
    procedureName: label.procedureName,
    expectedDocuments: kind.expected.map(([type, title, required]) => ({ type, name: title, required })),
    declaredApplicant: {
      name: applicant.name,
      idNumber: applicant.citizenId,
      dateOfBirth: applicant.born.split('/').reverse().join('-'),
      address: applicant.residence,
      phone: applicant.phone,
    },
    receivingPostOffice: label.office,
    postalItemId: label.postalItemId,
    receivedOn: RECEIVED_ON,
    scannedWithSheets: hasSheets,
  });
  const [type, title] = OPTIONAL;
  const papers = kind.papers({ spouse, child }, plan);
  return {
    name,
    label,
    applicant,
    manifest,
    hasSheets,
    as,
    look,
    papers,
    otherType: { type, name: title },
    countsPages,
  };
}

/** UPU S10: the check digit of eight figures, and the country. */
export function withCheckDigit(start: string): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = [...start.slice(2)].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 0);
  const rest = 11 - (sum % 11);
  return `${start}${rest === 10 ? 0 : rest === 11 ? 5 : rest}VN`;
}

export async function drawStack(file: CaseFile): Promise<StackSheet[]> {
  const papers = await Promise.all(file.papers.map((draw) => draw(file.applicant)));
  const pages = papers.map((paper, index) => pagesOf(file, paper, index));
  if (!file.hasSheets) return pages.flat();
  const separated = await Promise.all(
    papers.map(async (paper, index) => [await separatorOf(file, index, paper), ...pages[index]!]),
  );
  return [await coverOf(file, papers), await envelopeOf(file), ...separated.flat()];
}

export function pagesOf(file: CaseFile, paper: CasePaper, index: number): StackSheet[] {
  return paper.pages.map(
    (html): StackSheet => ({ kind: 'paper', type: paper.type, paper: index, order: orderOf(file, html) }),
  );
}

export function orderOf({ as, look }: CaseFile, html: string): Order {
  return { html, as, look };
}

export async function separatorOf(
  file: CaseFile,
  paper: number,
  announced: { readonly type: string; readonly name: string },
  change: { readonly label?: DossierLabel; readonly over?: string } = {},
): Promise<StackSheet> {
  const html = await drawSeparator(change.label ?? file.label, {
    ordinal: paper + 1,
    paperType: announced.type,
    paperName: announced.name,
    ...(change.over ? { over: change.over } : {}),
  });
  return { kind: 'separator', paper, type: announced.type, order: orderOf(file, html) };
}

async function coverOf(file: CaseFile, papers: readonly CasePaper[]): Promise<StackSheet> {
  const html = await drawCover({
    ...file.label,
    applicant: file.applicant.name,
    received: '10/06/2026',
    papers: papers.map(({ name }) => name),
  });
  return { kind: 'cover', order: orderOf(file, html) };
}

export async function envelopeOf(
  file: CaseFile,
  postalItemId = file.label.postalItemId,
): Promise<StackSheet> {
  const { applicant, label } = file;
  const html = await drawEnvelope({
    sender: [applicant.name, applicant.residence, applicant.phone],
    recipient: ['Trung tâm Phục vụ hành chính công', `qua ${label.office.name}`],
    postalItemId,
  });
  return { kind: 'envelope', order: orderOf(file, html) };
}
