import { describe, expect, it } from 'vitest';
import { labelComponents } from '../../../shared/imaging/components.ts';
import { findZeroDots } from '../../../shared/imaging/dotted-zeros.ts';

const DPI = 300;

/** Rows of ink and paper, two pixels a character. */
function find(rows: readonly string[]) {
  const [widthPx, heightPx] = [rows[0]!.length * 2, rows.length * 2];
  const mask = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) if (rows[y >> 1]![x >> 1] === '#') mask[y * widthPx + x] = 1;
  }
  const { components } = labelComponents(mask, widthPx, heightPx);
  return findZeroDots(components, DPI).map((index) => components[index]!);
}

const RING = [
  '....######......',
  '...########.....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '..##......##....',
  '...########.....',
  '....######......',
];
const withRows = (from: number, ...rows: string[]) => RING.toSpliced(from, rows.length, ...rows);

describe('findZeroDots', () => {
  it('finds the dot in the middle of a zero', () => {
    const [dot, ...others] = find(withRows(6, '..##..##..##....', '..##..##..##....'));
    expect(dot).toMatchObject({ x: 12, y: 12, width: 4, height: 4 });
    expect(others).toEqual([]);
  });

  it('leaves plain zeros, dots off the middle and dots under a letter alone', () => {
    expect(find(RING)).toEqual([]);
    expect(find(withRows(3, '..##..##..##....', '..##..##..##....'))).toEqual([]);
    expect(find([...RING, '................', '.....##.........', '.....##.........'])).toEqual([]);
  });

  it('takes no ring as wide as an O for a zero', () => {
    const wide = withRows(6, '..##..##..##....', '..##..##..##....').map((row) =>
      row.replace(/(.)/g, '$1$1'),
    );
    expect(find(wide)).toEqual([]);
  });
});
