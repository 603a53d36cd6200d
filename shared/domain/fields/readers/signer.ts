/** Who signed: the name under the signatory's office at the end of an official paper. */
import { compilePhrases, occurs } from '../../approximate-match.ts';
import { squeeze } from '../../fold.ts';
import { FAMILY_NAMES } from '../../vietnamese/names.ts';
import type { FieldReader } from '../field-rule.ts';
import { isPersonName, personName } from '../grammars/names.ts';
import { fieldFrom, type ReadField } from '../read-field.ts';
import type { Row } from '../tokens.ts';

const OFFICES = (
  'chủ tịch;phó chủ tịch;giám đốc;phó giám đốc;bộ trưởng;thứ trưởng;chủ nhiệm;chánh văn phòng;cục trưởng;vụ trưởng;' +
  'trưởng phòng;phó trưởng phòng;thủ trưởng;hiệu trưởng;trưởng ban;tổng giám đốc;viện trưởng;chi cục trưởng;' +
  'công chức tư pháp - hộ tịch;tm. ủy ban nhân dân;người thực hiện'
)
  .split(';')
  .map(compilePhrases);
/** Longer rows are sentences that mention an office. */
const MOST_WORDS = 8;
/** Signatures stand in the lower part. */
const HIGHEST_TOP = 0.35;

/** What pen strokes are read as: a few letters, much doubted. */
const BLOT = 50;
const STROKES = 2;

/** What a seal over the signature says may look like a name, too. */
const UNKNOWN_FAMILY = 0.6;
const FAMILIES: ReadonlySet<string> = new Set(FAMILY_NAMES.map(({ name }) => squeeze(name)));

export function signer(name: string): FieldReader {
  return (rows) => {
    const lowest = lowestByPage(rows);
    const office = rows.findLast((row) => isOffice(row, lowest.get(row.page)!));
    if (!office) return [];
    const below = rows
      .filter((row) => row.page === office.page && row.box.y > office.box.y && standsUnder(row, office))
      .map(withoutStrokes)
      .filter((row) => isPersonName(row.tokens))
      .sort((a, b) => a.box.y - b.box.y);
    const known = below.find(beginsWithFamilyName);
    const row = known ?? below[0];
    return row ? toField(name, row, known ? 1 : UNKNOWN_FAMILY) : [];
  };
}

function isOffice(row: Row, lowestPx: number): boolean {
  if (row.tokens.length > MOST_WORDS) return false;
  const isLow = row.box.y > HIGHEST_TOP * lowestPx || row.page > 0;
  return isLow && OFFICES.some((phrases) => occurs(phrases, row.squeezed));
}

/** Where the print of each page ends. */
function lowestByPage(rows: readonly Row[]): Map<number, number> {
  const lowest = new Map<number, number>();
  for (const { page, box } of rows) lowest.set(page, Math.max(lowest.get(page) ?? 0, box.y + box.height));
  return lowest;
}

/** A signature runs into the name that is printed under it: what it leaves before the name are blots. */
function withoutStrokes(row: Row): Row {
  const from = row.tokens.findIndex(
    ({ text, confidence }) => /\p{L}{2}/u.test(text) && (confidence >= BLOT || text.length > STROKES),
  );
  return from > 0 ? { ...row, tokens: row.tokens.slice(from) } : row;
}

function standsUnder(row: Row, office: Row): boolean {
  const centre = row.box.x + row.box.width / 2;
  const reach = office.box.width / 2 + 4 * office.box.height;
  return Math.abs(centre - (office.box.x + office.box.width / 2)) < reach;
}

function beginsWithFamilyName({ tokens }: Row): boolean {
  return FAMILIES.has(tokens[0]!.squeezed);
}

function toField(name: string, row: Row, labelled: number): ReadField[] {
  const reading = personName(row.tokens);
  return reading ? [fieldFrom(name, 'personName', reading, labelled)] : [];
}
