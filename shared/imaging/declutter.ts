/** Clears the engine's copy of what is drawn on forms but is no text: rules, dotted leaders, tick boxes. */
import { boxAround, type PageMarks } from '../domain/line-segments.ts';
import { labelComponents } from './components.ts';
import { findLeaders } from './leaders.ts';
import type { GreyPicture } from './picture.ts';
import { eraseRules } from './rules.ts';
import { findInkLevel, inkMask } from './threshold.ts';
import { findTickBoxes } from './tick-boxes.ts';

/** How far from the ink's level towards white a faint dot still counts as ink. */
const FAINT_SHARE = 0.3;

/** Gives a cleared copy of an upright, straight, evenly lit picture, and where the marks were. */
export function declutter(picture: GreyPicture, dpi: number): { clear: GreyPicture; marks: PageMarks } {
  const clear = { ...picture, data: picture.data.slice() };
  const level = findInkLevel(picture);
  const mask = inkMask(picture, level + (255 - level) * FAINT_SHARE);
  const rules = eraseRules(clear, mask, dpi);
  const labelling = labelComponents(mask, picture.widthPx, picture.heightPx);
  const leaders = findLeaders(labelling.components, dpi);
  const drawn = [...leaders.flat(), ...findTickBoxes(labelling, picture.widthPx, dpi)];
  const fringe = Math.max(1, Math.round(dpi / 150));
  for (const index of drawn) {
    const { x, y, width, height } = labelling.components[index]!;
    const right = Math.min(picture.widthPx, x + width + fringe);
    const bottom = Math.min(picture.heightPx, y + height + fringe);
    for (let row = Math.max(0, y - fringe); row < bottom; row++) {
      for (let column = Math.max(0, x - fringe); column < right; column++) {
        const i = row * picture.widthPx + column;
        // Ink of neighbours stays; what is inside of a tick box is another component and stays as well.
        if (labelling.labels[i]! < 0 || labelling.labels[i] === index) clear.data[i] = 255;
      }
    }
  }
  const marks = {
    leaders: leaders.map((dots) => boxAround(dots.map((dot) => labelling.components[dot]!))),
    levelRules: rules.level,
    uprightRules: rules.upright,
  };
  return { clear, marks };
}
