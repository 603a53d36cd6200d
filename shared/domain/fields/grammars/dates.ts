/** Dates as forms write them: in figures, in words with figures, with the hour. */
import { compilePhrases, editDistance, occurs } from '../../approximate-match.ts';
import { calendarDate } from '../../codes/calendar-date.ts';
import { repairDigits } from '../../codes/ocr-digits.ts';
import { squeeze } from '../../fold.ts';
import { type Token, textOf, trimValue } from '../tokens.ts';
import type { Grammar, Reading } from './reading.ts';

const FIRST_YEAR = 1880;
const LAST_YEAR = 2120;
/** Figures may be parted by recognition: a date is looked for in so many words. */
const MOST_WORDS = 7;

/** `dd/MM/yyyy`, or the long form where the paper has that. */
export const date: Grammar = (tokens) => longDate(tokens) ?? shortDate(tokens);

/** `ngày 01 tháng 06 năm 2026`, from the word `ngày` on. */
export const longDate: Grammar = (tokens) => {
  const from = tokens.findIndex(({ squeezed }) => squeezed === 'NGAY');
  return from < 0 ? null : readLong(tokens.slice(from));
};

/** `10 giờ 29 phút, ngày 01 tháng 04 năm 2026`. */
export const dateTime: Grammar = (tokens) => {
  const text = textOf(tokens);
  const match =
    /(\d{1,2})\s*(giờ|gio|h|:)\s*(\d{1,2})?\s*(phút|phut|ph|')?,?\s*(ngày\s*)?(\d{1,2}\s*t\S{2,3}ng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/iu.exec(
      text,
    );
  return match ? { value: trimValue(match[0]), tokens, fit: 1 } : date(tokens);
};

/** A year alone, or the date that some forms ask for in its place. */
export const birthYear: Grammar = (tokens) => {
  const full = shortDate(tokens);
  if (full) return full;
  const token = tokens.find(({ text }) =>
    /^[^\p{L}\d]*(1[89]|20)\d{2}[^\p{L}\d]*$/u.test(repairDigits(text)),
  );
  if (!token) return null;
  // What stands beside the year may be a day that nobody could read.
  const isAlone = tokens.every((other) => other === token || !/[\d/]/.test(other.text));
  return { value: trimValue(repairDigits(token.text)), tokens: [token], fit: isAlone ? 1 : 0.3 };
};

const WITHOUT_END = compilePhrases('không thời hạn');

/** End of validity: a day, or the words that there is none. */
export const expiry: Grammar = (tokens) => {
  const day = shortDate(tokens);
  if (day) return day;
  const isWithoutEnd = occurs(WITHOUT_END, tokens.map(({ squeezed }) => squeezed).join(''));
  return isWithoutEnd ? { value: 'Không thời hạn', tokens: tokens.slice(0, 3), fit: 0.9 } : null;
};

function shortDate(tokens: readonly Token[]): Reading | null {
  for (let from = 0; from < tokens.length; from++) {
    if (!/[\d]/.test(tokens[from]!.text)) continue;
    for (let to = from + 1; to <= Math.min(tokens.length, from + MOST_WORDS); to++) {
      const taken = tokens.slice(from, to);
      const read = parseShort(taken.map(({ text }) => text).join(''));
      if (read) return { value: read.value, tokens: taken, fit: read.fit };
    }
  }
  return null;
}

/** Null for what is no day; strokes taken for figures are taken back, where one reading alone is a day. */
function parseShort(raw: string): { value: string; fit: number } | null {
  const text = trimValue(raw);
  const clean = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (clean) return isDay(clean[1]!, clean[3]!, clean[4]!) ? { value: text, fit: 1 } : null;
  const parts = repairDigits(text)
    .replace(/[^\d/.-]/g, '')
    .split(/[/.-]+/)
    .filter((part) => part !== '');
  const digits = parts.join('');
  if (digits.length < 8 || digits.length > 10 || !/[\d]{4}$/.test(digits)) return null;
  const year = digits.slice(-4);
  const rest = digits.slice(0, -4);
  const splits: [string, string][] = [];
  if (rest.length === 4) splits.push([rest.slice(0, 2), rest.slice(2)]);
  if (rest.length === 5) splits.push([rest.slice(0, 2), rest.slice(3)], [rest.slice(0, 2), rest.slice(2, 4)]);
  if (rest.length === 6) splits.push([rest.slice(0, 2), rest.slice(3, 5)]);
  const days = splits.filter(([day, month]) => isDay(day, month, year));
  const [found] = parts.length === 2 ? days : days;
  if (!found) return null;
  return { value: `${found[0]}/${found[1]}/${year}`, fit: days.length === 1 ? 0.8 : 0.5 };
}

function isDay(day: string, month: string, year: string): boolean {
  const inRange = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return inRange && calendarDate(Number(year), Number(month), Number(day)) !== null;
}

function readLong(tokens: readonly Token[]): Reading | null {
  const words = tokens.map((token) => ({ token, figure: figureOf(token.text) }));
  // Between figures it is no other word: `thúng`.
  const month = words.findIndex(({ token }) => editDistance(token.squeezed, 'THANG', 1) <= 1);
  const year = words.findIndex(({ token }, index) => index > month && token.squeezed === squeeze('năm'));
  const last = words.findIndex(({ figure }, index) => index > year && /^\d{4}$/.test(figure));
  const day = words.find(({ figure }, index) => index < month && figure !== '');
  const monthFigure = words.find(({ figure }, index) => index > month && index < year && figure !== '');
  if (month < 1 || year < 0 || last < 0 || last > 8 || !day || !monthFigure) return null;
  if (!isDay(day.figure, monthFigure.figure, words[last]!.figure)) return null;
  const taken = tokens.slice(0, last + 1);
  return {
    value: `ngày ${day.figure} tháng ${monthFigure.figure} năm ${words[last]!.figure}`,
    tokens: taken,
    fit: 1,
  };
}

function figureOf(text: string): string {
  const trimmed = trimValue(text);
  const repaired = repairDigits(trimmed);
  return /^\d{1,4}$/.test(repaired) && /\d/.test(trimmed) ? repaired : '';
}
