/** Repairs what was read where something proves it: a code's grammar, a card's fixed print, the language. */
import type { Line } from '../page-text.ts';
import { repairMarks } from '../vietnamese/repair-marks.ts';
import { restoreCardWordings } from '../vietnamese/restore-card-wordings.ts';
import { splitJoinedWords } from '../vietnamese/split-joined-words.ts';
import { settleRowNumbers } from './row-numbers.ts';
import { settleCardZone } from './settle-card-zone.ts';
import { settleDates } from './settle-dates.ts';
import { settleDocumentNumbers } from './settle-document-numbers.ts';
import { settleDueFigures } from './settle-due-figures.ts';
import { settleEmail } from './settle-email.ts';
import { settleItemNumbers } from './settle-item-numbers.ts';
import { settleListMarks } from './settle-list-marks.ts';
import { settleSquareMetres } from './settle-square-metres.ts';
import { settleZeros } from './settle-zeros.ts';

/** Named in the page text beside the steps of the picture. */
export const REPAIR = 'repair/2';

/** Lines in the same order; every repaired word keeps what was read, and why it was changed. */
export function repairReading(lines: readonly Line[]): Line[] {
  const cards = restoreCardWordings(settleCardZone(lines));
  const rows = settleRowNumbers(settleZeros(cards));
  const figures = settleDocumentNumbers(settleDates(settleDueFigures(rows)));
  const marks = settleListMarks(settleItemNumbers(settleSquareMetres(settleEmail(figures))));
  return repairMarks(splitJoinedWords(marks));
}
