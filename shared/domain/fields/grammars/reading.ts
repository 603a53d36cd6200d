/** What a grammar makes of the words behind a label. */
import type { Token } from '../tokens.ts';

export interface Reading {
  /** As written on the paper, NFC; recognition errors that the grammar proves are repaired. */
  readonly value: string;
  /** The words that say it. */
  readonly tokens: readonly Token[];
  /** 0-1: how well the words fit; 1 when nothing had to be guessed. */
  readonly fit: number;
}

/** Null where the words cannot be such a value. */
export type Grammar = (tokens: readonly Token[]) => Reading | null;
