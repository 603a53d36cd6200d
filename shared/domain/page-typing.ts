/** Says what a page is by itself: a sheet, a blank, or a page of a paper whose type its codes or print tell. */
import { matchAnywhere } from './approximate-match.ts';
import { findHeading, headingLines } from './heading-match.ts';
import { cardSideOf } from './identity-card-sides.ts';
import { type OfficialFrame, readOfficialFrame } from './official-letter-signs.ts';
import type { PageFacts, PageQuality } from './page.ts';
import { linesOf, type PageLine, squeezedText } from './page-lines.ts';
import { type PageNumbering, readPageNumbering } from './page-numbering.ts';
import type { PageText } from './page-text.ts';
import type { PageType, PaperType } from './paper.ts';
import type { Catalogue, CompiledType } from './paper-types/compiled-types.ts';
import { identityCard } from './paper-types/identity-card.ts';
import { officialLetter } from './paper-types/official-letter.ts';
import { hasSecretMarking } from './secret-marking.ts';
import { readSheet, type Sheet } from './sheets.ts';

/** How a page names its type, surest first. */
export type Evidence = 'card' | 'heading' | 'frame' | 'marks';

export interface OwnType {
  readonly type: PaperType;
  readonly pageType: PageType;
  readonly name: string;
  readonly by: Evidence;
}

export interface PageSigns {
  readonly lines: readonly PageLine[];
  readonly isBlank: boolean;
  /** Bears a mark of state secret. */
  readonly isSecret: boolean;
  /** Whether its silence says something: on a page that can hardly be read a heading may have gone unread. */
  readonly isLegible: boolean;
  readonly sheet: Sheet | null;
  /** Null where the page itself does not say. */
  readonly own: OwnType | null;
  readonly hasLetterhead: boolean;
  readonly numbering: PageNumbering | null;
}

/** Signs of a page that is not read yet, or never will be. */
const NOTHING: PageSigns = {
  lines: [],
  isBlank: false,
  isSecret: false,
  isLegible: false,
  sheet: null,
  own: null,
  hasLetterhead: false,
  numbering: null,
};
/** Words of three letters and more that the engine is sure of: fewer are guesses at a smear. */
const LEGIBLE_WORDS = 4;
const SURE = 75;
/** Letters and digits that recognition invents on an empty page at most. */
const MOST_SPECKS = 12;
const MARKS_WITH_OPENING = 2;
/** Without any heading, so many marks of one type, and so many more than of any other. */
const MARKS_ALONE = 3;
const MARKS_AHEAD = 2;
/** On drawings and last pages, which say little, one less of each will do. */
const FEW_WORDS = 80;
/** Marks of another type that outweigh a heading whose own type has none: the first line of its heading was lost. */
const MARKS_AGAINST_HEADING = 4;
const LETTER_SIGNS = 3;

export function readPageSigns(
  page: Pick<PageFacts, 'text' | 'quality' | 'secret'>,
  catalogue: Catalogue,
): PageSigns {
  if (page.secret) return { ...NOTHING, isSecret: true };
  if (page.text === null) return { ...NOTHING, isBlank: page.quality.blank };
  const lines = linesOf(page.text);
  const { codes } = page.text;
  const specks = lines.reduce((sum, line) => sum + line.squeezed.length, 0);
  if (page.quality.blank && codes.length === 0 && specks <= MOST_SPECKS) return { ...NOTHING, isBlank: true };

  const sheet = readSheet(lines, codes);
  const frame = readOfficialFrame(lines);
  const side = sheet === null ? cardSideOf(lines, codes) : null;
  const own: OwnType | null =
    side !== null
      ? { type: identityCard.type, pageType: side, name: identityCard.name, by: 'card' }
      : sheet === null
        ? ownTypeOf(lines, frame, catalogue)
        : null;
  return {
    lines,
    isBlank: false,
    isSecret: sheet === null && hasSecretMarking(page.text),
    isLegible: isLegible(page.quality, page.text),
    sheet,
    own,
    hasLetterhead: frame.hasLetterhead,
    numbering: readPageNumbering(lines),
  };
}

function isLegible({ blurry, dark, cutOff }: PageQuality, { lines }: PageText): boolean {
  if (blurry || dark || cutOff) return false;
  const words = lines.flatMap((line) => line.words);
  const sure = words.filter((word) => word.confidence >= SURE && /\p{L}{3}/u.test(word.text));
  return sure.length >= LEGIBLE_WORDS;
}

/** Asked again and again of the same page. */
const markCounts = new WeakMap<readonly PageLine[], Map<CompiledType, number>>();

/** Letters between the ends of two marks, below which both were found in the same words: `về kinh doanh` is near to many. */
const SAME_WORDS = 5;

/** How many of the type's marks the page prints. */
export function countMarks(lines: readonly PageLine[], type: CompiledType): number {
  const counts = markCounts.get(lines) ?? new Map<CompiledType, number>();
  markCounts.set(lines, counts);
  const known = counts.get(type);
  if (known !== undefined) return known;
  const text = squeezedText(lines);
  const ends = type.marks
    .map((phrases) => phrases.map((phrase) => matchAnywhere(phrase, text)))
    .filter((matches) => matches.every((match) => match !== null))
    .map((matches) => matches.at(-1)!.end)
    .sort((a, b) => a - b);
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const end of ends) {
    if (end - last < SAME_WORDS) continue;
    last = end;
    count++;
  }
  counts.set(type, count);
  return count;
}

function ownTypeOf(lines: readonly PageLine[], frame: OfficialFrame, catalogue: Catalogue): OwnType | null {
  const named = typeByTitle(lines, catalogue) ?? typeByOpening(lines, frame, catalogue);
  if (named) return ownType(named, 'heading');
  const marked = typeByMarks(lines, catalogue);
  const letter = catalogue.find((rule) => rule.type === officialLetter.type);
  if (letter && isLetter(frame, marked?.marks ?? 0)) {
    return ownType(letter, 'frame');
  }
  return marked ? ownType(marked.rule, 'marks') : null;
}

/** Without the state's name at its head all four signs are needed. */
function isLetter({ hasLetterhead, letterSigns }: OfficialFrame, marksOfOthers: number): boolean {
  return letterSigns >= Math.max(LETTER_SIGNS + (hasLetterhead ? 0 : 1), marksOfOthers);
}

function ownType(rule: CompiledType, by: Evidence): OwnType {
  return { type: rule.type, pageType: rule.type, name: rule.name, by };
}

function typeByTitle(lines: readonly PageLine[], catalogue: Catalogue): CompiledType | null {
  const candidates = headingLines(lines);
  const matches = catalogue.flatMap((rule) =>
    rule.titles.flatMap((title) => {
      const match = findHeading(title, lines, candidates);
      return match ? [{ rule, ...match }] : [];
    }),
  );
  if (matches.length === 0) return null;
  // The heading is what stands first; of readings of the same lines the longer, cleaner and better borne out is right.
  const firstLine = Math.min(...matches.map((match) => match.firstLine));
  const best = matches
    .filter((match) => match.firstLine <= firstLine + 2)
    .map((match) => ({ ...match, weight: match.weight + 2 * Math.min(5, countMarks(lines, match.rule)) }))
    .reduce((a, b) => (b.weight > a.weight ? b : a));
  if (best.rule.marks.length > 0 && countMarks(lines, best.rule) === 0) {
    const rival = typeByMarks(lines, catalogue);
    if (rival && rival.marks >= MARKS_AGAINST_HEADING) return rival.rule;
  }
  return best.rule;
}

/** Shared headings such as `ĐƠN ĐỀ NGHỊ`: the type whose marks follow them. */
function typeByOpening(
  lines: readonly PageLine[],
  frame: OfficialFrame,
  catalogue: Catalogue,
): CompiledType | null {
  const candidates = headingLines(lines);
  const matches = catalogue
    .filter((rule) => rule.openings.some((opening) => findHeading(opening, lines, candidates) !== null))
    .map((rule) => ({
      rule,
      marks: countMarks(lines, rule) + (rule.type === officialLetter.type ? countSigns(frame) : 0),
    }))
    .filter((match) => match.marks >= MARKS_WITH_OPENING);
  return matches.length === 0 ? null : matches.reduce((a, b) => (b.marks > a.marks ? b : a)).rule;
}

function countSigns({ letterSigns, hasLetterhead }: OfficialFrame): number {
  return letterSigns + (hasLetterhead ? 1 : 0);
}

function typeByMarks(
  lines: readonly PageLine[],
  catalogue: Catalogue,
): { rule: CompiledType; marks: number } | null {
  const words = lines.reduce((sum, line) => sum + line.wordEnds.length, 0);
  const scarcity = words < FEW_WORDS ? 1 : 0;
  const [first, second] = catalogue
    .filter((rule) => rule.marks.length > 0)
    .map((rule) => ({ rule, marks: countMarks(lines, rule) }))
    .toSorted((a, b) => b.marks - a.marks);
  if (!first || first.marks < MARKS_ALONE - scarcity) return null;
  return first.marks - (second?.marks ?? 0) < MARKS_AHEAD - scarcity ? null : first;
}
