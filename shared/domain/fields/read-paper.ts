/** Reads the fields of one paper: its form, and what every official paper says of itself. */
import type { ReadPage } from '../group-pages.ts';
import type { PaperType } from '../paper.ts';
import { identityCard } from '../paper-types/identity-card.ts';
import type { CompiledForm } from './compile-form.ts';
import { readCard } from './read-card.ts';
import type { ReadField } from './read-field.ts';
import { readForm } from './read-form.ts';
import { readPaperData } from './readers/paper-data.ts';
import { readValidity } from './readers/validity.ts';
import { rowsOf } from './tokens.ts';

export function readPaper(
  type: PaperType,
  pages: readonly ReadPage[],
  form: CompiledForm | null,
): ReadField[] {
  if (form !== null && type === identityCard.type) return readCard(pages, form);
  const rows = rowsOf(pages);
  return [...(form === null ? [] : readForm(rows, form)), ...readPaperData(rows), ...readValidity(rows)];
}
