/** How long and where a paper is valid, where it says so: `Có giá trị đến …`, `Phạm vi hiệu lực: …`. */
import { findLabels } from '../find-labels.ts';
import { date } from '../grammars/dates.ts';
import { text } from '../grammars/texts.ts';
import { compileLabel } from '../label-index.ts';
import { fieldFrom, type ReadField } from '../read-field.ts';
import type { Row } from '../tokens.ts';

const UNTIL = [
  'có giá trị đến hết',
  'có giá trị đến',
  'có giá trị sử dụng đến',
  'có hiệu lực đến hết',
  'có hiệu lực đến',
  'thời hạn hiệu lực đến',
  'thời hạn hiệu lực',
  'giá trị đến',
  'hiệu lực đến',
].map(compileLabel);
const SCOPE = ['phạm vi hiệu lực', 'phạm vi có hiệu lực'].map(compileLabel);
/** Squeezed: what any of these wordings holds, misread letters aside. */
const LIKELY = /GIATR|TRIDEN|HIEU|IUC/;

export function readValidity(rows: readonly Row[]): ReadField[] {
  const likely = rows.filter(({ squeezed }) => LIKELY.test(squeezed));
  const until = likely.flatMap((row) => {
    const [label] = findLabels(row, UNTIL);
    const reading = label && date(row.tokens.slice(label.to));
    return reading ? [fieldFrom('thoiHanHieuLuc', 'date', reading)] : [];
  });
  const scope = likely.flatMap((row) => {
    const label = findLabels(row, SCOPE).find(({ hasColon }) => hasColon);
    const reading = label && text(row.tokens.slice(label.to));
    return reading ? [fieldFrom('phamViHieuLuc', 'text', reading)] : [];
  });
  return [...until.slice(0, 1), ...scope.slice(0, 1)];
}
