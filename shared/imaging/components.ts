/** Finds connected ink: letters, dots, rules and borders as boxes with their pixels counted. */

export interface Component {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Ink pixels. */
  readonly area: number;
}

export interface Labelling {
  readonly components: readonly Component[];
  /** For every pixel the index into `components`, or -1 on paper. */
  readonly labels: Int32Array;
}

/**
 * Labels 8-connected regions of a mask of ones; components stand in the order of their first pixel.
 * Works on runs of ink, row by row (Rosenfeld and Pfaltz 1966 on runs): paper, nearly all of a page, is skipped.
 */
export function labelComponents(mask: Uint8Array, widthPx: number, heightPx: number): Labelling {
  const runs = findRuns(mask, widthPx, heightPx);
  joinRuns(runs, heightPx);
  return measureComponents(runs, new Int32Array(mask.length).fill(-1), widthPx);
}

interface Runs {
  /** First pixel of each run, and the one after its last, counted along the row. */
  readonly from: number[];
  readonly to: number[];
  /** Index of the first run of each row, and one more for the end. */
  readonly rowStarts: Int32Array;
  /** Union-find: no run has a parent after itself. */
  readonly parents: number[];
}

function findRuns(mask: Uint8Array, widthPx: number, heightPx: number): Runs {
  const from: number[] = [];
  const to: number[] = [];
  const rowStarts = new Int32Array(heightPx + 1);
  let next = mask.indexOf(1);
  for (let y = 0; y < heightPx; y++) {
    const start = y * widthPx;
    const end = start + widthPx;
    while (next >= 0 && next < end) {
      let stop = next + 1;
      while (stop < end && mask[stop] === 1) stop++;
      from.push(next - start);
      to.push(stop - start);
      next = mask.indexOf(1, stop);
    }
    rowStarts[y + 1] = from.length;
  }
  return { from, to, rowStarts, parents: from.map((_, run) => run) };
}

/** Joins runs of neighbouring rows that touch, at corners too. */
function joinRuns({ from, to, rowStarts, parents }: Runs, heightPx: number): void {
  for (let y = 1; y < heightPx; y++) {
    let above = rowStarts[y - 1]!;
    const aboveEnd = rowStarts[y]!;
    for (let run = rowStarts[y]!; run < rowStarts[y + 1]!; run++) {
      while (above < aboveEnd && to[above]! < from[run]!) above++;
      for (let other = above; other < aboveEnd && from[other]! <= to[run]!; other++)
        join(parents, other, run);
    }
  }
}

function join(parents: number[], a: number, b: number): void {
  const first = findRoot(parents, a);
  const second = findRoot(parents, b);
  if (first < second) parents[second] = first;
  else parents[first] = second;
}

function findRoot(parents: number[], run: number): number {
  let root = run;
  while (parents[root]! !== root) root = parents[root] = parents[parents[root]!]!;
  return root;
}

function measureComponents(
  { from, to, rowStarts, parents }: Runs,
  labels: Int32Array,
  widthPx: number,
): Labelling {
  const indexOf = new Int32Array(from.length);
  const components: Growing[] = [];
  for (let y = 0, run = 0; y + 1 < rowStarts.length; y++) {
    for (; run < rowStarts[y + 1]!; run++) {
      const root = findRoot(parents, run);
      const left = from[run]!;
      const right = to[run]!;
      if (root === run) {
        indexOf[run] = components.length;
        components.push({ x: left, y, width: right - left, height: 1, area: right - left });
      } else {
        grow(components[indexOf[root]!]!, left, right, y);
      }
      labels.fill(indexOf[root]!, y * widthPx + left, y * widthPx + right);
    }
  }
  return { components, labels };
}

type Growing = { -readonly [Key in keyof Component]: Component[Key] };

function grow(component: Growing, left: number, right: number, y: number): void {
  const end = Math.max(component.x + component.width, right);
  component.x = Math.min(component.x, left);
  component.width = end - component.x;
  component.height = y - component.y + 1;
  component.area += right - left;
}
