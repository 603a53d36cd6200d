/** Looks for the heading of a paper on a page and says which type it names. */
import { compilePhrases, couldStart, matchAnywhere, matchAtStart, type Phrase } from './approximate-match.ts';
import type { PageLine } from './page-lines.ts';

/** A wording in parts: the first stands at the start of a line, each next one within reach behind it. */
export type Heading = readonly (readonly Phrase[])[];

export interface HeadingMatch {
  readonly firstLine: number;
  /** Matched letters less misread ones, twice: longer and cleaner is surer. */
  readonly weight: number;
}

/** Headings stand in the upper half; below it the same words are a mention. */
const LOWEST_TOP = 0.5;
/** A heading runs over at most four lines. */
const LINES = 4;
/** Squeezed letters that may stand between two parts, e.g. the agency or the kind of change. */
const REACH = 70;
/** A line that goes on in small letters for longer than this is a sentence that begins like a heading. */
const LONGEST_REST = 24;
const LISTED = /^\s*([-+•*]|\(?\d{1,2}[.)]|\(?[a-hđ][.)])\s*\S/u;

export function compileHeading(wording: string): Heading {
  return wording.split('…').map((part) => compilePhrases(part.trim()));
}

export function headingLines(lines: readonly PageLine[]): number[] {
  return lines.flatMap((line, index) =>
    line.isHeading && line.top < LOWEST_TOP && !LISTED.test(line.text) ? [index] : [],
  );
}

/** The surest place of the heading among the given lines; null where it stands in none. */
export function findHeading(
  heading: Heading,
  lines: readonly PageLine[],
  candidates: readonly number[],
): HeadingMatch | null {
  let best: HeadingMatch | null = null;
  for (const firstLine of candidates) {
    const weight = weightAt(heading, lines, firstLine);
    if (weight !== null && (best === null || weight > best.weight)) best = { firstLine, weight };
  }
  return best;
}

/** Dozens of headings are tried at the same places. */
const joinedLines = new WeakMap<readonly PageLine[], string[]>();

/** The line and those that a heading may run over, squeezed. */
function textFrom(lines: readonly PageLine[], firstLine: number): string {
  let joined = joinedLines.get(lines);
  if (!joined) joinedLines.set(lines, (joined = []));
  return (joined[firstLine] ??= lines
    .slice(firstLine, firstLine + LINES)
    .map((line) => line.squeezed)
    .join(''));
}

function weightAt(heading: Heading, lines: readonly PageLine[], firstLine: number): number | null {
  const text = textFrom(lines, firstLine);
  const first = heading[0]?.[0];
  if (!first || !couldStart(first, text, 0)) return null;
  const following = lines.slice(firstLine, firstLine + LINES);
  let position = 0;
  let weight = 0;
  for (const [index, part] of heading.entries()) {
    for (const [piece, phrase] of part.entries()) {
      // `GIẤY CHỨNG NH` is near to `giấy chứng sinh`, `GIẤY CHỨNG NHẬN` is not: the last word must end with the wording.
      const isLast = index === heading.length - 1 && piece === part.length - 1;
      const tail = isLast ? (end: number) => lettersToWordEnd(following, position + end) : undefined;
      const isNext = index === 0 || piece > 0;
      const match = isNext
        ? matchAtStart(phrase, text.slice(position), tail)
        : matchAnywhere(phrase, text.slice(position, position + REACH), tail);
      if (!match) return null;
      position += match.end;
      weight += phrase.letters.length - 2 * match.errors;
    }
  }
  return runsOn(following, position) ? null : weight;
}

/** Letters from `position` in the joined lines to the end of the word there. */
function lettersToWordEnd(lines: readonly PageLine[], position: number): number {
  let start = 0;
  for (const line of lines) {
    const end = line.wordEnds.find((wordEnd) => start + wordEnd >= position);
    if (end !== undefined) return start + end - position;
    start += line.squeezed.length;
  }
  return 0;
}

/** Whether the line on which the heading ends continues as running text. */
function runsOn(lines: readonly PageLine[], length: number): boolean {
  let end = 0;
  for (const line of lines) {
    end += line.squeezed.length;
    if (length > end) continue;
    const rest = line.text.slice(
      Math.round((line.text.length * (line.squeezed.length - (end - length))) / line.squeezed.length),
    );
    const small = rest.match(/\p{Ll}/gu)?.length ?? 0;
    return small > LONGEST_REST;
  }
  return false;
}
