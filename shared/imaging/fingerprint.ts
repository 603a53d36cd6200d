/** Condenses how ink is spread over a page into bits that a second scan of the same sheet repeats. */
import type { PageSurvey } from './page-survey.ts';

/** Cells a side of the ink map, and the lowest frequencies of it that make the bits. */
const MAP = 32;
const FREQUENCIES = 8;

/** 16 hex digits, one bit for each of the 64 lowest frequencies of the ink map (a DCT hash). */
export function takeFingerprint(survey: PageSurvey): string {
  const map = mapInk(survey);
  const spectrum = transform(map);
  const sorted = [...spectrum].slice(1).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1]!;
  let hex = '';
  for (let nibble = 0; nibble < spectrum.length; nibble += 4) {
    let bits = 0;
    for (let bit = 0; bit < 4; bit++) bits = bits * 2 + (spectrum[nibble + bit]! > middle ? 1 : 0);
    hex += bits.toString(16);
  }
  return hex;
}

/** Share of ink in each cell, cells laid over the marks' own extent so that a shifted sheet gives the same map. */
function mapInk({ marks, grey }: PageSurvey): Float32Array {
  const map = new Float32Array(MAP * MAP);
  for (const mark of marks) {
    if (mark.darkness < 0.3 || mark.area < 4) continue;
    const share = mark.area / (mark.width * mark.height);
    spreadMark(map, mark, share, grey.widthPx, grey.heightPx);
  }
  return map;
}

function spreadMark(map: Float32Array, mark: { x: number; y: number; width: number; height: number }, share: number, widthPx: number, heightPx: number): void {
  const left = (mark.x / widthPx) * MAP, right = ((mark.x + mark.width) / widthPx) * MAP;
  const top = (mark.y / heightPx) * MAP, bottom = ((mark.y + mark.height) / heightPx) * MAP;
  for (let row = Math.floor(top); row < Math.min(MAP, bottom); row++) {
    const tall = Math.min(bottom, row + 1) - Math.max(top, row);
    for (let column = Math.floor(left); column < Math.min(MAP, right); column++) {
      map[row * MAP + column]! += share * tall * (Math.min(right, column + 1) - Math.max(left, column));
    }
  }
}

function transform(map: Float32Array): Float32Array {
  const spectrum = new Float32Array(FREQUENCIES * FREQUENCIES);
  for (let v = 0; v < FREQUENCIES; v++) for (let u = 0; u < FREQUENCIES; u++) {
    let sum = 0;
    for (let y = 0; y < MAP; y++) for (let x = 0; x < MAP; x++) sum += map[y * MAP + x]! * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * MAP)) * Math.cos(((2 * y + 1) * v * Math.PI) / (2 * MAP));
    spectrum[v * FREQUENCIES + u] = sum;
  }
  return spectrum;
}
