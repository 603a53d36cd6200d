import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasS10Shape,
  isS10,
  normalizePostalItemId,
  s10CheckDigit,
} from '../../../../shared/domain/codes/postal-item-id.ts';

describe('postal item number', () => {
  it.each(['RR473124829US', 'EE123456785VN'])('accepts %s', (id) => {
    expect(isS10(id)).toBe(true);
  });

  it('knows the two special check digits', () => {
    expect(s10CheckDigit('11111111')).toBe(5);
    expect(s10CheckDigit('00000008')).toBe(0);
  });

  it('notices any one changed digit of the serial, save where 10 and 0, or 11 and 5, share a check digit', () => {
    const changed = fc.tuple(fc.stringMatching(/^\d{8}$/), fc.nat(7), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(changed, ([serial, index, by]) => {
        const check = s10CheckDigit(serial);
        fc.pre(check !== 0 && check !== 5);
        const digit = (Number(serial[index]) + by) % 10;
        return !isS10(`EA${serial.slice(0, index)}${digit}${serial.slice(index + 1)}${check}VN`);
      }),
    );
  });

  it('tells numbers that carry a check digit from a province’s own', () => {
    expect(hasS10Shape(normalizePostalItemId('ea 914 620 561 vn'))).toBe(true);
    expect(hasS10Shape('CM2026-000123')).toBe(false);
  });
});
