/** First come, first served by so many at once: when each piece of work starts and ends. */

export interface Work {
  /** Seconds since midnight. */
  readonly arrivesS: number;
  readonly takesS: number;
}

export interface Served {
  readonly startsS: number;
  readonly endsS: number;
}

/** `works` in order of arrival; `coldStartS` is added to the first work of each server. */
export function serve(works: readonly Work[], servers: number, coldStartS = 0): Served[] {
  const free = new MinHeap();
  return works.map(({ arrivesS, takesS }) => {
    // As Lambda does: a warm one that is free is taken, else a new one is started while that is allowed.
    const isWarm = free.size > 0 && (free.least <= arrivesS || free.size >= servers);
    const startsS = isWarm ? Math.max(arrivesS, free.pop()) : arrivesS;
    const endsS = startsS + takesS + (isWarm ? 0 : coldStartS);
    free.push(endsS);
    return { startsS, endsS };
  });
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
