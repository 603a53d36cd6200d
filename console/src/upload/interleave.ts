/** Fronts and backs that were scanned apart, put together again. */

/**
 * A feeder that scans one side gives all fronts, then, with the stack turned over, all backs, last sheet first.
 * `backsReversed` is false when the stack was put back in order. Null when the numbers do not match.
 */
export function interleave<Page>(
  fronts: readonly Page[],
  backs: readonly Page[],
  backsReversed: boolean,
): Page[] | null {
  if (fronts.length !== backs.length) return null;
  const ordered = backsReversed ? backs.toReversed() : backs;
  return fronts.flatMap((front, index) => [front, ordered[index]!]);
}
