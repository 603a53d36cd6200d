/** What follows what in administrative Vietnamese: probabilities of syllables and of pairs, from counted texts. */
import { baseLetters } from './letters.ts';
import model from './mark-model.json' with { type: 'json' };
import { unpackCount, unpackPairs } from './mark-model-packing.ts';

/** Kept back from every counted pair for the pairs that were never seen (absolute discounting). */
const DISCOUNT = 0.75;
/** A possible syllable that the counted texts do not have. */
const UNSEEN_COUNT = 0.5;
/** Keys at the head of the list that are no syllables. */
const SIGNS = 3;

/** Number of a syllable in the model; -1 for one that it does not have. */
export type SyllableId = number;
const UNSEEN: SyllableId = -1;

interface Tables {
  readonly idOf: ReadonlyMap<string, SyllableId>;
  readonly byBase: ReadonlyMap<string, readonly string[]>;
  readonly logSyllable: Float64Array;
  readonly logUnseen: number;
  /** Pairs of a left syllable stand from `rowStart[left]` to `rowStart[left + 1]`, by right syllable. */
  readonly rowStart: Int32Array;
  readonly right: Uint16Array;
  readonly logPair: Float32Array;
  /** Logarithm of what each left syllable keeps back. */
  readonly logBackoff: Float64Array;
  readonly logInNames: Float64Array;
}

let loaded: Tables | undefined;

function tables(): Tables {
  loaded ??= load();
  return loaded;
}

function load(): Tables {
  const keys = model.syllables.split(' ');
  const counts = [...model.counts].map(unpackCount);
  const right: number[] = [];
  const pairs: { left: number; count: number }[] = [];
  const rowStart = new Int32Array(keys.length + 1);
  const followed = new Float64Array(keys.length);
  unpackPairs(model.pairs, (left, follower, count) => {
    right.push(follower);
    pairs.push({ left, count });
    rowStart[left + 1]! += 1;
    followed[left]! += count - DISCOUNT;
  });
  for (let left = 0; left < keys.length; left++) rowStart[left + 1]! += rowStart[left]!;
  // Packed counts are rounded: a row may sum to more than its syllable.
  const rowTotal = counts.map((count, id) => Math.max(count, followed[id]! * 1.01));
  const inNames = new Float64Array(keys.length);
  unpackPairs(model.names, (_, id, count) => {
    inNames[id] = count;
  });
  const namesTotal = inNames.reduce((sum, count) => sum + count, 0);
  return {
    idOf: new Map(keys.map((key, id) => [key, id])),
    byBase: Map.groupBy(keys.slice(SIGNS), (key) => baseLetters(key.slice(0, -1))),
    logSyllable: Float64Array.from(counts, (count) => Math.log(count / model.total)),
    logUnseen: Math.log(UNSEEN_COUNT / model.total),
    rowStart,
    right: Uint16Array.from(right),
    logPair: Float32Array.from(pairs, ({ left, count }) => Math.log((count - DISCOUNT) / rowTotal[left]!)),
    logBackoff: Float64Array.from(rowTotal, (total, id) => Math.log(1 - followed[id]! / total)),
    logInNames: inNames.map((count) => Math.log(Math.max(count, UNSEEN_COUNT / 10) / namesTotal)),
  };
}

/** @param key as in `tokens.ts` */
export function syllableId(key: string): SyllableId {
  return tables().idOf.get(key) ?? UNSEEN;
}

/** Counted syllables that differ from one another in marks only, the commonest first. */
export function syllablesWithLetters(base: string): readonly string[] {
  return tables().byBase.get(base) ?? [];
}

/** Natural logarithm of the probability of a syllable anywhere. */
export function logSyllable(id: SyllableId): number {
  return id === UNSEEN ? tables().logUnseen : tables().logSyllable[id]!;
}

/** Natural logarithm of the probability of a syllable in names of persons. */
export function logInNames(id: SyllableId): number {
  return id === UNSEEN ? Math.min(...tables().logInNames) : tables().logInNames[id]!;
}

/** Natural logarithm of the probability that `right` follows `left`. */
export function logFollows(left: SyllableId, right: SyllableId): number {
  if (left === UNSEEN) return logSyllable(right);
  const at = findPair(left, right);
  return at < 0 ? tables().logBackoff[left]! + logSyllable(right) : tables().logPair[at]!;
}

/** True for a pair that the counted texts have. */
export function isKnownPair(leftKey: string, rightKey: string): boolean {
  const left = syllableId(leftKey);
  return left !== UNSEEN && findPair(left, syllableId(rightKey)) >= 0;
}

function findPair(left: SyllableId, wanted: SyllableId): number {
  const { rowStart, right } = tables();
  let low = rowStart[left]!;
  let high = rowStart[left + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = right[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
