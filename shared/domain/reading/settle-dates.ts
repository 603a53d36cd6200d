/** Puts slashes and names into days of which recognition lost them: `03I06/2028` is 03/06/2028, `ngày 4 thúng 5` of May. */
import { editDistance } from '../approximate-match.ts';
import { calendarDate } from '../codes/calendar-date.ts';
import { foldTones } from '../fold.ts';
import type { Line, Word } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

const STROKES = /^(\d{2})([/Il|])(\d{2})([/Il|])((?:19|20)\d{2})(?!\d)/;

/** Where a day is due a slash may be lost, or read as a figure: a number of ten figures would be as good elsewhere. */
const DUE = /(?:SINH|BIRTH|DEN|EXPIRY|YEAR|CAP|ISSUE|NGAY|HAN)$/;
const SLASH = '[/Il|!01479]';
const LOST_SLASHES = [`${SLASH})(\\d{2})(${SLASH}`, `)(\\d{2})(${SLASH}`, `${SLASH})(\\d{2})(`].map(
  (slashes) => new RegExp(`^(\\d{2})(${slashes})((?:19|20)\\d{2})(?!\\d)`),
);

/** Only where the figures make one day that exists; the words stay where they are and keep what was read. */
export function settleDates(lines: readonly Line[]): Line[] {
  return mapWords(lines, (word, at, words) => {
    const before = foldTones(words[at - 1]?.text ?? '');
    return settleMonth(words, at) ?? settleDay(word, DUE.test(before) ? LOST_SLASHES : [STROKES]);
  });
}

function settleDay(word: Word, patterns: readonly RegExp[]): Word {
  const start = word.text.search(/\d/);
  const read = word.text.slice(Math.max(0, start));
  const days = new Map<string, string>();
  for (const pattern of patterns) {
    const match = pattern.exec(read);
    if (!match) continue;
    const [matched, day, , month, , year] = match;
    if (calendarDate(Number(year), Number(month), Number(day)) === null) continue;
    days.set(`${day}/${month}/${year}`, matched);
  }
  const [found, ...others] = days;
  if (!found || others.length > 0 || found[0] === found[1]) return word;
  return respell(word, word.text.replace(found[1], found[0]));
}

/** Between a day and a month in figures stands `tháng` (Nghị định 30/2020/NĐ-CP, annex I). */
function settleMonth(words: readonly Word[], at: number): Word | null {
  const word = words[at]!;
  const [label, day, , month, year] = words.slice(at - 2, at + 3).map(({ text }) => foldTones(text));
  if (at < 2 || label !== 'NGAY' || year !== 'NAM' || !isFigures(day) || !isFigures(month)) return null;
  const isMisread = word.text !== 'tháng' && editDistance(foldTones(word.text), 'THANG', 1) <= 1;
  return isMisread ? respell(word, 'tháng', 'phrase') : null;
}

function isFigures(text: string | undefined): boolean {
  return /^\d{1,2}$/.test(text ?? '');
}
