/** The subject of an official letter, `V/v …`, under its number (Decree 30/2020/NĐ-CP, annex I, part II, 5). */
import type { FieldReader } from '../field-rule.ts';
import { text } from '../grammars/texts.ts';
import { PageRows } from '../page-rows.ts';
import { fieldFrom } from '../read-field.ts';
import type { Row } from '../tokens.ts';

const OPENS = /^(v\/v|vv|v\/y|về việc)$/iu;
/** Share of a row's height within which the subject goes on. */
const LINE_GAP = 0.9;
const MOST_ROWS = 5;

export function subject(name: string): FieldReader {
  return (rows) => {
    const page = new PageRows(rows);
    const first = rows.find(({ tokens }) => OPENS.test(tokens[0]!.text.replace(/[.:]$/, '')));
    if (!first) return [];
    const taken = [first];
    while (taken.length < MOST_ROWS) {
      const last = taken.at(-1)!;
      const next = page.below(last);
      if (next === null || !continues(first, last, next)) break;
      taken.push(next);
    }
    const reading = text(taken.flatMap(({ tokens }) => tokens));
    return reading ? [fieldFrom(name, 'text', reading)] : [];
  };
}

/** Subjects are centred in their column. */
function continues(first: Row, last: Row, next: Row): boolean {
  const gap = next.box.y - (last.box.y + last.box.height);
  const shift = Math.abs(first.box.x + first.box.width / 2 - (next.box.x + next.box.width / 2));
  return (
    gap < LINE_GAP * last.box.height &&
    shift < 0.2 * first.box.width &&
    next.box.width < 1.2 * first.box.width
  );
}
