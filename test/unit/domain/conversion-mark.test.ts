import { describe, expect, it } from 'vitest';
import { MARK_CORNERS, type MarkSurroundings, placeMark } from '../../../shared/domain/conversion-mark.ts';
import type { Box } from '../../../shared/domain/geometry.ts';

const SIZE = { widthPx: 200, heightPx: 60 };
const PAGE: MarkSurroundings = { widthPx: 1000, heightPx: 800, clearPx: 20, codes: [], words: [] };
const AT: Record<string, Box> = {
  'top-left': { x: 20, y: 20, width: 200, height: 60 },
  'top-right': { x: 780, y: 20, width: 200, height: 60 },
  'bottom-left': { x: 20, y: 720, width: 200, height: 60 },
  'bottom-right': { x: 780, y: 720, width: 200, height: 60 },
};

describe('placeMark', () => {
  it.each(MARK_CORNERS)('takes the corner that is wanted: %s', (corner) => {
    expect(placeMark(corner, SIZE, PAGE)).toEqual({ box: AT[corner], isBlank: true });
  });

  it('moves beside, then below, then across, as codes take the corners', () => {
    const visited = [AT['top-left'], AT['top-right'], AT['bottom-left']].map(
      (_, index, boxes) =>
        placeMark('top-left', SIZE, { ...PAGE, codes: boxes.slice(0, index + 1) as Box[] })!.box,
    );
    expect(visited).toEqual([AT['top-right'], AT['bottom-left'], AT['bottom-right']]);
    expect(placeMark('top-left', SIZE, { ...PAGE, codes: Object.values(AT) })).toBeNull();
  });

  it('keeps the quiet zone of a code free', () => {
    const code = (y: number): Box => ({ x: 20, y, width: 100, height: 100 });
    expect(placeMark('top-left', SIZE, { ...PAGE, codes: [code(99)] })!.box).toEqual(AT['top-right']);
    expect(placeMark('top-left', SIZE, { ...PAGE, codes: [code(100)] })!.box).toEqual(AT['top-left']);
  });

  it('goes where no word is; where words are everywhere it paints over none', () => {
    expect(placeMark('top-left', SIZE, { ...PAGE, words: [AT['top-left']!] })).toEqual({
      box: AT['top-right'],
      isBlank: true,
    });
    expect(placeMark('top-left', SIZE, { ...PAGE, words: Object.values(AT) })).toEqual({
      box: AT['top-left'],
      isBlank: false,
    });
  });

  it('leaves a page alone that is too small', () => {
    expect(placeMark('top-left', SIZE, { ...PAGE, widthPx: 239 })).toBeNull();
    expect(placeMark('top-left', SIZE, { ...PAGE, heightPx: 199 })).toBeNull();
  });
});
