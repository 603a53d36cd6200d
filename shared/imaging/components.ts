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

/** Labels 8-connected regions of a mask of ones; components stand in the order of their first pixel. */
export function labelComponents(mask: Uint8Array, widthPx: number, heightPx: number): Labelling {
  const labels = new Int32Array(mask.length).fill(-1);
  const parents: number[] = [];
  const find = (label: number): number => {
    let root = label;
    while (parents[root]! !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  const join = (a: number, b: number): number => {
    const first = find(a);
    const second = find(b);
    if (first === second) return first;
    const root = Math.min(first, second);
    parents[Math.max(first, second)] = root;
    return root;
  };
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const i = y * widthPx + x;
      if (!mask[i]) continue;
      let label = x > 0 ? labels[i - 1]! : -1;
      if (y > 0) {
        for (let above = Math.max(0, x - 1); above <= Math.min(widthPx - 1, x + 1); above++) {
          const other = labels[i - x - widthPx + above]!;
          if (other >= 0 && other !== label) label = label < 0 ? other : join(label, other);
        }
      }
      if (label < 0) parents.push((label = parents.length));
      labels[i] = label;
    }
  }
  return measureComponents(labels, parents, find, widthPx);
}

function measureComponents(
  labels: Int32Array,
  parents: readonly number[],
  find: (label: number) => number,
  widthPx: number,
): Labelling {
  const indexOf = new Int32Array(parents.length).fill(-1);
  const lefts: number[] = [];
  const tops: number[] = [];
  const rights: number[] = [];
  const bottoms: number[] = [];
  const areas: number[] = [];
  for (let i = 0, x = 0, y = 0; i < labels.length; i++) {
    if (labels[i]! >= 0) {
      const root = find(labels[i]!);
      let index = indexOf[root]!;
      if (index < 0) {
        index = indexOf[root] = areas.length;
        lefts.push(x);
        tops.push(y);
        rights.push(x);
        bottoms.push(y);
        areas.push(0);
      }
      if (x < lefts[index]!) lefts[index] = x;
      if (x > rights[index]!) rights[index] = x;
      bottoms[index] = y;
      areas[index]!++;
      labels[i] = index;
    }
    if (++x === widthPx) {
      x = 0;
      y++;
    }
  }
  const components = areas.map((area, k) => ({
    x: lefts[k]!,
    y: tops[k]!,
    width: rights[k]! - lefts[k]! + 1,
    height: bottoms[k]! - tops[k]! + 1,
    area,
  }));
  return { components, labels };
}
