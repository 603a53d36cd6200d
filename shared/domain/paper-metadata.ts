/** The minimum data of a digitised paper (Circular 01/2023/TT-VPCP, article 9), gathered from what was read. */
import { calendarDate } from './codes/calendar-date.ts';
import type { PaperField, PaperType } from './paper.ts';

/** Null where the paper does not say it, or nobody could read it. Dates are ISO 8601. */
export interface PaperMetadata {
  /** Component code of the procedure where one is known, else the paper type. */
  readonly typeCode: string;
  /** Number of the person or organisation that the paper is about. */
  readonly ownerId: string | null;
  readonly name: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly abstract: string;
  /** Last day of validity. */
  readonly validUntil: string | null;
  readonly scope: string | null;
}

/** Fields by which a type of paper says these where the usual names do not. */
export interface MetadataNames {
  readonly number?: string;
  readonly issuedOn?: string;
  readonly validUntil?: string;
  /** Issued by an agency: number, day and issuer belong to it. A citizen's own form has none. */
  readonly isIssued?: boolean;
}

export interface MetadataSource {
  readonly type: PaperType;
  readonly name: string;
  readonly componentCode: string | null;
  readonly fields: readonly PaperField[];
  readonly names: MetadataNames;
  /** Prefixes of the persons of whom the paper's owner is one, likeliest first; empty text for a card's holder. */
  readonly owners: readonly string[];
  /** What the counter typed: stands in where the paper names nobody legibly. */
  readonly declaredId: string | null;
}

const USUAL = {
  number: 'soKyHieu',
  issuedOn: 'ngayBanHanh',
  issuer: 'coQuanBanHanh',
  abstract: ['trichYeuNoiDung', 'trichYeu', 'noiDung'],
  validUntil: 'thoiHanHieuLuc',
  scope: 'phamViHieuLuc',
} as const;
/** A number read with less is asked of a person, and does not become part of a code. */
const SURE = 90;

export function gatherMetadata(source: MetadataSource): PaperMetadata {
  const { type, name, componentCode, fields, names } = source;
  const say = (field: string) => fields.find((each) => each.name === field)?.value ?? null;
  return {
    typeCode: componentCode ?? type,
    ownerId: ownerOf(source),
    name,
    number: say(metadataField(names, 'number')),
    issuedOn: dayOn(fields, names, 'issuedOn')?.day ?? null,
    issuer: say(USUAL.issuer),
    abstract: USUAL.abstract.map(say).find((value) => value !== null) ?? name,
    validUntil: dayOn(fields, names, 'validUntil')?.day ?? null,
    scope: say(USUAL.scope),
  };
}

/** The day by which a paper says when it was issued or ends, with the field that says so; null where none does. */
export function dayOn(
  fields: readonly PaperField[],
  names: MetadataNames,
  part: 'issuedOn' | 'validUntil',
): { readonly day: string; readonly field: PaperField } | null {
  const field = fields.find(({ name }) => name === metadataField(names, part));
  const day = field ? isoDateIn(field.value) : null;
  return field && day !== null ? { day, field } : null;
}

/** Name of the field that says this part. */
export function metadataField(
  names: MetadataNames,
  part: 'number' | 'issuedOn' | 'issuer' | 'validUntil',
): string {
  return part === 'issuer' ? USUAL.issuer : (names[part] ?? USUAL[part]);
}

function ownerOf({ fields, owners, declaredId }: MetadataSource): string | null {
  const read = owners
    .map((prefix) => (prefix === '' ? 'soDinhDanh' : `${prefix}.soDinhDanh`))
    .map((name) => fields.find((field) => field.name === name))
    .find((field) => field !== undefined && /^(\d{9}|\d{12})$/.test(field.value));
  if (read && (read.confidence >= SURE || declaredId === null)) return read.value;
  return declaredId;
}

/** `01/06/2026`, `ngày 01 tháng 06 năm 2026`. */
function isoDateIn(value: string): string | null {
  const [, day, month, year] = /(\d{1,2})\D{1,9}(\d{1,2})\D{1,9}(\d{4})(?!\d)/.exec(value) ?? [];
  return day === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
}

export type MetadataPart = 'ownerId' | 'number' | 'issuedOn' | 'issuer';

/** How sentences call the parts. */
export const METADATA_PARTS: Readonly<Record<MetadataPart, string>> = {
  ownerId: 'số định danh của chủ giấy tờ',
  number: 'số, ký hiệu',
  issuedOn: 'ngày cấp',
  issuer: 'cơ quan cấp',
};

/** The parts that such a paper must have and that nobody could read. */
export function missingMetadata(metadata: PaperMetadata, isIssued: boolean): MetadataPart[] {
  const due: readonly MetadataPart[] = isIssued ? ['ownerId', 'number', 'issuedOn', 'issuer'] : ['ownerId'];
  return due.filter((part) => metadata[part] === null);
}
