/** Code of a digitised paper (mã kết quả số hóa): the third legal step (Circular 01/2023/TT-VPCP, article 10). */

export interface ResultCodeParts {
  /** Null for an owner without number: that part stays blank, and what tells the paper apart follows. */
  readonly ownerId: string | null;
  /** Code of the component or of the type of result. */
  readonly paperType: string;
  readonly number: string | null;
  /** ISO 8601. */
  readonly issuedOn: string | null;
  readonly dossierCode: string | null;
}

const PLACE = /\{(ownerId|paperType|number|issuedOn|dossierCode)\}/g;

/**
 * The layout is each province's own: the Circular prints it as a picture. Without an owner's number its place stays
 * blank, and the paper's own number and day are put behind: two such papers of one type must not share a code.
 */
export function resultCodeOf(template: string, parts: ResultCodeParts): string {
  const values: Readonly<Record<string, string>> = {
    ownerId: parts.ownerId ?? '',
    paperType: parts.paperType,
    number: plain(parts.number),
    issuedOn: plain(parts.issuedOn),
    dossierCode: parts.dossierCode ?? '',
  };
  const code = template.replace(PLACE, (_, name: string) => values[name]!);
  if (parts.ownerId !== null) return code;
  return [code, plain(parts.number), plain(parts.issuedOn)].filter(Boolean).join('-');
}

/** Numbers of documents hold strokes and Vietnamese capitals. */
function plain(text: string | null): string {
  return (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'D')
    .replace(/[^A-Za-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '');
}
