import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreesWithBirthDate, parseCitizenId } from '../../../../shared/domain/codes/citizen-id.ts';
import { parseIdentityCardCode } from '../../../../shared/domain/codes/identity-card-code.ts';
import { isProcedureCode, isSameProcedure } from '../../../../shared/domain/codes/procedure-code.ts';

describe('citizen number', () => {
  it('says place, sex and year of birth', () => {
    expect(parseCitizenId('096303000002')).toMatchObject({
      place: '096',
      isKnownProvince: true,
      sex: 'female',
      birthYear: 2003,
    });
    expect(parseCitizenId('001064000015')).toMatchObject({ sex: 'male', birthYear: 1964 });
  });

  it('doubts an unknown place without refusing it', () => {
    expect(parseCitizenId('999064000015')).toMatchObject({ isKnownProvince: false });
  });

  it('reads back every structure', () => {
    const years = fc.integer({ min: 1900, max: 2399 });
    fc.assert(
      fc.property(years, fc.boolean(), fc.stringMatching(/^\d{6}$/), (year, isFemale, rest) => {
        const century = 2 * Math.floor((year - 1900) / 100) + (isFemale ? 1 : 0);
        const parsed = parseCitizenId(`096${century}${String(year % 100).padStart(2, '0')}${rest}`)!;
        return agreesWithBirthDate(parsed, `${year}-05-01`) && parsed.sex === (isFemale ? 'female' : 'male');
      }),
    );
  });

  it.each(['09630300000', '0963030000022', '09630300000a', '０96303000002'])('refuses %j', (text) => {
    expect(parseCitizenId(text)).toBeNull();
  });
});

describe('identity card code', () => {
  const card =
    '096194000155|381000155|Đặng Thị Kiều Oanh|20121994|Nữ|Số 9 đường Lý Thường Kiệt, Cà Mau|14122022';

  it('reads all that it says', () => {
    expect(parseIdentityCardCode(card)).toEqual({
      id: '096194000155',
      name: 'Đặng Thị Kiều Oanh',
      birthDate: '1994-12-20',
      sex: 'Nữ',
      address: 'Số 9 đường Lý Thường Kiệt, Cà Mau',
      issuedOn: '2022-12-14',
    });
  });

  it('reads cards without an old number and with fields behind', () => {
    expect(parseIdentityCardCode(`${card.replace('|381000155|', '||')}|||`)).toMatchObject({
      id: '096194000155',
    });
  });

  it.each([card.replace('20121994', '31021994'), card.replace('096194000155', '96194000155'), 'a|b|c|d', ''])(
    'refuses %j',
    (text) => {
      expect(parseIdentityCardCode(text)).toBeNull();
    },
  );
});

describe('procedure code', () => {
  it.each(['1.001193', '2.000815.000.00.00.H55.02', '1.010708.000.00.00.H56'])('accepts %s', (code) => {
    expect(isProcedureCode(code)).toBe(true);
  });

  it('compares national numbers only', () => {
    expect(isSameProcedure('1.010708.000.00.00.H56', '1.010708')).toBe(true);
    expect(isSameProcedure('1.010708', '1.010709')).toBe(false);
    expect(isSameProcedure('x', 'x')).toBe(false);
  });
});
