import { describe, expect, it } from 'vitest';
import { findEffectiveDpi } from '../../../shared/imaging/effective-dpi.ts';

describe('findEffectiveDpi', () => {
  it('believes a declared resolution that makes a common sheet', () => {
    expect(findEffectiveDpi({ widthPx: 1654, heightPx: 2339 }, 200, null)).toBe(200);
    expect(findEffectiveDpi({ widthPx: 827, heightPx: 1170 }, 100, null)).toBe(100);
    expect(findEffectiveDpi({ widthPx: 1622, heightPx: 1275 }, 200, null)).toBe(200);
    expect(findEffectiveDpi({ widthPx: 1011, heightPx: 638 }, 300, null)).toBe(300);
  });

  it('takes an A-shaped page of impossible size for A4', () => {
    expect(findEffectiveDpi({ widthPx: 827, heightPx: 1170 }, 600, null)).toBe(100);
    expect(findEffectiveDpi({ widthPx: 3508, heightPx: 2480 }, 100, null)).toBe(300);
  });

  it('measures the sheet in a photograph, and says nothing where none is seen', () => {
    const quad = [
      { x: 200, y: 150 },
      { x: 1854, y: 150 },
      { x: 1854, y: 2489 },
      { x: 200, y: 2489 },
    ] as const;
    expect(findEffectiveDpi({ widthPx: 2100, heightPx: 2700 }, null, quad)).toBe(200);
    expect(findEffectiveDpi({ widthPx: 2100, heightPx: 2700 }, null, null)).toBeNull();
  });
});
