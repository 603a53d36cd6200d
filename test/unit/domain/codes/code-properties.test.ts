import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitOfDossier } from '../../../../shared/domain/agency-unit.ts';
import { parseAgencyCode } from '../../../../shared/domain/codes/agency-code.ts';
import { calendarDate, forPeople, parseDayMonthYear } from '../../../../shared/domain/codes/calendar-date.ts';
import { agreesWithBirthDate, parseCitizenId } from '../../../../shared/domain/codes/citizen-id.ts';
import {
  findDossierCodes,
  isSameDossier,
  parseDossierCode,
  repairDossierCode,
} from '../../../../shared/domain/codes/dossier-code.ts';
import { isOldCardNumber } from '../../../../shared/domain/codes/old-card-number.ts';
import { parsePhoneNumber } from '../../../../shared/domain/codes/phone-number.ts';
import { isS10, s10CheckDigit } from '../../../../shared/domain/codes/postal-item-id.ts';
import { isProcedureCode, isSameProcedure } from '../../../../shared/domain/codes/procedure-code.ts';
import { resultCodeOf } from '../../../../shared/domain/codes/result-code.ts';
import { GRAMMARS, type GrammarName } from '../../../../shared/domain/fields/grammars/index.ts';
import { rowsOf } from '../../../../shared/domain/fields/tokens.ts';
import type { ReadPage } from '../../../../shared/domain/group-pages.ts';
import { typedPage } from '../fields/typed-paper.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const yymmdd = day.map((iso) => iso.slice(2).replaceAll('-', ''));
const current = fc
  .tuple(digits(2), fc.array(digits(2), { maxLength: 3 }), yymmdd, digits(4))
  .map(([root, levels, date, serial]) => `${[`H${root}`, ...levels].join('.')}-${date}-${serial}`);
const legacy = fc
  .tuple(digits(3), digits(2), digits(2), digits(2), yymmdd, digits(4))
  .map(([a, b, c, root, date, serial]) => `${a}.${b}.${c}.H${root}-${date}-${serial}`);

describe('dossier codes', () => {
  it('of both forms are read as they are, and found again in running text', () => {
    fc.assert(
      fc.property(fc.oneof(current, legacy), (code) => {
        expect(parseDossierCode(code)?.code).toBe(code);
        expect(findDossierCodes(`Mã hồ sơ: ${code}.`).map((found) => found.code)).toEqual([code]);
      }),
    );
  });

  it('survive what typing and recognition do to figures, dashes and blanks', () => {
    const misread: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };
    fc.assert(
      fc.property(current, fc.constantFrom('-', '–', '—', ' - '), fc.nat(), (code, dash, seed) => {
        const noisy = [...code]
          .map((letter, index) => ((seed + index) % 3 === 0 ? (misread[letter] ?? letter) : letter))
          .join('')
          .replaceAll('-', dash);
        expect(repairDossierCode(noisy)?.code).toBe(code);
      }),
    );
  });

  it('of both forms name one dossier where unit, day and number are the same', () => {
    const level = fc.integer({ min: 1, max: 99 }).map((each) => String(each).padStart(2, '0'));
    fc.assert(
      fc.property(digits(2), level, level, yymmdd, digits(4), (root, upper, middle, date, serial) => {
        const now = `H${root}.${upper}.${middle}-${date}-${serial}`;
        const before = `000.${middle}.${upper}.H${root}-${date}-${serial}`;
        expect(isSameDossier(now, before)).toBe(true);
        expect(
          isSameDossier(
            now,
            before.replace(/\d$/, (last) => String((Number(last) + 1) % 10)),
          ),
        ).toBe(false);
        expect(isSameDossier(now, before.replace('000.', '001.'))).toBe(false);
      }),
    );
    expect(isSameDossier('', 'H12.07-260521-0001')).toBe(false);
  });

  it('never throw, and give nothing that does not parse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const repaired = repairDossierCode(text);
        if (repaired) expect(parseDossierCode(repaired.code)).toEqual(repaired);
      }),
    );
  });
});

describe('agency codes', () => {
  it('of the older form are turned round', () => {
    expect(parseAgencyCode('000.00.07.H12')).toEqual({ code: 'H12.07', root: 'H12', form: 'legacy' });
    expect(parseAgencyCode('015.22.06.H56')?.code).toBe('H56.06.22.015');
    expect(parseAgencyCode('000.00.00.G09')?.code).toBe('G09');
    for (const no of ['', 'H1', 'X12', 'H12.', 'H12.1.2.3.4', '00.00.07.H12', 'H12.0a'])
      expect(parseAgencyCode(no)).toBeNull();
  });

  it('name the unit of a dossier, whichever form its code has', () => {
    expect(unitOfDossier('H12.07-260521-0001')).toBe('H12.07');
    expect(unitOfDossier('000.00.07.H12-260521-0001')).toBe('H12.07');
    expect(unitOfDossier('H12.07-269921-0001')).toBeNull();
    expect(unitOfDossier(null)).toBeNull();
  });

  it('mean the same in both forms', () => {
    const level = fc.integer({ min: 1, max: 99 }).map((each) => String(each).padStart(2, '0'));
    fc.assert(
      fc.property(digits(2), level, level, (root, upper, middle) => {
        const code = `H${root}.${upper}.${middle}`;
        expect(parseAgencyCode(`000.${middle}.${upper}.H${root}`)?.code).toBe(code);
        expect(parseAgencyCode(code)?.code).toBe(code);
      }),
    );
  });
});

describe('procedure codes', () => {
  it('name one procedure by their national number, whatever follows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), digits(6), digits(2), (head, serial, root) => {
        const code = `${head}.${serial}`;
        expect(isProcedureCode(code)).toBe(true);
        expect(isSameProcedure(code, `${code}.000.00.00.H${root}`)).toBe(true);
      }),
    );
  });
});

describe('citizen numbers', () => {
  it('say century, sex and year of birth; the place is never held against a province of today', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2399 }),
        fc.boolean(),
        digits(3),
        digits(6),
        (year, isMale, place, tail) => {
          const century = 2 * Math.floor((year - 1900) / 100) + (isMale ? 0 : 1);
          const id = `${place}${century}${String(year % 100).padStart(2, '0')}${tail}`;
          const citizen = parseCitizenId(id)!;
          expect(citizen).toMatchObject({ birthYear: year, sex: isMale ? 'male' : 'female', place });
          expect(agreesWithBirthDate(citizen, `${year}-01-31`)).toBe(true);
          expect(agreesWithBirthDate(citizen, `${year + 1}-01-31`)).toBe(false);
        },
      ),
    );
    // 89 was An Giang until 2025; the merged province is 91. Both stay places of registration.
    expect(parseCitizenId('089095000001')?.isKnownProvince).toBe(true);
    expect(parseCitizenId('999095000001')?.isKnownProvince).toBe(false);
    expect(parseCitizenId('381234567')).toBeNull();
  });
});

const read = (grammar: GrammarName, text: string) => {
  const [row] = rowsOf([{ number: 1, facts: typedPage(text) } as ReadPage]);
  return GRAMMARS[grammar](row!.tokens)?.value;
};
const MISREAD: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };
const misreadSome = (figures: string, seed: number) =>
  [...figures].map((figure, at) => ((seed >> at) % 4 === 1 ? (MISREAD[figure] ?? figure) : figure)).join('');

describe('numbers of the old card', () => {
  it('are nine figures, read behind a label, in groups and with letters in the place of figures', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(), (number, seed) => {
        expect(isOldCardNumber(number)).toBe(true);
        expect(read('citizenId', `CMND số ${number}, cấp ngày 15/04/2011`)).toBe(number);
        expect(read('citizenId', number.replace(/(\d{3})(?=\d)/g, '$1 '))).toBe(number);
        // A word of letters alone is none: the first figure stays.
        expect(read('citizenId', number[0] + misreadSome(number.slice(1, 4), seed) + number.slice(4))).toBe(
          number,
        );
      }),
    );
  });

  it('are no citizen numbers, nor the other way round', () => {
    fc.assert(
      fc.property(digits(9), digits(3), (number, three) => {
        expect(parseCitizenId(number)).toBeNull();
        expect(isOldCardNumber(number + three)).toBe(false);
        expect(read('citizenId', number + three)).toBe(number + three);
      }),
    );
  });
});

describe('telephone numbers', () => {
  const mobile = fc
    .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(8))
    .map(([range, rest]) => `0${range}${rest}`);
  const landline = digits(9).map((rest) => `02${rest}`);

  it('are the same at home and with the country’s code, however they are grouped', () => {
    const groups = fc.constantFrom(/(\d{4})(\d{3})(\d+)/, /(\d{3})(\d{3})(\d+)/, /(\d{2})(\d{4})(\d+)/);
    fc.assert(
      fc.property(
        fc.oneof(mobile, landline),
        groups,
        fc.constantFrom(' ', '.', '-'),
        (digits, group, mark) => {
          const kind = digits.startsWith('02') ? 'landline' : 'mobile';
          for (const written of [
            digits,
            `+84${digits.slice(1)}`,
            `84${digits.slice(1)}`,
            `(${digits.slice(0, 4)}) ${digits.slice(4)}`,
          ])
            expect(parsePhoneNumber(written)).toEqual({ digits, kind });
          expect(parsePhoneNumber(digits.replace(group, `$1${mark}$2${mark}$3`))).toEqual({ digits, kind });
        },
      ),
    );
  });

  it('are read from papers as they are grouped there, letters in the place of figures put right', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const grouped = number.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3');
        expect(read('phone', `${grouped} Email:`)).toBe(grouped);
        expect(read('phone', grouped.replaceAll('0', 'O').replaceAll('1', 'I'))).toBe(grouped);
      }),
    );
  });

  it('that nobody can dial are none', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline), digits(1), (number, one) => {
        expect(parsePhoneNumber(number.slice(0, -1) + (number.startsWith('02') ? '' : one + one))).toBeNull();
      }),
    );
    for (const no of ['', '0', '0100000000', '0600000000', '113', '19001234', '+85900000015'])
      expect(parsePhoneNumber(no)).toBeNull();
  });
});

describe('postal item numbers', () => {
  it('are proved by their check digit, and one wrong figure breaks them', () => {
    fc.assert(
      fc.property(
        digits(8),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, by) => {
          const right = `EE${serial}${s10CheckDigit(serial)}VN`;
          expect(isS10(right)).toBe(true);
          if (at === 8) {
            const wrong = (s10CheckDigit(serial) + by) % 10;
            expect(isS10(`EE${serial}${wrong}VN`)).toBe(false);
          }
        },
      ),
    );
  });
});

describe('dates', () => {
  it('go from the calendar to people and cards and back', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
        expect(calendarDate(year, month, date)).toBe(iso);
        expect(parseDayMonthYear(forPeople(iso).replaceAll('/', ''))).toBe(iso);
      }),
    );
    expect(calendarDate(2026, 2, 29)).toBeNull();
  });
});

describe('codes of digitised results', () => {
  const parts = { paperType: 'GT.1', number: '12/GCS-BV', issuedOn: '2026-03-05', dossierCode: null };

  it('join owner and type; without an owner its place stays blank and the paper is told apart', () => {
    const template = '{ownerId}-{paperType}';
    expect(resultCodeOf(template, { ...parts, ownerId: '096095000001' })).toBe('096095000001-GT.1');
    expect(resultCodeOf(template, { ...parts, ownerId: null })).toBe('-GT.1-12.GCS.BV-2026.03.05');
    const bare = { ...parts, ownerId: null, number: null, issuedOn: null };
    expect(resultCodeOf(template, bare)).toBe('-GT.1');
  });
});
