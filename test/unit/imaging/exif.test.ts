import { describe, expect, it } from 'vitest';
import { readExif } from '../../../shared/imaging/exif.ts';
import { long, rational, short, writeTiff } from '../../support/tiff-file.ts';

describe('EXIF', () => {
  it.each([true, false])('is read in either byte order (little endian: %s)', (littleEndian) => {
    const entries = [short(0x0112, 6), rational(0x011a, 118.11), short(0x0128, 3)];
    const facts = readExif(writeTiff([{ entries, strips: [] }], { littleEndian }));
    expect(facts).toMatchObject({ orientation: 6, camera: false, damaged: false });
    expect(facts.dpi).toBeCloseTo(300, 1);
  });

  it('takes an orientation that does not exist for upright', () => {
    expect(readExif(writeTiff([{ entries: [short(0x0112, 9)], strips: [] }])).orientation).toBe(1);
  });

  it('says when a directory refers to itself, and still gives the orientation', () => {
    const block = writeTiff([{ entries: [short(0x0112, 3), long(0x8769, 8)], strips: [] }]);
    expect(readExif(block)).toMatchObject({ orientation: 3, damaged: true });
  });

  it('survives a block that is no TIFF, or ends within its directory', () => {
    const whole = writeTiff([{ entries: [short(0x0112, 6)], strips: [] }]);
    expect(readExif(new Uint8Array(0))).toMatchObject({ orientation: 1, damaged: true });
    for (let length = 1; length < 22; length++) {
      expect(readExif(whole.slice(0, length))).toMatchObject({ orientation: 1, damaged: true });
    }
  });
});
