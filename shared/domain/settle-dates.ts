/** Puts slashes into days of which recognition took them for strokes: `03I06/2028` is 03/06/2028. */
import { calendarDate } from './codes/calendar-date.ts';
import { foldTones } from './fold.ts';
import type { Line, Word } from './page-text.ts';

const STROKES = /(?<!\d)(\d{2})([/Il|])(\d{2})([/Il|])((?:19|20)\d{2})(?!\d)/;

/** Ones stand for strokes as well where a day is due: a number of ten figures would be as good elsewhere. */
const DUE = /(?:SINH|BIRTH|DEN|EXPIRY|YEAR|CAP|ISSUE|NGAY|HAN)$/;
const ONES = /^(\d{2})([/Il|1!])(\d{2})([/Il|1!])((?:19|20)\d{2})(?!\d)/;

/** Only where the figures make a day that exists; the words stay where they are and keep what was read. */
export function settleDates(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const words = line.words.map((word, i) => {
      const before = foldTones(line.words[i - 1]?.text ?? '');
      return settleDate(word, DUE.test(before) ? ONES : STROKES);
    });
    return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
  });
}

function settleDate(word: Word, pattern: RegExp): Word {
  const match = pattern.exec(word.text);
  if (!match || (match[2] === '/' && match[4] === '/')) return word;
  const [read, day, , month, , year] = match;
  if (calendarDate(Number(year), Number(month), Number(day)) === null) return word;
  const text = word.text.replace(read, `${day}/${month}/${year}`);
  return { ...word, text, original: word.original ?? word.text, repair: 'code' };
}
