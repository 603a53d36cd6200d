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

/** The letters of an evenly lit picture, black on white; everything else is paper. */
export function keepLetters(picture: GreyPicture, dpi: number): GreyPicture {
  const mask = inkMask(picture, findInkLevel(picture));
  const { components, labels } = labelComponents(mask, picture.widthPx, picture.heightPx);
  const keep = components.map((component) => mayBeLetter(component, dpi));
  const out = blankGrey(picture.widthPx, picture.heightPx);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]! >= 0 && keep[labels[i]!]) out.data[i] = 0;
  }
  return out;
}
