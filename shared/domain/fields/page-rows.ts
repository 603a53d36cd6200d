/** Neighbours of a row on its page: beside it, below it, and whether it runs on there. */
import { shareRow } from '../reading/line-segments.ts';
import type { Row, Token } from './tokens.ts';

/** Rows further below, in heights of a row, are another paragraph. */
const NEXT_HEIGHTS = 1.6;
/** White between the rows of one value, in heights of a row. */
const BLOCK_GAP = 0.8;
/** Rows end ragged, and those of photographs askew. */
const SLACK_HEIGHTS = 2.5;
/** Words that a row must have to tell where the print ends on the right. */
const FULL_ROW_WORDS = 4;
/** What begins a part of a contract or a form. */
const PART_HEADING = /^(điều|mục|phần|chương)$/iu;
const PART_NUMBER = /^([\dIVX]+|[A-Z])[.:)]?$/;
const LISTED = /^([-+•*]|\(?\d{1,2}(\.\d{1,2})*[.)]|[a-hđ][.)]|[IVX]+\.)$/u;

export class PageRows {
  readonly #rows: readonly Row[];
  readonly #rightPx: ReadonlyMap<number, number>;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    const right = new Map<number, number>();
    for (const { page, box, tokens } of rows) {
      if (tokens.length >= FULL_ROW_WORDS) right.set(page, Math.max(right.get(page) ?? 0, box.x + box.width));
    }
    this.#rightPx = right;
  }

  /** The nearest piece to the right on the same line of print. */
  beside(row: Row): Row | null {
    const edge = row.box.x + row.box.width;
    const candidates = this.#rows.filter(
      (other) =>
        other !== row &&
        other.page === row.page &&
        other.box.x >= edge - row.box.height / 2 &&
        shareRow(row.box, other.box) > 0.5,
    );
    return nearest(candidates, (other) => other.box.x - edge);
  }

  /** The nearest row below that stands under some part of this one. */
  below(row: Row): Row | null {
    const bottom = row.box.y + row.box.height;
    const candidates = this.#rows.filter((other) => {
      const isUnder = other.box.x < row.box.x + row.box.width && other.box.x + other.box.width > row.box.x;
      const gap = other.box.y - bottom;
      const isNext = gap > -0.5 * row.box.height && gap < NEXT_HEIGHTS * row.box.height;
      return other !== row && other.page === row.page && isUnder && isNext && other.box.y > row.box.y;
    });
    return nearest(candidates, (other) => other.box.y - bottom);
  }

  /** The row below on which a text goes on because this row was full: its first word had no room here. */
  continuation(row: Row, last: Token): Row | null {
    const next = this.below(row);
    if (next === null || beginsAnew(next)) return null;
    const room = (this.#rightPx.get(row.page) ?? 0) - (last.box.x + last.box.width);
    const [first] = next.tokens;
    return room < first!.box.width + SLACK_HEIGHTS * row.box.height ? next : null;
  }

  /** The row below with the same left edge, close under it: a value that stands in rows of its own. */
  nextOfBlock(row: Row): Row | null {
    const next = this.below(row);
    if (next === null) return null;
    const gap = next.box.y - (row.box.y + row.box.height);
    const isAligned = Math.abs(next.box.x - row.box.x) < row.box.height;
    return isAligned && gap < BLOCK_GAP * row.box.height ? next : null;
  }
}

function beginsAnew({ tokens: [first, second] }: Row): boolean {
  if (LISTED.test(first!.text)) return true;
  return PART_HEADING.test(first!.text) && second !== undefined && PART_NUMBER.test(second.text);
}

function nearest(rows: readonly Row[], distance: (row: Row) => number): Row | null {
  return rows.reduce<Row | null>(
    (best, row) => (best === null || distance(row) < distance(best) ? row : best),
    null,
  );
}
