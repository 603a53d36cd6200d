/** The day on which a paper was made out: `Cà Mau, ngày 23 tháng 05 năm 2026` at its head or above its signature. */
import type { FieldReader } from '../field-rule.ts';
import { longDate } from '../grammars/dates.ts';
import { PageRows } from '../page-rows.ts';
import { fieldFrom } from '../read-field.ts';
import type { Row } from '../tokens.ts';

/** A longer row is a sentence with a date in it. */
const MOST_WORDS = 14;

export function placeAndDate(name: string): FieldReader {
  return (rows) => {
    const page = new PageRows(rows);
    for (const row of rows) {
      const day = row.tokens.findIndex(({ squeezed }) => squeezed === 'NGAY');
      if (day < 0 || day > 8 || row.tokens.length > MOST_WORDS || !standsAlone(row, day)) continue;
      const reading = longDate(row.tokens) ?? longDate([...row.tokens, ...(page.below(row)?.tokens ?? [])]);
      if (reading) return [fieldFrom(name, 'longDate', reading)];
    }
    return [];
  };
}

/** A place with its comma, or nothing, stands before the day; and nothing behind the year. */
function standsAlone(row: Row, day: number): boolean {
  const before = row.tokens[day - 1]?.text;
  const behind = row.tokens.slice(day + 6).filter(({ text }) => /\p{L}/u.test(text));
  return (before === undefined || before.endsWith(',')) && behind.length === 0;
}
