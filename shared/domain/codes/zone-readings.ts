/** Lists what a misread line of a card's machine-readable zone may say, each with how much must have been misread. */
import { calendarDate } from './calendar-date.ts';
import { parseCitizenId } from './citizen-id.ts';
import { zoneLineOfNumber } from './machine-readable-lines.ts';
import { checkDigit } from './machine-readable-zone.ts';
import { repairDigits } from './ocr-digits.ts';

export interface ZoneReading {
  /** Thirty characters; of the line of dates the last one is left out. */
  readonly line: string;
  /** About one for each character misread, less for figures that look alike. */
  readonly errors: number;
}

/** Figures that are taken for one another in the type of such lines, whose zeros often carry a dot. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': '968',
  '1': '7',
  '3': '8',
  '5': '6',
  '6': '058',
  '7': '1',
  '8': '3960',
  '9': '08',
};
const ALIKE = 0.6;
const UNLIKE = 1.4;
const LAST_DIGIT_DIFFERS = 1;
/** Cards without end of validity. */
const NEVER = '991231';
const NUMBER_LINE = /^[A-Za-zÀ-ỹ\d<]{0,3}VN[MHN]([A-Za-zÀ-ỹ\d]{18,25})<+([A-Za-zÀ-ỹ\d]*)$/u;
const DATE_LINE =
  /^([A-Za-zÀ-ỹ\d]{7,8})([MF])([A-Za-zÀ-ỹ\d]{7,8})VN[MHN]<+[A-Za-zÀ-ỹ<]*?([\dOQDIZSGB]{0,2})$/u;
const MOST_DIFFERENT_FIGURES = 6;

/**
 * `IDVNM`, the last nine figures of the citizen's number, their check digit, all twelve, two fillers and a digit:
 * what is given twice confirms itself.
 */
export function listNumberReadings(read: string): ZoneReading[] {
  const match = NUMBER_LINE.exec(read);
  const figures = repairDigits(foldCapitals(match?.[1] ?? ''));
  if (!match || !/^\d+$/.test(figures)) return [];
  const last = repairDigits(match[2]!);
  return listIds(figures).map((id) => {
    const line = zoneLineOfNumber(id);
    const errors = countMisread(figures, line.slice(5, 27));
    if (!/^\d$/.test(last) || line.endsWith(last)) return { line, errors };
    // What the last digit is computed over is not the same on all cards.
    return { line: line.slice(0, -1) + last, errors: errors + LAST_DIGIT_DIFFERS };
  });
}

/** Day of birth, sex, end of validity, each day with its check digit; a card ends on a birthday or never. */
export function listDateReadings(read: string): { readings: ZoneReading[]; last: string } {
  const match = DATE_LINE.exec(read);
  if (!match) return { readings: [], last: '' };
  const asRead = repairDigits(match[1]! + match[3]!);
  const ends = listDays(match[3]!);
  const readings = listDays(match[1]!).flatMap((birth) =>
    ends
      .filter((end) => end.startsWith(NEVER) || end.slice(2, 6) === birth.slice(2, 6))
      .map((end) => ({
        line: `${birth}${match[2]}${end}VNM`.padEnd(29, '<'),
        errors: countMisread(asRead, birth + end),
      })),
  );
  return { readings, last: repairDigits(match[4]!).slice(0, 1) };
}

/** Citizen numbers of known provinces that either of the two places shows, or a mixture, but for look-alikes. */
function listIds(figures: string): string[] {
  const [head, serial] = [figures.slice(0, 9), figures.slice(-9)];
  const serials = new Set([...vary(head), ...vary(serial), ...mix(head, serial)]);
  // A figure too many or too few in front of the place, or behind it, moves it.
  const places = [figures.slice(10, 13), figures.slice(-12, -9), figures.slice(-13, -10)];
  return [...new Set(places.flatMap(vary))]
    .filter((place) => parseCitizenId(`${place}000000000`)?.isKnownProvince)
    .flatMap((place) => [...serials].map((each) => place + each));
}

/** Every reading that takes each figure from one of both. */
function mix(a: string, b: string): string[] {
  const apart = [...a].filter((figure, i) => figure !== b[i]).length;
  if (apart > MOST_DIFFERENT_FIGURES) return [];
  return [...a].reduce<string[]>(
    (heads, figure, i) =>
      heads.flatMap((head) => (figure === b[i] ? [head + figure] : [head + figure, head + b[i]])),
    [''],
  );
}

/** The figures themselves, with up to two of them exchanged for look-alikes, and with any nines for zeros. */
function vary(figures: string): string[] {
  const once = exchange(figures);
  return [
    ...new Set([figures, ...once, ...once.flatMap(exchange), ...mix(figures, figures.replaceAll('9', '0'))]),
  ];
}

function exchange(figures: string): string[] {
  return [...figures].flatMap((figure, i) =>
    [...(LOOKS_LIKE[figure] ?? '')].map((other) => figures.slice(0, i) + other + figures.slice(i + 1)),
  );
}

/** `yymmdd` and check digit, of days that exist. */
function listDays(read: string): string[] {
  const figures = repairDigits(read);
  if (!/^\d{7,8}$/.test(figures)) return [];
  const sevens =
    figures.length === 7 ? [figures] : [...figures].map((_, i) => figures.slice(0, i) + figures.slice(i + 1));
  return [...new Set(sevens.flatMap(vary))].filter(
    (day) => isCalendarDay(day) && checkDigit(day.slice(0, 6)) === Number(day[6]),
  );
}

function isCalendarDay(yymmdd: string): boolean {
  const [year, month, day] = [0, 2, 4].map((at) => Number(yymmdd.slice(at, at + 2)));
  return [1900, 2000].some((century) => calendarDate(century + year!, month!, day!) !== null);
}

/** Levenshtein distance in which look-alikes count less and other figures more. */
function countMisread(read: string, printed: string): number {
  let row = Array.from({ length: printed.length + 1 }, (_, i) => i);
  for (let i = 1; i <= read.length; i++) {
    const next = [i];
    for (let j = 1; j <= printed.length; j++) {
      const [seen, meant] = [read[i - 1]!, printed[j - 1]!];
      const replaced = seen === meant ? 0 : LOOKS_LIKE[seen]?.includes(meant) ? ALIKE : UNLIKE;
      next.push(Math.min(row[j - 1]! + replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[printed.length]!;
}

export function foldCapitals(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('Đ', 'D');
}
