/** Rebuilds pieces of lines from an engine's words: split at white, cell borders, letterheads; joined over dotted leaders. */
import type { Box } from '../geometry.ts';
import type { Line, Word } from '../page-text.ts';
import { opensLetterhead } from './letterhead.ts';

/** What is drawn on a form and tells what belongs together. */
export interface PageMarks {
  /** Dotted leaders: what stands at both their ends is one line. */
  readonly leaders: readonly Box[];
  /** Level lines: of tables, under headings. */
  readonly levelRules: readonly Box[];
  /** Upright lines between cells. */
  readonly uprightRules: readonly Box[];
}

export const NO_MARKS: PageMarks = { leaders: [], levelRules: [], uprightRules: [] };

/** White wider than this many line heights may be a gutter between columns; it is no space between words. */
export const GUTTER_HEIGHTS = 1.1;
/** Nor is less than this before a word in small letters, where the lines above and below run on: words were lost there. */
const TORN_HEIGHTS = 3;
const SMALL_LETTER = /^\p{Ll}/u;

export function lineOfWords(words: readonly Word[]): Line {
  return { words, box: boxAround(words.map((word) => word.box)) };
}

/** The smallest upright box around all of `boxes`, of which there is at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Share of the lower of two boxes that lies beside the other. */
export function shareRow(a: Box, b: Box): number {
  const common = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return common / Math.max(1, Math.min(a.height, b.height));
}

/** Pieces of lines that nobody reads with a break, in no particular order. */
export function rebuildSegments(lines: readonly Line[], marks: PageMarks): Line[] {
  const heightPx = medianHeight(lines);
  const gutterPx = heightPx * GUTTER_HEIGHTS;
  const rows = new Rows(lines, heightPx);
  const isOneLine = ({ box: left }: Word, { box: right, text }: Word) => {
    if (marks.uprightRules.some((rule) => liesBetween(rule, left, right))) return false;
    const gapPx = right.x - (left.x + left.width);
    if (gapPx < gutterPx) return true;
    if (gapPx < TORN_HEIGHTS * heightPx && SMALL_LETTER.test(text) && isTorn(left, right, rows, gutterPx))
      return true;
    return marks.leaders.some((leader) => bridges(leader, left, right, gutterPx));
  };
  const pieces = lines.flatMap((line) => split(line, isOneLine));
  return joinNeighbours(pieces, isOneLine);
}

export function medianHeight(lines: readonly Line[]): number {
  const heights = lines.flatMap((line) => line.words.map((word) => word.box.height)).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 1;
}

/** True of white that a line above or below runs across, while neither parts there as columns do. */
function isTorn(left: Box, right: Box, rows: Rows, gutterPx: number): boolean {
  // A ragged column may reach into the white, yet not up to where the next one begins.
  const end = right.x - left.height * 0.2;
  const whites = [-1, 1].map((side) => {
    const row = rows.besides(left, side);
    const before = Math.max(...row.filter((box) => box.x <= end).map((box) => box.x + box.width));
    const behind = Math.min(...row.filter((box) => box.x > end).map((box) => box.x));
    return behind - before;
  });
  const isParted = whites.some((px) => px >= gutterPx && px < Number.POSITIVE_INFINITY);
  return !isParted && whites.some((px) => px < gutterPx);
}

/** Finds words above and below by their level: a page has thousands. */
class Rows {
  readonly #heightPx: number;
  readonly #byLevel: ReadonlyMap<number, readonly Box[]>;

  constructor(lines: readonly Line[], heightPx: number) {
    this.#heightPx = heightPx;
    const boxes = lines.flatMap((line) => line.words.map((word) => word.box));
    this.#byLevel = Map.groupBy(boxes, (box) => this.#levelOf(centreOf(box)));
  }

  /** Words of the next row above (-1) or below (1), where it is near. */
  besides(of: Box, side: number): Box[] {
    const [nearest, furthest] = [of.height * 0.7, of.height * 3];
    const away = (box: Box) => (centreOf(box) - centreOf(of)) * side;
    const beyond: Box[] = [];
    const levels = [nearest, furthest].map((px) => this.#levelOf(centreOf(of) + px * side));
    for (let level = Math.min(...levels); level <= Math.max(...levels); level++) {
      for (const box of this.#byLevel.get(level) ?? [])
        if (away(box) > nearest && away(box) < furthest) beyond.push(box);
    }
    const next = Math.min(...beyond.map(away));
    return beyond.filter((box) => away(box) < next + of.height * 0.6);
  }

  #levelOf(y: number): number {
    return Math.floor(y / Math.max(1, this.#heightPx));
  }
}

function centreOf(box: Box): number {
  return box.y + box.height / 2;
}

type IsOneLine = (left: Word, right: Word) => boolean;

function split(line: Line, isOneLine: IsOneLine): Line[] {
  const words = [...line.words].sort((a, b) => a.box.x - b.box.x);
  const pieces: Word[][] = [];
  words.forEach((word, at) => {
    const last = pieces.at(-1)?.at(-1);
    if (last && isOneLine(last, word) && !opensLetterhead(words, at)) pieces.at(-1)!.push(word);
    else pieces.push([word]);
  });
  return pieces.map(lineOfWords);
}

/** An engine that lays columns out by itself parts what a leader joins: put it together again. */
function joinNeighbours(pieces: readonly Line[], isOneLine: IsOneLine): Line[] {
  const sorted = [...pieces].sort((a, b) => a.box.x - b.box.x);
  const joined: Line[] = [];
  for (const piece of sorted) {
    const at = joined.findIndex((left) => {
      const last = left.words.at(-1)!;
      const first = piece.words[0]!;
      const follows = first.box.x >= last.box.x + last.box.width * 0.7 && !opensLetterhead(piece.words, 0);
      return follows && shareRow(last.box, first.box) > 0.6 && isOneLine(last, first);
    });
    if (at < 0) joined.push(piece);
    else joined[at] = lineOfWords([...joined[at]!.words, ...piece.words]);
  }
  return joined;
}

function liesBetween(rule: Box, left: Box, right: Box): boolean {
  const centre = rule.x + rule.width / 2;
  const top = Math.max(left.y, right.y);
  const bottom = Math.min(left.y + left.height, right.y + right.height);
  return (
    centre > left.x + left.width * 0.8 &&
    centre < right.x + right.width * 0.2 &&
    rule.y < (top + bottom) / 2 &&
    rule.y + rule.height > (top + bottom) / 2
  );
}

/** True when a leader starts beside `left`, ends beside `right` and stands on their line. */
function bridges(leader: Box, left: Box, right: Box, gutterPx: number): boolean {
  const from = left.x + left.width;
  const level = leader.y + leader.height / 2;
  const near = (box: Box) => level > box.y && level < box.y + box.height * 1.4;
  return (
    leader.x - from < gutterPx * 1.5 &&
    right.x - (leader.x + leader.width) < gutterPx * 1.5 &&
    leader.x + leader.width > from &&
    leader.x < right.x &&
    near(left) &&
    near(right)
  );
}
