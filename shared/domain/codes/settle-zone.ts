/** Settles what a card's machine-readable zone says, where its own grammar and check digits leave one reading. */
import { parseCitizenId } from './citizen-id.ts';
import { checkDigit } from './machine-readable-zone.ts';
import { foldCapitals, listDateReadings, listNumberReadings, type ZoneReading } from './zone-readings.ts';

const WIDTH = 30;
const SHORTEST = 20;
const LONGEST = 36;
const MOST_ERRORS = 3.7;
const MOST_ERRORS_OF_BOTH = 5.5;
/** Another reading nearer than this leaves it open. */
const LEAST_LEAD = 0.7;
const COMPOSITE_DIFFERS = 2;
const HOLDER_DIFFERS = 2;
/** A line of dates that the number above it does not confirm. */
const LEAD_ALONE = 1.2;
/** Readings beyond this many are never the right one. */
const MOST_READINGS = 12;
/** Fillers and what recognition makes of some of them. */
const FILLERS = /<{2,}(?:[SKLCEG]<+)*$/;

/**
 * For each line the text that it must have, or null for what is no such line or stays open (ICAO 9303 part 5, TD1; the
 * citizen's number is given twice, the last digit of the second line is computed over both, and the
 * number says year of birth and sex).
 * @param lines as recognized, in any order; blanks do not count
 */
export function settleZone(lines: readonly string[]): (string | null)[] {
  const dense = lines.map((line) =>
    line
      .replace(/\s+/g, '')
      .toUpperCase()
      .replace(/[«‹]/g, '<<')
      .replace(/^[^A-Za-zÀ-ỹ\d<]+|[^A-Za-zÀ-ỹ\d<]+$/gu, ''),
  );
  const mayBeZone = (line: string) =>
    line.length >= SHORTEST && line.length <= LONGEST && line.includes('<<');
  const judged = new Set<number>();
  const settled: (string | null)[] = dense.map((line) => (mayBeZone(line) ? settleName(line) : null));
  dense.forEach((line, at) => {
    if (!mayBeZone(line)) return;
    const numbers = nearest(listNumberReadings(line));
    if (numbers.length === 0) return;
    // The line of dates stands under the line of the number.
    const under = dense.findIndex((other, i) => i > at && i <= at + 2 && mayBeZone(other) && isDates(other));
    const dates = under < 0 ? null : listDateReadings(dense[under]!);
    const pair = settlePair(numbers, dates ? nearest(dates.readings) : [], dates?.last ?? '');
    settled[at] = pair.number;
    if (under < 0) return;
    judged.add(under);
    settled[under] = pair.dates;
  });
  dense.forEach((line, at) => {
    if (settled[at] !== null || judged.has(at) || !mayBeZone(line)) return;
    const { readings, last } = listDateReadings(line);
    const known = decide(nearest(readings), MOST_ERRORS, LEAD_ALONE);
    settled[at] = known && last !== '' ? known.line + last : null;
  });
  return settled;
}

function isDates(line: string): boolean {
  return listDateReadings(line).readings.length > 0;
}

function nearest(readings: readonly ZoneReading[]): ZoneReading[] {
  return readings.toSorted((a, b) => a.errors - b.errors).slice(0, MOST_READINGS);
}

/** Both lines together, for the digit at the end of the second speaks of both; each alone where that leaves it open. */
function settlePair(
  numbers: readonly ZoneReading[],
  dates: readonly ZoneReading[],
  last: string,
): { number: string | null; dates: string | null } {
  const pairs = numbers.flatMap((number) =>
    dates.map((date) => {
      const composite = compositeOf(number.line, date.line);
      const differs = last !== '' && last !== composite;
      const errors =
        number.errors +
        date.errors +
        (differs ? COMPOSITE_DIFFERS : 0) +
        (isSameHolder(number.line, date.line) ? 0 : HOLDER_DIFFERS);
      return { line: '', errors, number: number.line, dates: date.line + (last === '' ? composite : last) };
    }),
  );
  const pair = decide(nearest(pairs) as typeof pairs, MOST_ERRORS_OF_BOTH);
  if (pair) return pair;
  const number = decide(numbers)?.line ?? null;
  const date = decide(dates, MOST_ERRORS, LEAD_ALONE);
  const isContradicted = number !== null && date !== null && !isSameHolder(number, date.line);
  return { number, dates: date && last !== '' && !isContradicted ? date.line + last : null };
}

/** ICAO 9303 part 5, 4.2.4: positions 6-30 of the first line, 1-7, 9-15 and 19-29 of the second. */
function compositeOf(number: string, dates: string): string {
  return String(checkDigit(number.slice(5) + dates.slice(0, 7) + dates.slice(8, 15) + dates.slice(18, 29)));
}

/** The citizen's number says year of birth and sex too. */
function isSameHolder(number: string, dates: string): boolean {
  const citizen = parseCitizenId(number.slice(15, 27));
  const sex = dates[7] === 'M' ? 'male' : 'female';
  return citizen?.sex === sex && citizen.birthYear % 100 === Number(dates.slice(0, 2));
}

/** The nearest reading, if it is near and no other is nearly as near. */
function decide<R extends ZoneReading>(
  sorted: readonly R[],
  mostErrors = MOST_ERRORS,
  lead = LEAST_LEAD,
): R | null {
  const [best, next] = sorted;
  if (!best || best.errors > mostErrors) return null;
  return next && next.errors - best.errors < lead ? null : best;
}

/** Names are letters alone: a figure is the letter that looks like it, and a letter with a mark stands for none. */
function settleName(read: string): string | null {
  const body = read.replace(FILLERS, '');
  if (body === read || !/^[\p{L}01<]+$/u.test(body)) return null;
  const isTooLong = read.length > WIDTH;
  const letters = foldCapitals(isTooLong ? body.replace(/[^A-Z01<]/g, '') : body)
    .replaceAll('0', 'O')
    .replaceAll('1', 'I');
  if (!/^[A-Z]+<<[A-Z]+(<[A-Z]+)*$/.test(letters) || letters.length > WIDTH - 2) return null;
  return letters.padEnd(WIDTH, '<');
}
