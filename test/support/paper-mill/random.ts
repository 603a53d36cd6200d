/** Pseudo-random numbers from a seed: the same seed draws the same paper on every machine. */

export interface Dice {
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Roughly normal around 0 with standard deviation 1. */
  spread(): number;
}

/** mulberry32 over an FNV-1a hash of the seed. */
export function rollDice(seed: string): Dice {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    between: (from, to) => from + (to - from) * next(),
    spread: () => next() + next() + next() + next() + next() + next() - 3 + (next() - 0.5) * 0.2,
  };
}
