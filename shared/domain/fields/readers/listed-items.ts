/** Items of a numbered list between two labels, e.g. the papers on a receipt. */
import type { FieldReader } from '../field-rule.ts';
import { findLabels, isRowHead } from '../find-labels.ts';
import { text } from '../grammars/texts.ts';
import { compileLabel } from '../label-index.ts';
import { fieldFrom } from '../read-field.ts';
import type { Row, Token } from '../tokens.ts';

const MARK = /^[([]?[\dIl|]{1,2}\s*[.,):]?$|^[-–+•*.]+$/u;
/** How a paper was handed in is no part of its name. */
const MANNER = /\s*[([](?:\d+\s*)?(?:bản|ban|có|mẫu|số lượng)[^)\]]*[)\]]?\s*$|\s*[([]?\s*\d{1,2}\s*bản.*$/iu;
/** A row that reaches so far, in shares of the widest one, may go on below. */
const FULL = 0.85;

export function listedItems(
  name: string,
  { after, until }: { readonly after: readonly string[]; readonly until: readonly string[] },
): FieldReader {
  const opens = after.map(compileLabel);
  const closes = until.map(compileLabel);
  const heads = (row: Row, labels: typeof opens) =>
    findLabels(row, labels).some(({ from }) => isRowHead(row, from));
  return (rows) => {
    const start = rows.findIndex((row) => heads(row, opens));
    if (start < 0) return [];
    const end = rows.findIndex((row, index) => index > start && heads(row, closes));
    return itemsOf(rows.slice(start + 1, end < 0 ? start + 1 : end)).flatMap((tokens, index) => {
      const reading = text(tokens);
      const value = reading?.value.replace(MANNER, '').trim() ?? '';
      return reading && value.length > 3
        ? [fieldFrom(`${name}.${index + 1}`, 'text', { ...reading, value })]
        : [];
    });
  };
}

function itemsOf(rows: readonly Row[]): Token[][] {
  const right = Math.max(...rows.map(({ box }) => box.x + box.width));
  const items: Token[][] = [];
  let isFull = false;
  for (const { tokens, box } of rows) {
    const isMarked = MARK.test(tokens[0]!.text);
    const kept = isMarked ? tokens.slice(1) : tokens;
    if (kept.length === 0) continue;
    if (isMarked || !isFull || items.length === 0) items.push([...kept]);
    else items.at(-1)!.push(...kept);
    isFull = rows.length > 1 && box.x + box.width > FULL * right;
  }
  return items;
}
