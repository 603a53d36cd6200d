/** Labels of a form by the letters that they are known by, so that a row is gone through once and not once a label. */
import { compilePhrases, type Phrase } from '../approximate-match.ts';

export interface Label {
  readonly phrases: readonly Phrase[];
  /** Squeezed. */
  readonly text: string;
  readonly letters: number;
}

/** A label with what its first phrase is known by. */
export interface IndexedLabel {
  readonly label: Label;
  /** By how many letters a piece may stand elsewhere than it should. */
  readonly tolerance: number;
  /** How many of the pieces stand unharmed, at the least, wherever the label does. */
  readonly least: number;
}

export interface LabelPiece {
  readonly of: IndexedLabel;
  readonly letters: string;
  /** Letters of the label before it. */
  readonly offset: number;
}

export interface LabelIndex {
  /** By their first three letters. */
  readonly pieces: ReadonlyMap<number, readonly LabelPiece[]>;
  /** Of labels of two letters. */
  readonly shortest: readonly LabelPiece[];
}

/** Of so many letters of a label one may be misread where a colon follows, and fewer elsewhere. */
export const MISREAD_BEFORE_COLON = 5;
const indexes = new WeakMap<readonly Label[], LabelIndex>();

export function compileLabel(wording: string): Label {
  const phrases = compilePhrases(wording);
  const text = phrases.map(({ letters }) => letters).join('');
  return { phrases, text, letters: text.length };
}

export function labelIndexOf(labels: readonly Label[]): LabelIndex {
  const known = indexes.get(labels);
  if (known) return known;
  const pieces = new Map<number, LabelPiece[]>();
  const shortest: LabelPiece[] = [];
  for (const piece of labels.flatMap(piecesOf)) {
    const key = keyAt(piece.letters, 0);
    if (piece.letters.length < 3) shortest.push(piece);
    else if (pieces.get(key)?.push(piece) === undefined) pieces.set(key, [piece]);
  }
  const index = { pieces, shortest };
  indexes.set(labels, index);
  return index;
}

function piecesOf(label: Label): LabelPiece[] {
  const { pieces, starts, tolerance } = label.phrases[0]!;
  // Each misread letter harms one piece; of a label in several phrases all may be in the first.
  const mostHarmed = Math.floor(label.letters / MISREAD_BEFORE_COLON);
  const least = label.phrases.length > 1 ? 1 : Math.max(1, pieces.length - mostHarmed);
  const of: IndexedLabel = { label, tolerance, least };
  return pieces.map((letters, at) => ({ of, letters, offset: starts[at]! }));
}

/** Three letters from `at` as one number; squeezed text is ASCII. */
export function keyAt(squeezed: string, at: number): number {
  return (squeezed.charCodeAt(at) << 14) | (squeezed.charCodeAt(at + 1) << 7) | squeezed.charCodeAt(at + 2);
}
