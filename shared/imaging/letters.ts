/** Keeps what may be letters and words, so that borders, rules, codes and photographs do not steer the page. */
import { type Component, labelComponents } from './components.ts';
import { blankGrey, type GreyPicture } from './picture.ts';
import { findInkLevel, inkMask } from './threshold.ts';

const MM_PER_INCH = 25.4;

/** From the eye of a 6 pt letter to a headline, and no longer than a word; solid blocks are seals, codes or photographs. */
export function mayBeLetter(component: Component, dpi: number): boolean {
  const mm = MM_PER_INCH / dpi;
  const height = component.height * mm;
  const width = component.width * mm;
  const long = Math.max(height, width);
  const short = Math.min(height, width);
  return long >= 0.9 && long <= 25 && short <= 8 && short >= 0.25 && long / short < 12;
}

/** Fewer letters than this tell nothing of the size of a page's text. */
const FEWEST_TO_MEASURE = 600;

export interface Letters {
  /** Black on white; everything else is paper. */
  readonly alone: GreyPicture;
  /** The longer side of small ones (lower quartile), whichever way they lie; null where there are too few to tell. */
  readonly sizeMm: number | null;
}

/** The letters of an evenly lit picture. */
export function findLetters(picture: GreyPicture, dpi: number): Letters {
  const mask = inkMask(picture, findInkLevel(picture));
  const { components, labels } = labelComponents(mask, picture.widthPx, picture.heightPx);
  const keep = components.map((component) => mayBeLetter(component, dpi));
  const alone = blankGrey(picture.widthPx, picture.heightPx);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]! >= 0 && keep[labels[i]!]) alone.data[i] = 0;
  }
  return {
    alone,
    sizeMm: measureSizeMm(
      components.filter((_, i) => keep[i]),
      dpi,
    ),
  };
}

function measureSizeMm(letters: readonly Component[], dpi: number): number | null {
  if (letters.length < FEWEST_TO_MEASURE) return null;
  const sizesPx = letters.map(({ width, height }) => Math.max(width, height)).sort((a, b) => a - b);
  return (sizesPx[sizesPx.length >> 2]! * MM_PER_INCH) / dpi;
}
