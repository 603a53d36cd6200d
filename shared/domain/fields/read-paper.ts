/** Reads the fields of one paper: its form, and what every official paper says of itself. */
import type { ReadPage } from '../group-pages.ts';
import type { PaperType } from '../paper.ts';
import { identityCard } from '../paper-types/identity-card.ts';
import type { CompiledForm } from './compile-form.ts';
import { readCard } from './read-card.ts';
import type { ReadField } from './read-field.ts';
import { readForm } from './read-form.ts';
import { rowsOf } from './tokens.ts';

export function readPaper(
  type: PaperType,
  pages: readonly ReadPage[],
  form: CompiledForm | null,
): ReadField[] {
  if (form === null) return [];
  return type === identityCard.type ? readCard(pages, form) : readForm(rowsOf(pages), form);
}
