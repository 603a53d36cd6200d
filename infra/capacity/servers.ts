/** First come, first served by so many at once: when each piece of work starts and ends. */

/** Times of so many pieces of work; seconds since midnight. */
export interface Served {
  readonly startsS: Float64Array;
  readonly endsS: Float64Array;
}

/**
 * Work arrives at `arrivesS`, in that order, and takes `takesS`; `coldStartS` is added to the first work of each server.
 * In columns: a country's day has millions of pages.
 */
export function serve(arrivesS: Float64Array, takesS: Float64Array, servers: number, coldStartS = 0): Served {
  const free = new MinHeap();
  const startsS = new Float64Array(arrivesS.length);
  const endsS = new Float64Array(arrivesS.length);
  for (let index = 0; index < arrivesS.length; index++) {
    const arrives = arrivesS[index]!;
    // As Lambda does: a warm one that is free is taken, else a new one is started while that is allowed.
    const isWarm = free.size > 0 && (free.least <= arrives || free.size >= servers);
    const starts = isWarm ? Math.max(arrives, free.pop()) : arrives;
    const ends = starts + takesS[index]! + (isWarm ? 0 : coldStartS);
    free.push(ends);
    startsS[index] = starts;
    endsS[index] = ends;
  }
  return { startsS, endsS };
}

class MinHeap {
  readonly #values: number[] = [];

  get size(): number {
    return this.#values.length;
  }

  get least(): number {
    return this.#values[0]!;
  }

  push(value: number): void {
    const values = this.#values;
    let index = values.push(value) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (values[parent]! <= value) break;
      values[index] = values[parent]!;
      index = parent;
    }
    values[index] = value;
  }

  pop(): number {
    const values = this.#values;
    const least = values[0]!;
    const last = values.pop()!;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= values.length) break;
      if (child + 1 < values.length && values[child + 1]! < values[child]!) child++;
      if (values[child]! >= last) break;
      values[index] = values[child]!;
      index = child;
    }
    if (values.length > 0) values[index] = last;
    return least;
  }
}
