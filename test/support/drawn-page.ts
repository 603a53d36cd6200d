/** Draws pages of made-up print for tests of what is measured on pictures. */
import { averageAlong } from '../../shared/imaging/mean-filter.ts';
import { blankGrey, type GreyPicture } from '../../shared/imaging/picture.ts';

/** A5 at 150 dpi: small enough to be quick. */
export const PAGE = { widthPx: 874, heightPx: 1240, dpi: 150 } as const;

/** Letters of 5 × 7 dots. */
const LETTERS = [
  ['.###.', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  ['####.', '#...#', '####.', '#...#', '#...#', '#...#', '####.'],
  ['#####', '#....', '####.', '#....', '#....', '#....', '#####'],
  ['#...#', '##..#', '#.#.#', '#..##', '#...#', '#...#', '#...#'],
  ['.###.', '#...#', '#...#', '#...#', '#...#', '#...#', '.###.'],
  ['#####', '..#..', '..#..', '..#..', '..#..', '..#..', '..#..'],
];

export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

export interface Print {
  readonly lines: number;
  readonly wordsPerLine?: number;
  readonly ink?: number;
  readonly seed?: number;
  /** Pixels of one letter's dot: 2 gives capitals of 2.4 mm at 150 dpi. */
  readonly dotPx?: number;
  readonly left?: number;
  readonly top?: number;
}

/** Adds lines of words to a page. */
export function drawText(page: GreyPicture, print: Print): GreyPicture {
  const { lines, wordsPerLine = 8, ink = 30, dotPx = 2, left = 110, top = 120 } = print;
  const random = seeded(print.seed ?? 1);
  for (let line = 0; line < lines; line++) {
    let x = left;
    for (let word = 0; word < wordsPerLine; word++) {
      for (let letters = 3 + Math.floor(random() * 4); letters > 0; letters--) {
        drawLetter(
          page,
          LETTERS[Math.floor(random() * LETTERS.length)]!,
          x,
          top + line * 17 * dotPx,
          dotPx,
          ink,
        );
        x += 6 * dotPx;
      }
      x += 4 * dotPx;
    }
  }
  return page;
}

function drawLetter(
  page: GreyPicture,
  rows: readonly string[],
  x: number,
  y: number,
  dotPx: number,
  ink: number,
) {
  rows.forEach((row, j) => {
    for (let i = 0; i < row.length; i++) {
      if (row[i] === '#')
        fillBox(page, { x: x + i * dotPx, y: y + j * dotPx, width: dotPx, height: dotPx }, ink);
    }
  });
}

export function fillBox(
  page: GreyPicture,
  box: { x: number; y: number; width: number; height: number },
  level: number,
): void {
  for (let y = Math.max(0, box.y); y < Math.min(page.heightPx, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(page.widthPx, box.x + box.width); x++) {
      page.data[y * page.widthPx + x] = level;
    }
  }
}

export function plainPage(paper = 248): GreyPicture {
  return blankGrey(PAGE.widthPx, PAGE.heightPx, paper);
}

export function change(
  page: GreyPicture,
  value: (grey: number, x: number, y: number) => number,
): GreyPicture {
  const data = new Uint8ClampedArray(page.data.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = value(page.data[i]!, i % page.widthPx, Math.floor(i / page.widthPx));
  }
  return { ...page, data: new Uint8Array(data.buffer) };
}

/** Grain of the given deviation, in grey levels. */
export function addGrain(page: GreyPicture, deviation: number, seed = 5): GreyPicture {
  const random = seeded(seed);
  return change(page, (grey) => grey + deviation * 1.73 * (random() + random() + random() + random() - 2));
}

/** Three passes of a moving mean are nearly a Gaussian of deviation `reachPx` + 0.5; along x only for motion. */
export function smear(
  page: GreyPicture,
  reachPx: number,
  directions: 'both' | 'across' = 'both',
): GreyPicture {
  const values = new Float32Array(page.data);
  for (let pass = 0; pass < 3; pass++) {
    for (let y = 0; y < page.heightPx; y++) averageAlong(values, y * page.widthPx, 1, page.widthPx, reachPx);
    if (directions === 'across') continue;
    for (let x = 0; x < page.widthPx; x++) averageAlong(values, x, page.widthPx, page.heightPx, reachPx);
  }
  return { ...page, data: Uint8Array.from(values) };
}

export function mirror(page: GreyPicture): GreyPicture {
  return change(page, (_, x, y) => page.data[y * page.widthPx + page.widthPx - 1 - x]!);
}

export function crop(
  page: GreyPicture,
  left: number,
  top: number,
  right: number,
  bottom: number,
): GreyPicture {
  const part = blankGrey(right - left, bottom - top);
  for (let y = top; y < bottom; y++) {
    part.data.set(
      page.data.subarray(y * page.widthPx + left, y * page.widthPx + right),
      (y - top) * part.widthPx,
    );
  }
  return part;
}
