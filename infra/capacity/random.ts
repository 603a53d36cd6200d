/** Chance that repeats itself: the same seed gives the same day. */

export type Chance = () => number;

/** Uniform in [0, 1); mulberry32, public domain. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Log-normal with mean 1: most pages are like each other, a few take far longer. */
export function unevenness(chance: Chance, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return Math.exp(sigma * normal - (sigma * sigma) / 2);
}

/** Whole number from 1, geometric, with that mean. */
export function countWithMean(chance: Chance, mean: number): number {
  return 1 + Math.floor(Math.log(1 - chance()) / Math.log(1 - 1 / mean));
}
