/** Fronts and backs scanned apart. */
import { describe, expect, it } from 'vitest';
import { interleave } from '../../../console/src/upload/interleave.ts';

describe('interleave', () => {
  it('takes backs from the last where the stack was turned over', () => {
    expect(interleave(['1', '3', '5'], ['6', '4', '2'], true)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('takes backs in order where the stack was put back', () => {
    expect(interleave(['1', '3'], ['2', '4'], false)).toEqual(['1', '2', '3', '4']);
  });

  it('refuses stacks of unequal height: a page was fed twice or lost', () => {
    expect(interleave(['1', '3'], ['2'], true)).toBeNull();
  });
});
