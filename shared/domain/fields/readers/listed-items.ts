/** Items of a numbered list or table between two labels, e.g. the papers on a receipt. */
import type { FieldReader } from '../field-rule.ts';
import { findLabels, isRowHead } from '../find-labels.ts';
import { text } from '../grammars/texts.ts';
import { compileLabel } from '../label-index.ts';
import { fieldFrom } from '../read-field.ts';
import { type Row, type Token, textOf } from '../tokens.ts';
import { visualRows } from './table-rows.ts';

const MARK = /^[([]?[\dIl|]{1,2}\s*[.,):]?$|^[-–+•*.]+$/u;
/** How a paper was handed in is no part of its name. */
const MANNER = /\s*[([](?:\d+\s*)?(?:bản|ban|có|mẫu|số lượng)[^)\]]*[)\]]?\s*$|\s*[([]?\s*\d{1,2}\s*bản.*$/iu;
/** A row that reaches so far, in shares of the widest one, may go on below. */
const FULL = 0.85;
/** Words of a table's head, squeezed. */
const HEAD =
  /^(STT|TT|TEN|GIAYTO|GIAY|TO|BAN|CHINH|SAO|BANCHINH|BANSAO|SO|TRANG|SOTRANG|IUONG|SOIUONG|GHI|CHU|GHICHU|IOAI|HINHTHUC)$/;
const HEAD_SHARE = 0.7;
/** In the cells beside a name stand counts and ticks, this far from it in heights of a row. */
const COUNT = /^[\dOoIl|xX/–-]{1,3}$/;
const CELL_GAP = 1;
/** Words of a row that is nothing but blots. */
const BLOT = 40;
/** The mark was lost but for its full stop, or the item before has said how it is handed in. */
const BEGINS = /^[.,)]\p{Lu}/u;
const ENDS = /[([].*(?:bản|ban).*[)\]]$/iu;

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
  const listed = visualRows(rows)
    .filter((tokens) => !isHead(tokens) && tokens.some(({ confidence }) => confidence >= BLOT))
    .map((tokens) => ({ all: tokens, tokens: withoutCounts(tokens) }));
  const right = Math.max(...listed.map(({ tokens }) => rightOf(tokens)));
  const items: Token[][] = [];
  let isFull = false;
  for (const { all, tokens } of listed) {
    const isMarked = MARK.test(tokens[0]!.text);
    const kept = isMarked ? tokens.slice(1) : tokens;
    if (kept.length === 0) continue;
    const isCounted = all.length > tokens.length;
    const goesOn = isFull && !isMarked && !isCounted && !BEGINS.test(tokens[0]!.text);
    if (goesOn && items.length > 0 && !ENDS.test(textOf(items.at(-1)!))) items.at(-1)!.push(...kept);
    else items.push([...kept]);
    isFull = listed.length > 1 && rightOf(tokens) > FULL * right;
  }
  return items;
}

function isHead(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ squeezed }) => squeezed !== '');
  return words.filter(({ squeezed }) => HEAD.test(squeezed)).length >= HEAD_SHARE * words.length;
}

function withoutCounts(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 1 && COUNT.test(tokens[end - 1]!.text)) {
    const [before, count] = [tokens[end - 2]!.box, tokens[end - 1]!.box];
    if (count.x - before.x - before.width < CELL_GAP * before.height) break;
    end--;
  }
  return tokens.slice(0, end);
}

function rightOf(tokens: readonly Token[]): number {
  const { box } = tokens.at(-1)!;
  return box.x + box.width;
}
