/** The likeliest way through the readings of a page (Viterbi), and by how much it beats the way through each other one. */
import { logFollows, logInNames, type SyllableId, syllableId } from './mark-model.ts';
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
  /** 0-1: how likely it is that a name stands here, which follows no counted text. */
  readonly nameShare: number;
}

/** For each step, the log probability of the best path through each of its readings. */
export function weighReadings(steps: readonly Step[]): number[][] {
  const limit = syllableId(LIMIT);
  const start: Step = { readings: [{ id: limit, logPicture: 0 }], afterLimit: false, nameShare: 0 };
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
function transitionsInto(step: Step, before: Step, limit: SyllableId): number[][] {
  const { readings, afterLimit, nameShare } = step;
  return before.readings.map(({ id: left }) =>
    readings.map(({ id: right }) => {
      const follows = logFollows(left, right);
      const asText = afterLimit ? logMix(follows, logFollows(limit, right), 0.5) : follows;
      return nameShare > 0 ? logMix(asText, logInNames(right), nameShare) : asText;
    }),
  );
}

/** Logarithm of the mixture of two probabilities given as logarithms. */
function logMix(a: number, b: number, shareOfB: number): number {
  return Math.log((1 - shareOfB) * Math.exp(a) + shareOfB * Math.exp(b));
}
