import { describe, expect, it } from 'vitest';
import { joinLevelRules, joinUprightRules } from '../../../shared/pdf/join-rules.ts';

describe('borders of cells become lines of the table', () => {
  it('level', () => {
    const left = { x: 0, y: 100, width: 50, height: 2 };
    const right = { x: 52, y: 101, width: 50, height: 2 };
    const below = { x: 0, y: 140, width: 50, height: 2 };
    expect(joinLevelRules([right, below, left])).toEqual([{ x: 0, y: 100, width: 102, height: 3 }, below]);
  });

  it('upright, and lines far apart stay two', () => {
    const upper = { x: 10, y: 0, width: 2, height: 40 };
    const lower = { x: 10, y: 38, width: 2, height: 40 };
    const far = { x: 10, y: 200, width: 2, height: 40 };
    expect(joinUprightRules([upper, far, lower])).toEqual([{ x: 10, y: 0, width: 2, height: 78 }, far]);
  });
});
