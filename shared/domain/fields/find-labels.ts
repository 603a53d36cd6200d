/** Finds printed labels on a row, although letters were misread and words run together. */
import { editDistance, matchAtStart } from '../approximate-match.ts';
import {
  type IndexedLabel,
  keyAt,
  type Label,
  type LabelIndex,
  type LabelPiece,
  labelIndexOf,
  MISREAD_BEFORE_COLON,
} from './label-index.ts';
import type { Row } from './tokens.ts';

/** A label on a row: tokens `from` up to before `to`, with what belongs to the label behind it. */
export interface FoundLabel {
  readonly label: Label;
  readonly from: number;
  readonly to: number;
  readonly errors: number;
  readonly hasColon: boolean;
}

/** A shorter label is too common a word to stand without a colon within a row. */
const SHORT = 6;
/** Share of misread letters in a label that stands where only labels do: at the head of a row, before a colon. */
const LOOSE = 0.4;
/** One letter in so many may be misread. */
const MISREAD_AT_HEAD = 8;
const MISREAD_WITHIN = 12;
const LOOSE_LETTERS = 10;
const MOST_HINTS = 10;
/** What forms print behind a label: `(ghi họ tên bằng chữ in hoa)`, `(nếu có)`, footnote marks. */
const HINT =
  /^[([{]?(ghi|viết|họ|tên|chữ|đệm|bằng|in|hoa|nếu|có|số|vnđ|vnd|đồng|dự|kiến|đầy|đủ|rõ|ràng|bản|theo|của|là|khai|sinh)[)\]};:,.]*$/iu;
const NONE: readonly LabelPiece[] = [];
const FOOTNOTE = /^[([]?[\p{L}\d*]{1,2}[)\]][:.]?$/u;

/** Labels of the row from left to right, none overlapping; of several readings of a place the longest, cleanest one. */
export function findLabels(row: Row, labels: readonly Label[]): FoundLabel[] {
  return withoutOverlaps(findStrictly(row, labels));
}

/** Likewise, and a badly misread label at the head; sound only when given all labels that the form may have there. */
export function findFormLabels(row: Row, labels: readonly Label[]): FoundLabel[] {
  const found = findStrictly(row, labels);
  const hasHead = found.some(({ from }) => isRowHead(row, from));
  return withoutOverlaps(hasHead ? found : [...found, ...findLoosely(row, labels)]);
}

function findStrictly(row: Row, labels: readonly Label[]): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const [{ label, least }, hits] of likelyPlaces(row, labelIndexOf(labels))) {
    for (let from = 0; from < hits.length; from++) {
      const match = hits[from]! >= least ? findAt(row, from, label) : null;
      if (match) found.push(match);
    }
  }
  return found;
}

/** Of labels that the row may show: how many of their pieces stand as if they began with a token, by that token. */
function likelyPlaces({ squeezed, starts }: Row, index: LabelIndex): Map<IndexedLabel, Uint8Array> {
  const likely = new Map<IndexedLabel, Uint8Array>();
  const note = ({ of, offset }: LabelPiece, at: number) => {
    for (let token = 0; token < starts.length - 1; token++) {
      if (Math.abs(starts[token]! - (at - offset)) > of.tolerance) continue;
      let hits = likely.get(of);
      if (!hits) likely.set(of, (hits = new Uint8Array(starts.length - 1)));
      hits[token]!++;
    }
  };
  for (let at = 0; at < squeezed.length - 2; at++) {
    for (const piece of index.pieces.get(keyAt(squeezed, at)) ?? NONE) {
      if (squeezed.startsWith(piece.letters, at)) note(piece, at);
    }
  }
  for (const piece of index.shortest) {
    for (let at = squeezed.indexOf(piece.letters); at >= 0; at = squeezed.indexOf(piece.letters, at + 1))
      note(piece, at);
  }
  return likely;
}

function withoutOverlaps(found: readonly FoundLabel[]): FoundLabel[] {
  const chosen: FoundLabel[] = [];
  for (const candidate of found.toSorted((a, b) => weight(b) - weight(a) || a.from - b.from)) {
    if (chosen.every((other) => candidate.to <= other.from || candidate.from >= other.to))
      chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

function weight({ label, errors }: FoundLabel): number {
  return label.letters - 2 * errors;
}

/** Whether only a list number or a mark stands before the token. */
export function isRowHead(row: Row, from: number): boolean {
  return row.tokens.slice(0, from).every(({ text }) => /^[^\p{L}]*$|^[IVX]+\.$|^[a-hđ][.)]$/u.test(text));
}

function findAt(row: Row, from: number, label: Label): FoundLabel | null {
  let position = row.starts[from]!;
  let errors = 0;
  for (const [index, phrase] of label.phrases.entries()) {
    const isLast = index === label.phrases.length - 1;
    const tail = isLast ? (end: number) => lettersToTokenEnd(row, position + end) : undefined;
    const match = matchAtStart(phrase, row.squeezed.slice(position), tail);
    if (!match) return null;
    position += match.end;
    errors += match.errors;
  }
  const end = row.starts.findIndex((start, token) => token > from && start >= position);
  const isHead = isRowHead(row, from);
  const { to, hasColon } = afterHints(row, end, isHead);
  if (!hasColon && label.letters < SHORT && !isHead) return null;
  const oneIn = hasColon ? MISREAD_BEFORE_COLON : isHead ? MISREAD_AT_HEAD : MISREAD_WITHIN;
  if (errors > label.letters / oneIn) return null;
  return { label, from, to, errors, hasColon };
}

function lettersToTokenEnd(row: Row, position: number): number {
  return row.starts.find((start) => start >= position)! - position;
}

/** Steps over hints in brackets, footnote marks and the colon. */
function afterHints(row: Row, end: number, isHead: boolean): { to: number; hasColon: boolean } {
  const { tokens } = row;
  let to = end;
  let hasColon = isColon(tokens[end - 1]?.text, isHead);
  const brackets = bracketEnd(row, to);
  if (brackets !== null) {
    to = brackets;
    hasColon ||= isColon(tokens[to - 1]?.text, isHead);
  } else if (!hasColon) {
    let hints = to;
    while (hints - to < MOST_HINTS && HINT.test(tokens[hints]?.text ?? '')) {
      if (/:$/.test(tokens[hints++]!.text)) {
        to = hints;
        hasColon = true;
        break;
      }
    }
  }
  while (to < tokens.length && (/^[:;.,]+$/.test(tokens[to]!.text) || FOOTNOTE.test(tokens[to]!.text))) {
    hasColon ||= /:/.test(tokens[to]!.text);
    to++;
  }
  return { to, hasColon };
}

/** Within a row a semicolon parts sentences; at its head it is a misread colon. */
function isColon(text: string | undefined, isHead: boolean): boolean {
  return text !== undefined && (isHead ? /[:;]$/ : /:$/).test(text);
}

function bracketEnd({ tokens }: Row, from: number): number | null {
  if (!/^[([{]/.test(tokens[from]?.text ?? '')) return null;
  for (let index = from; index < Math.min(tokens.length, from + MOST_HINTS); index++) {
    if (/[)\]}][:;.]*$/.test(tokens[index]!.text)) return index + 1;
  }
  return null;
}

/** For a row whose label is badly misread: what stands before its first colon, when one label is clearly nearest. */
function findLoosely(row: Row, labels: readonly Label[]): FoundLabel[] {
  const colon = row.tokens.findIndex(({ text }) => /[:;]$/.test(text));
  if (colon < 0) return [];
  const head = row.squeezed.slice(0, row.starts[colon + 1]);
  if (head.length < LOOSE_LETTERS) return [];
  const ranked = labels
    .filter(({ letters }) => letters >= LOOSE_LETTERS && Math.abs(letters - head.length) <= LOOSE * letters)
    .map((label) => ({ label, errors: editDistance(head, label.text, Math.floor(LOOSE * label.letters)) }))
    .filter(({ label, errors }) => errors <= LOOSE * label.letters)
    .sort((a, b) => a.errors / a.label.letters - b.errors / b.label.letters);
  const [first] = ranked;
  return first ? [{ ...first, from: 0, to: colon + 1, hasColon: true }] : [];
}
