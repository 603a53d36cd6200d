/** Chooses word by word between two readings of one line: the page's, and that of the line by itself. */
import { calendarDate } from '../codes/calendar-date.ts';
import { parseCitizenId } from '../codes/citizen-id.ts';
import { parseDossierCode } from '../codes/dossier-code.ts';
import { isEmailAddress } from '../codes/email-address.ts';
import { isS10 } from '../codes/postal-item-id.ts';
import type { Word } from '../page-text.ts';
import { isDueFigure } from './due-figures.ts';

/** Of the narrower of two words: those of the two readings that overlap by more tell of the same ink. */
const SAME_INK = 0.35;
/** A word read anew is taken when it is so much surer, and so sure at least. */
const LEAST_GAIN = 5;
const LEAST_SURE = 70;
/** By so much surer where figures would be lost: a thin 1 passes for a stroke. */
const GAIN_FOR_FIGURES = 40;
/** By this factor surer in all: the first reading missed the line or most of it. */
const MISSED = 1.4;
/** What is less sure than this tells nothing of a line. */
const NOISE = 40;
const DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** Words of the first reading, and what stands in their place; nothing before where the first read nothing at all. */
export interface Replacement {
  readonly before: readonly Word[];
  readonly after: readonly Word[];
}

/** Both readings of one line, boxes in the same pixels. @returns what of the first is to be replaced, nothing twice */
export function chooseReading(first: readonly Word[], second: readonly Word[]): Replacement[] {
  const groups = alignWords(first, second);
  if (countSureness(second) > countSureness(first) * MISSED) {
    const after = groups.flatMap((group) =>
      isSurer(group, { by: 0, least: 0 }) ? group.after : group.before,
    );
    return [{ before: first, after }];
  }
  return groups.filter((group) => {
    if (group.before.length === 0)
      return group.after.some((word) => isDueFigure(second, second.indexOf(word)));
    return group.after.length > 0 && isSurer(group, { by: LEAST_GAIN, least: LEAST_SURE });
  });
}

function isSurer(
  { before, after }: Replacement,
  needed: { readonly by: number; readonly least: number },
): boolean {
  const [was, is] = [textOf(before), textOf(after)];
  const gain = measureSureness(after) - measureSureness(before);
  // Read alike twice, the word is as sure as the surer of both.
  if (was === is) return gain > needed.by;
  if (isWellFormed(was) !== isWellFormed(is)) return isWellFormed(is);
  // Read small, the upper dot of a colon is lost; none is seen where none is.
  if (was.endsWith(':') && is.replace(/[.,;]$/, '') === was.slice(0, -1)) return false;
  const least = countFigures(is) < countFigures(was) ? Math.max(needed.by, GAIN_FOR_FIGURES) : needed.by;
  return gain > least && measureSureness(after) >= needed.least;
}

function countFigures(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}

/** What keeps to a grammar of figures was hardly read so by mistake. */
function isWellFormed(text: string): boolean {
  const bare = text
    .replace(/[.,;:)]+$/, '')
    .replace(/^[O\d/.-]+$/, (figures) => figures.replaceAll('O', '0'));
  const date = DATE.exec(bare);
  if (date) return calendarDate(Number(date[3]), Number(date[2]), Number(date[1])) !== null;
  return (
    isEmailAddress(bare) || parseCitizenId(bare) !== null || isS10(bare) || parseDossierCode(bare) !== null
  );
}

function countSureness(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length * Math.max(0, word.confidence - NOISE), 0);
}

/** Mean confidence, by length; 0 of nothing. */
function measureSureness(words: readonly Word[]): number {
  const length = words.reduce((sum, word) => sum + word.text.length, 0);
  return words.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / Math.max(1, length);
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/** Words of both readings in groups that stand on the same ink, however either parted it. */
function alignWords(first: readonly Word[], second: readonly Word[]): Replacement[] {
  const groups: { before: Word[]; after: Word[]; right: number; narrowest: number }[] = [];
  const words = [
    ...first.map((word) => ({ word, isFirst: true })),
    ...second.map((word) => ({ word, isFirst: false })),
  ].sort((a, b) => a.word.box.x - b.word.box.x);
  for (const { word, isFirst } of words) {
    const { x, width } = word.box;
    let group = groups.at(-1);
    if (!group || group.right - x <= SAME_INK * Math.min(width, group.narrowest)) {
      group = { before: [], after: [], right: x + width, narrowest: width };
      groups.push(group);
    }
    group.right = Math.max(group.right, x + width);
    group.narrowest = Math.min(group.narrowest, width);
    (isFirst ? group.before : group.after).push(word);
  }
  return groups;
}
