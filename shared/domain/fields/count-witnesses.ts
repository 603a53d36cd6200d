/** Counts, for each value, the other places of the dossier that say the same. */
import { FITS } from './confidence.ts';
import type { GrammarName } from './grammars/index.ts';
import type { PaperReading } from './paper-reading.ts';
import type { ReadField } from './read-field.ts';

const NUMBERS: ReadonlySet<GrammarName> = new Set([
  'citizenId',
  'phone',
  'date',
  'birthYear',
  'area',
  'longDate',
]);
const WORDS: ReadonlySet<GrammarName> = new Set([
  'personName',
  'place',
  'text',
  'dossierCode',
  'documentNumber',
  'email',
]);
/** Shorter numbers agree by chance. */
const LEAST_DIGITS = 4;
const LEAST_LETTERS = 6;

/** @param known values that no paper of the dossier says, such as the dossier's code. */
export function countWitnesses(papers: readonly PaperReading[], known: readonly string[]): PaperReading[] {
  const places = new Map<string, Set<string>>();
  const add = (key: string, place: string) => places.set(key, (places.get(key) ?? new Set()).add(place));
  for (const { fields } of papers) {
    for (const field of fields) {
      const key = keyOf(field);
      if (key !== null) add(key, placeOf(field));
    }
  }
  for (const value of known) add(value.toLowerCase(), value);
  return papers.map((paper) => ({
    ...paper,
    fields: paper.fields.map((field) => {
      const key = keyOf(field);
      const others = key === null ? 0 : places.get(key)!.size - 1;
      return others === 0 ? field : { ...field, witnesses: field.witnesses + others };
    }),
  }));
}

/** Two fields that take the same words are no witnesses of each other. */
function placeOf({ name, pageId, box }: ReadField): string {
  return box === null ? name : `${pageId} ${Math.round(box.y)}`;
}

function keyOf({ grammar, value, fit }: ReadField): string | null {
  if (fit < FITS) return null;
  if (NUMBERS.has(grammar)) {
    const digits = value.replace(/\D/g, '');
    return digits.length < LEAST_DIGITS ? null : digits;
  }
  return WORDS.has(grammar) && value.length >= LEAST_LETTERS ? value.toLowerCase() : null;
}
