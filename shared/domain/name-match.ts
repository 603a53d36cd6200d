/** Finds the paper type whose name a recognized line comes nearest to. */
import { squeeze } from './fold.ts';
import type { PaperType } from './paper.ts';

interface Named {
  readonly type: PaperType;
  readonly name: string;
}

/** Share of equal letter pairs below which a name is another name. */
const LEAST = 0.6;

/** Null where no name comes near enough. */
export function similarName<T extends Named>(line: string | null, candidates: readonly T[]): T | null {
  if (line === null) return null;
  const pairs = letterPairs(line);
  let best: { candidate: T; share: number } | null = null;
  for (const candidate of candidates) {
    const share = diceShare(pairs, letterPairs(candidate.name));
    if (share >= LEAST && share > (best?.share ?? 0)) best = { candidate, share };
  }
  return best?.candidate ?? null;
}

function letterPairs(text: string): string[] {
  const letters = squeeze(text);
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) =>
    letters.slice(index, index + 2),
  );
}

/** Dice 1945: twice the common pairs over all pairs. */
function diceShare(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of b) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of a) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(pair, count - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}
