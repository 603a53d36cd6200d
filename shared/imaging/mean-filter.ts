/** Moving averages along rows and columns of pixels, at a cost that does not grow with their reach. */

/** Replaces `count` values, `stride` apart, by the mean of their neighbours up to `reach` away on either side. */
export function averageAlong(
  values: Float32Array,
  start: number,
  stride: number,
  count: number,
  reach: number,
): void {
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + values[start + i * stride]!;
  for (let i = 0; i < count; i++) {
    const from = Math.max(0, i - reach);
    const to = Math.min(count, i + reach + 1);
    values[start + i * stride] = (sums[to]! - sums[from]!) / (to - from);
  }
}
