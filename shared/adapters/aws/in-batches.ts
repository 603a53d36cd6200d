/** Items in requests that a service takes: bounded in entries, and in bytes together. */

const MAX_ENTRIES = 10;
const MAX_BYTES = 250_000;

/** In order; an item larger than any request goes alone, for the service to refuse. */
export function inBatches<Item>(items: readonly Item[], bytesOf: (item: Item) => number): Item[][] {
  const batches: Item[][] = [];
  let roomBytes = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    const last = batches.at(-1);
    if (last && last.length < MAX_ENTRIES && bytes <= roomBytes) last.push(item);
    else {
      batches.push([item]);
      roomBytes = MAX_BYTES;
    }
    roomBytes -= bytes;
  }
  return batches;
}
