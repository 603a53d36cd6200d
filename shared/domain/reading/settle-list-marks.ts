/** Reads the signs of a list by the list: `-Lưu:` is `- Lưu:`, and an item among others that end in `;` has no `:` there. */
import type { Line } from '../page-text.ts';
import { lineOfWords } from './line-segments.ts';
import { partWord, respell } from './respell.ts';

const JOINED_DASH = /^-(?=\p{L}{2})/u;
const FEWEST_ITEMS = 3;

/** Words keep what was read. Only lists under a line such as `Nơi nhận:`; the last item may end as it likes. */
export function settleListMarks(lines: readonly Line[]): Line[] {
  const parted = lines.map(partDash);
  const settled: Line[] = [];
  for (let from = 0; from < parted.length; ) {
    let to = from + 1;
    while (to < parted.length && areItems(parted[from]!, parted[to]!)) to++;
    const isIntroduced = from > 0 && endOf(parted[from - 1]!) === ':';
    const items = parted.slice(from, to);
    settled.push(...(isIntroduced ? settleEnds(items) : items));
    from = to;
  }
  return settled;
}

function partDash(line: Line): Line {
  const [first, ...others] = line.words;
  if (!first || !JOINED_DASH.test(first.text)) return line;
  return lineOfWords([...partWord(first, 1, 'context'), ...others]);
}

/** One under the other, each behind its dash. */
function areItems(a: Line, b: Line): boolean {
  const areDashes = [a, b].every(({ words }) => words[0]?.text === '-' && words.length > 1);
  return areDashes && Math.abs(a.box.x - b.box.x) < Math.min(a.box.height, b.box.height);
}

function settleEnds(items: readonly Line[]): Line[] {
  const ends = items.slice(0, -1).map(endOf);
  const usual = ends.filter((end) => end === ';').length;
  const areLabelled = items
    .slice(0, -1)
    .some(({ words }) => words.slice(0, -1).some(({ text }) => text.endsWith(':')));
  if (items.length < FEWEST_ITEMS || usual * 2 < ends.length || areLabelled) return [...items];
  return items.map((line, at) => {
    if (at === items.length - 1 || endOf(line) !== ':') return line;
    const last = line.words.at(-1)!;
    const word = respell(last, `${last.text.slice(0, -1)};`, 'context');
    return { ...line, words: [...line.words.slice(0, -1), word] };
  });
}

function endOf({ words }: Line): string {
  return words.at(-1)?.text.slice(-1) ?? '';
}
