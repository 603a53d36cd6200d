/** Positions of numbers in rising order, equal ones as they came. Fast where they are spread as arrivals over a day are. */

export function inOrder(values: Float64Array): Uint32Array {
  const [least, most] = extremes(values);
  const span = most - least || 1;
  const bucketOf = (value: number) => Math.floor(((value - least) / span) * (values.length - 1));
  const ends = new Uint32Array(values.length + 1);
  for (const value of values) ends[bucketOf(value) + 1]!++;
  for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket]! += ends[bucket - 1]!;
  const order = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index++) order[ends[bucketOf(values[index]!)]!++] = index;
  settle(order, values);
  return order;
}

/** Neighbours are few steps from their place: each moves there past those that are larger. */
function settle(order: Uint32Array, values: Float64Array): void {
  for (let place = 1; place < order.length; place++) {
    const index = order[place]!;
    const value = values[index]!;
    let free = place;
    for (; free > 0 && values[order[free - 1]!]! > value; free--) order[free] = order[free - 1]!;
    order[free] = index;
  }
}

function extremes(values: Float64Array): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
