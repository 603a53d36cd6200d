/** What every official paper says of itself: number, day and place of issue, issuer, subject (Circular 01/2023/TT-VPCP, article 9). */
import { compilePhrases, occurs } from '../../approximate-match.ts';
import { findLabels, isRowHead } from '../find-labels.ts';
import { documentNumber } from '../grammars/codes.ts';
import { text } from '../grammars/texts.ts';
import { compileLabel } from '../label-index.ts';
import { fieldFrom, type ReadField } from '../read-field.ts';
import type { Row } from '../tokens.ts';
import { placeAndDate } from './place-and-date.ts';
import { subject } from './subject.ts';

const STATE = compilePhrases('cộng hòa xã hội chủ nghĩa việt nam');
const NUMBER = ['số'].map(compileLabel);
/** Issuers are named beside the state's name, in capitals, in the uppermost part. */
const LOWEST = 0.25;
const MOST_ISSUER_ROWS = 4;

export function readPaperData(rows: readonly Row[]): ReadField[] {
  const first = rows.filter(({ page }) => page === 0);
  return [
    ...numberOf(first),
    ...placeAndDate('ngayBanHanh')(rows),
    ...issuerOf(first),
    ...subject('trichYeuNoiDung')(first),
  ];
}

function numberOf(rows: readonly Row[]): ReadField[] {
  for (const row of rows) {
    const label = findLabels(row, NUMBER).find(({ from }) => isRowHead(row, from));
    const reading = label && documentNumber(row.tokens.slice(label.to));
    if (reading) return [fieldFrom('soKyHieu', 'documentNumber', reading)];
  }
  return [];
}

/** Citizens' own forms have no issuer: there the state's name stands alone in the middle. */
function issuerOf(rows: readonly Row[]): ReadField[] {
  const state = rows.find((row) => occurs(STATE, row.squeezed));
  if (!state) return [];
  const bottom = Math.max(...rows.map(({ box }) => box.y + box.height));
  const left = rows.filter(
    (row) =>
      row.box.x + row.box.width < state.box.x + state.box.height &&
      row.box.y < Math.min(LOWEST * bottom, state.box.y + 6 * state.box.height),
  );
  const end = left.findIndex(({ tokens }) => !isCapitals(tokens.map((token) => token.text).join('')));
  const issuer = left.slice(0, end < 0 ? MOST_ISSUER_ROWS : Math.min(end, MOST_ISSUER_ROWS));
  const reading = issuer.length > 0 ? text(issuer.flatMap(({ tokens }) => tokens)) : null;
  return reading ? [fieldFrom('coQuanBanHanh', 'text', reading)] : [];
}

function isCapitals(letters: string): boolean {
  return letters === letters.toUpperCase() && /\p{Lu}{3}/u.test(letters) && !/\d/.test(letters);
}
