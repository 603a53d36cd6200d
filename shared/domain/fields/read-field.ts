/** A field as one place of a paper says it, before anything else is asked whether that can be right. */
import type { Box } from '../geometry.ts';
import type { PageId } from '../ids.ts';
import type { FieldSource } from '../paper.ts';
import { boxAround } from '../reading/line-segments.ts';
import type { GrammarName } from './grammars/index.ts';
import type { Reading } from './grammars/reading.ts';
import type { Token } from './tokens.ts';

export interface ReadField {
  readonly name: string;
  readonly grammar: GrammarName;
  /** NFC, as written on the paper. */
  readonly value: string;
  readonly source: FieldSource;
  /** 0-1: how well the words fit the grammar. */
  readonly fit: number;
  /** 0-100: what the engine thought of the doubtful words among them. */
  readonly legibility: number;
  /** 0-1: how surely the label was recognised; 1 where the place needs none. */
  readonly labelled: number;
  /** Other places of the dossier, or other sources on the paper, that say the same. */
  readonly witnesses: number;
  readonly pageId: PageId | null;
  /** Pixels of the straightened page; the part on the first page. */
  readonly box: Box | null;
}

export function fieldFrom(
  name: string,
  grammar: GrammarName,
  { value, tokens, fit }: Reading,
  labelled = 1,
): ReadField {
  const pageId = tokens[0]!.pageId;
  const boxes = tokens.filter((token) => token.pageId === pageId).map((token) => token.box);
  return {
    name,
    grammar,
    value: value.normalize('NFC'),
    source: 'ocr',
    fit,
    legibility: legibilityOf(tokens),
    labelled,
    witnesses: 0,
    pageId,
    box: boxAround(boxes),
  };
}

/** Between the mean and the worst word: one blot spoils a value, yet short words are often doubted for nothing. */
function legibilityOf(tokens: readonly Token[]): number {
  const said = tokens.filter(({ text }) => /[\p{L}\d]/u.test(text));
  if (said.length === 0) return 0;
  const mean = said.reduce((sum, token) => sum + token.confidence, 0) / said.length;
  return (mean + Math.min(...said.map((token) => token.confidence))) / 2;
}
