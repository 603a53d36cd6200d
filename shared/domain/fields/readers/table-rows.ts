/** Words of a table in the rows that a reader sees, whatever lines recognition made of its cells. */
import { shareRow } from '../../reading/line-segments.ts';
import type { Row, Token } from '../tokens.ts';

/** Tokens side by side, from left to right; rows from top to bottom. */
export function visualRows(rows: readonly Row[]): Token[][] {
  const tokens = rows.flatMap((row) => row.tokens).sort((a, b) => a.box.y - b.box.y);
  const grouped: Token[][] = [];
  for (const token of tokens) {
    const beside = grouped.find((group) => shareRow(group[0]!.box, token.box) > 0.5);
    if (beside) beside.push(token);
    else grouped.push([token]);
  }
  return grouped.map((group) => group.sort((a, b) => a.box.x - b.box.x));
}
