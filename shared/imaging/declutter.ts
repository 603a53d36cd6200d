/** Clears the engine's copy of what is drawn on forms but is no text: rules, dotted leaders, tick boxes, dots in zeros. */
import { boxAround, type PageMarks } from '../domain/reading/line-segments.ts';
import { type Labelling, labelComponents } from './components.ts';
import { findZeroDots } from './dotted-zeros.ts';
import { findLeaders } from './leaders.ts';
import type { GreyPicture } from './picture.ts';
import { eraseRules } from './rules.ts';
import { findInkLevel, inkMask } from './threshold.ts';
import { findTickBoxes } from './tick-boxes.ts';

/** How far from the ink's level towards white faint marks still count as ink. */
const FAINT_SHARE = 0.3;

/** Gives a cleared copy of an upright, straight, evenly lit picture, and where the marks were. */
export function declutter(picture: GreyPicture, dpi: number): { clear: GreyPicture; marks: PageMarks } {
  const clear = { ...picture, data: picture.data.slice() };
  const level = findInkLevel(picture);
  // Strong dots first: seen as faint ink they would run together, with each other and with the paper's texture.
  const strong = label(inkMask(clear, level), picture);
  const strongLeaders = findLeaders(strong.components, dpi);
  const zeroDots = findZeroDots(strong.components, dpi);
  erase(clear, strong, [...strongLeaders.flat(), ...zeroDots], Math.max(2, Math.round(dpi / 100)));
  const mask = inkMask(clear, level + (255 - level) * FAINT_SHARE);
  const rules = eraseRules(clear, mask, dpi);
  const faint = label(mask, picture);
  const faintLeaders = findLeaders(faint.components, dpi);
  const boxes = findTickBoxes(faint, picture.widthPx, dpi);
  erase(clear, faint, [...faintLeaders.flat(), ...boxes], Math.max(1, Math.round(dpi / 150)));
  const around = (labelling: Labelling, leaders: readonly number[][]) =>
    leaders.map((dots) => boxAround(dots.map((dot) => labelling.components[dot]!)));
  const leaders = [...around(strong, strongLeaders), ...around(faint, faintLeaders)];
  return { clear, marks: { leaders, levelRules: rules.level, uprightRules: rules.upright } };
}

function label(mask: Uint8Array, { widthPx, heightPx }: GreyPicture): Labelling {
  return labelComponents(mask, widthPx, heightPx);
}

/** Whitens components and their grey fringe; ink of neighbours stays, and so does what is inside of a box. */
function erase(clear: GreyPicture, labelling: Labelling, drawn: readonly number[], fringePx: number): void {
  for (const index of drawn) {
    const { x, y, width, height } = labelling.components[index]!;
    const right = Math.min(clear.widthPx, x + width + fringePx);
    const bottom = Math.min(clear.heightPx, y + height + fringePx);
    for (let row = Math.max(0, y - fringePx); row < bottom; row++) {
      for (let column = Math.max(0, x - fringePx); column < right; column++) {
        const i = row * clear.widthPx + column;
        if (labelling.labels[i]! < 0 || labelling.labels[i] === index) clear.data[i] = 255;
      }
    }
  }
}
