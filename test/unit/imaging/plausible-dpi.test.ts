import { describe, expect, it } from 'vitest';
import { plausibleDpi } from '../../../shared/imaging/plausible-dpi.ts';

describe('a declared resolution is believed only where a sheet of paper fits it', () => {
  it.each([
    [300.0000305, 2480, 3508, 300],
    [75, 620, 877, 75],
    [null, 2480, 3508, null],
    [Number.NaN, 2480, 3508, null],
    [72, 2480, 3508, null],
    [96, 2480, 3508, null],
    [70, 1653, 2339, null],
    [600, 300, 300, null],
    [100, 8000, 8000, null],
    [30_000, 2480, 3508, null],
  ])('%s dpi at %i x %i is %s', (declared, widthPx, heightPx, believed) => {
    expect(plausibleDpi(declared, widthPx, heightPx)).toBe(believed);
  });
});
