/** How counts and pairs stand in the model's file: printable ASCII, logarithms instead of counts, gaps instead of ids. */

const FIRST = 35;
/** 35-126 without the backslash, which JSON would double. */
const ALPHABET = Array.from({ length: 92 }, (_, index) => String.fromCharCode(FIRST + index)).filter(
  (character) => character !== '\\',
);
const DIGIT_OF = new Map(ALPHABET.map((character, digit) => [character, digit]));

const STEPS_PER_DOUBLING = 3;
/** Gaps: the lower half of the alphabet ends a number, the upper half goes on. */
const HALF = 45;
const NEXT_LEFT = '!';

/** One character for a count up to 2^30, within 13 %. */
export function packCount(count: number): string {
  return ALPHABET[Math.round(Math.log2(Math.max(1, count)) * STEPS_PER_DOUBLING)]!;
}

export function unpackCount(character: string): number {
  return 2 ** (DIGIT_OF.get(character)! / STEPS_PER_DOUBLING);
}

/** @param followers for each left syllable the right syllables, by rank, with their counts */
export function packPairs(followers: readonly (readonly [number, number])[][]): string {
  return followers
    .map((row) => {
      let packed = '';
      let last = -1;
      for (const [right, count] of [...row].sort((a, b) => a[0] - b[0])) {
        packed += packGap(right - last - 1) + packCount(count);
        last = right;
      }
      return packed;
    })
    .join(NEXT_LEFT);
}

/** Calls `take` for each pair, left then right ascending. */
export function unpackPairs(
  packed: string,
  take: (left: number, right: number, count: number) => void,
): void {
  let left = 0;
  let last = -1;
  let gap = 0;
  let scale = 1;
  for (let at = 0; at < packed.length; at++) {
    if (packed[at] === NEXT_LEFT) {
      left += 1;
      last = -1;
      continue;
    }
    const digit = DIGIT_OF.get(packed[at]!)!;
    if (digit >= HALF) {
      gap += (digit - HALF) * scale;
      scale *= HALF;
      continue;
    }
    last += gap + digit * scale + 1;
    gap = 0;
    scale = 1;
    at += 1;
    take(left, last, unpackCount(packed[at]!));
  }
}

function packGap(gap: number): string {
  let packed = '';
  let rest = gap;
  while (rest >= HALF) {
    packed += ALPHABET[HALF + (rest % HALF)]!;
    rest = Math.floor(rest / HALF);
  }
  return packed + ALPHABET[rest]!;
}
