import { describe, expect, it } from 'vitest';
import { readByteRange } from '../../../../functions/api/byte-range.ts';

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-99', { from: 0, to: 99 }],
    ['bytes=900-', { from: 900, to: 999 }],
    ['bytes=900-5000', { from: 900, to: 999 }],
    ['bytes=-100', { from: 900, to: 999 }],
    ['bytes=-5000', { from: 0, to: 999 }],
    ['bytes=1000-', 'beyond'],
    ['bytes=1000-1001', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=9-2', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['pages=0-1', null],
    ['', null],
  ])('%s of a thousand is %j', (header, range) => {
    expect(readByteRange(header, 1_000)).toEqual(range);
  });
});
