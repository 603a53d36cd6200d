/** Finds the numbers of a table's rows, one under the other and rising, which prove what a thin or spoilt one must be. */
import type { Line, Word } from '../page-text.ts';
import { mapWords, respell } from './respell.ts';

const NUMBER = /^\d{1,3}(?=[.)]?$)/;
const FEWEST_ROWS = 4;
/** Rows between two that were read. */
const LARGEST_STEP = 3;
/** Thin or spoilt figures; `4A`, `7,5` and `II` are what they are. */
const MISREAD = /^(?!I+$)[\dIlJÏ|!\][oóOSB§]{1,3}[.)]?$/u;
const DOUBTED = 90;

/** Numbers that stand in such a column beside one that they follow or that follows them. */
export function findRowNumbers(lines: readonly Line[]): ReadonlySet<Word> {
  return new Set(
    findColumns(lines).flatMap((column) =>
      column.filter((word, at) => follows(column[at - 1], word) || follows(word, column[at + 1])),
    ),
  );
}

/** Words keep what was read; only what stands alone between the numbers before and behind it is changed. */
export function settleRowNumbers(lines: readonly Line[]): Line[] {
  const settled = new Map<Word, Word>();
  for (const column of findColumns(lines)) {
    column.slice(1).forEach((below, at) => {
      const above = column[at]!;
      if (numberOf(below) - numberOf(above) !== 2) return;
      const between = lines.flatMap(({ words }) =>
        words.filter(
          (word) => isInColumn(word, above) && word.box.y > above.box.y && word.box.y < below.box.y,
        ),
      );
      const [word, ...others] = between;
      if (!word || others.length > 0 || !MISREAD.test(word.text) || word.confidence >= DOUBTED) return;
      const isSequence =
        numberOf(above) - numberOf(column[at - 1] ?? below) === 1 ||
        numberOf(column[at + 2] ?? above) - numberOf(below) === 1;
      if (!isSequence) return;
      const [ending, other] = [above, below].map(({ text }) => text.replace(NUMBER, ''));
      const text = `${numberOf(above) + 1}${ending === other ? ending : ''}`;
      settled.set(word, respell(word, text));
    });
  }
  return mapWords(lines, (word) => settled.get(word) ?? word);
}

function findColumns(lines: readonly Line[]): Word[][] {
  const columns: Word[][] = [];
  const numbers = lines.flatMap(({ words }) => words.filter(({ text }) => NUMBER.test(text)));
  for (const word of numbers.sort((a, b) => a.box.y - b.box.y)) {
    const column = columns.find((other) => isInColumn(word, other.at(-1)!));
    if (column) column.push(word);
    else columns.push([word]);
  }
  return columns.filter((column) => {
    const links = column.filter((word, at) => follows(column[at - 1], word));
    return links.length + 1 >= FEWEST_ROWS;
  });
}

function isInColumn({ box }: Word, { box: other }: Word): boolean {
  const apart = Math.abs(box.x + box.width / 2 - other.x - other.width / 2);
  return apart < Math.min(box.height, other.height);
}

function follows(above: Word | undefined, below: Word | undefined): boolean {
  if (!above || !below) return false;
  const step = numberOf(below) - numberOf(above);
  return step >= 1 && step <= LARGEST_STEP;
}

function numberOf({ text }: Word): number {
  return Number.parseInt(text, 10);
}
