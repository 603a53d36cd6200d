import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimsToBeSheet,
  parseSheetCode,
  sheetChecksum,
} from '../../../../shared/domain/codes/separator-code.ts';

const fields = {
  L: 'PC',
  HS: 'H12.07-260521-0001',
  TT: '1.001193',
  STT: '02',
  GT: 'GIAY_CHUNG_SINH',
  BG: 'EA914620560VN',
};

function payload(changed: Partial<typeof fields> = {}): string {
  const { L, HS, TT, STT, GT, BG } = { ...fields, ...changed };
  const body = `BCCI1;L=${L};HS=${HS};TT=${TT};STT=${STT};GT=${GT};BG=${BG}`;
  return `${body};K=${sheetChecksum(body)}`;
}

describe('sheet code', () => {
  it('computes CRC-16/CCITT-FALSE', () => {
    expect(sheetChecksum('123456789')).toBe('29B1');
  });

  it('reads a separator', () => {
    expect(parseSheetCode(payload())).toEqual({
      sheet: 'SEPARATOR',
      dossierCode: 'H12.07-260521-0001',
      procedureCode: '1.001193',
      ordinal: 2,
      paperType: 'GIAY_CHUNG_SINH',
      postalItemId: 'EA914620560VN',
    });
  });

  it('reads a cover, which names no paper', () => {
    const cover = parseSheetCode(payload({ L: 'BIA', STT: '', GT: '', BG: '', TT: '' }));
    expect(cover).toMatchObject({
      sheet: 'COVER',
      ordinal: null,
      paperType: null,
      procedureCode: null,
      postalItemId: null,
    });
  });

  it.each([
    ['a path', { GT: '../../etc/passwd' }],
    ['SQL', { HS: "H12.07-260521-0001' OR 1=1--" }],
    ['a script', { GT: '<script>alert(1)</script>' }],
    ['a formula', { BG: '=HYPERLINK("http://a")' }],
    ['a formula in capitals', { BG: '+CMD' }],
    ['lower case', { GT: 'giay_chung_sinh' }],
    ['a day that is none', { HS: 'H12.07-260231-0001' }],
    ['a procedure that is none', { TT: '1.1193' }],
    ['no ordinal', { STT: '00' }],
    ['another kind of sheet', { L: 'XX' }],
    ['a separator without a type', { GT: '' }],
    ['a cover with a type', { L: 'BIA', STT: '' }],
    ['a line feed', { GT: 'CCCD\n' }],
    ['a right-to-left override', { BG: 'EA\u202e123' }],
  ])('refuses %s although the checksum is right', (_what, changed) => {
    const text = payload(changed);
    expect(claimsToBeSheet(text)).toBe(true);
    expect(parseSheetCode(text)).toBeNull();
  });

  it('refuses any single changed character', () => {
    const right = payload();
    fc.assert(
      fc.property(fc.nat(right.length - 1), fc.stringMatching(/^[ -~]$/), (index, character) => {
        fc.pre(right[index] !== character);
        return parseSheetCode(right.slice(0, index) + character + right.slice(index + 1)) === null;
      }),
    );
  });

  it('passes nothing on but what fits the grammar, whatever has a right checksum', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (GT, BG) => {
        const read = parseSheetCode(payload({ GT, BG }));
        return read === null || /^[A-Z][A-Z0-9_]*$/.test(read.paperType!);
      }),
    );
  });
});
