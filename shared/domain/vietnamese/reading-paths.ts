/** The likeliest way through the readings of a page (Viterbi), and by how much it beats the way through each other one. */
import { logFollows, type SyllableId, syllableId } from './mark-model.ts';
import { LIMIT } from './tokens.ts';

export interface Reading {
  readonly id: SyllableId;
  /** Natural logarithm: what the picture says for this reading, against the one that was recognized. */
  readonly logPicture: number;
}

export interface Step {
  readonly readings: readonly Reading[];
  /** A sentence or line may have ended before it: the step before counts only half. */
  readonly afterLimit: boolean;
}

/** For each step, the log probability of the best path through each of its readings. */
export function weighReadings(steps: readonly Step[]): number[][] {
  const limit = syllableId(LIMIT);
  const start: Step = { readings: [{ id: limit, logPicture: 0 }], afterLimit: false };
  const transitions = steps.map((step, at) => transitionsInto(step, steps[at - 1] ?? start, limit));
  const forward: number[][] = [];
  steps.forEach(({ readings }, at) => {
    const before = forward[at - 1] ?? [0];
    forward.push(
      readings.map(
        ({ logPicture }, right) =>
          logPicture + Math.max(...before.map((weight, left) => weight + transitions[at]![left]![right]!)),
      ),
    );
  });
  let after: number[] | undefined;
  for (let at = steps.length - 1; at >= 0; at--) {
    const following = after;
    const backward = steps[at]!.readings.map((_, left) =>
      following === undefined
        ? 0
        : Math.max(...following.map((weight, right) => weight + transitions[at + 1]![left]![right]!)),
    );
    after = steps[at]!.readings.map(({ logPicture }, index) => logPicture + backward[index]!);
    forward[at] = forward[at]!.map((weight, index) => weight + backward[index]!);
  }
  return forward;
}

/** Rows are readings of the step before. */
function transitionsInto({ readings, afterLimit }: Step, before: Step, limit: SyllableId): number[][] {
  return before.readings.map(({ id: left }) =>
    readings.map(({ id: right }) => {
      const follows = logFollows(left, right);
      return afterLimit ? logMean(follows, logFollows(limit, right)) : follows;
    }),
  );
}

function logMean(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger + Math.log1p(Math.exp(Math.min(a, b) - larger)) - Math.LN2;
}
