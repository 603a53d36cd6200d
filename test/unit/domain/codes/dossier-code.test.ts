import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDossierCodes,
  parseDossierCode,
  repairDossierCode,
} from '../../../../shared/domain/codes/dossier-code.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(2, 10).replaceAll('-', ''));
const dossierCode = fc.oneof(
  fc.tuple(digits(2), digits(2), day, digits(4)).map(([h, unit, on, n]) => `H${h}.${unit}-${on}-${n}`),
  fc
    .tuple(digits(2), digits(2), digits(2), day, digits(4))
    .map(([a, b, h, on, n]) => `000.${a}.${b}.H${h}-${on}-${n}`),
);

describe('dossier code', () => {
  it.each([
    ['H12.34-250701-0001', 'current', '2025-07-01'],
    ['H15.50.05.13-261008-0975', 'current', '2026-10-08'],
    ['G09-250102-0900001', 'current', '2025-01-02'],
    ['000.00.06.H56-231027-0361', 'legacy', '2023-10-27'],
  ])('reads %s', (code, form, receivedOn) => {
    expect(parseDossierCode(code)).toMatchObject({ code, form, receivedOn });
  });

  it.each([
    'H12.34-250231-0001',
    'H12.34-251301-0001',
    'h12.34-250701-0001',
    'H12.34-250701-001',
    'H12.34-250701-0001 ',
    '../H12.34-250701-0001',
    'X12.34-250701-0001',
    '',
  ])('refuses %j', (code) => {
    expect(parseDossierCode(code)).toBeNull();
  });

  it('undoes what recognition does to any code', () => {
    const misread = fc
      .tuple(dossierCode, fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }))
      .map(([code, dice]) => {
        const like: Record<string, string[]> = {
          '0': ['0', 'O', 'o'],
          '1': ['1', 'I', 'l'],
          '5': ['5', 'S', 'S'],
          '8': ['8', 'B', 'B'],
          '-': ['-', '–', '—'],
          '.': ['.', ' . ', ','],
        };
        return { code, read: [...code].map((c, index) => like[c]?.[dice[index]!] ?? c).join('') };
      });
    fc.assert(fc.property(misread, ({ code, read }) => repairDossierCode(read)?.code === code));
  });

  it('finds codes in running text', () => {
    const text = 'Mã hồ sơ: H12.O7-26O521–0001, hồ sơ cũ\n000.00.06.H56-231027-0361. Ngày 01-02-2026.';
    expect(findDossierCodes(text).map(({ code }) => code)).toEqual([
      'H12.07-260521-0001',
      '000.00.06.H56-231027-0361',
    ]);
  });

  it('answers quickly, whatever the page says', () => {
    const texts = [
      'H'.repeat(50_000),
      '1 '.repeat(50_000),
      'H12 - 123456 - '.repeat(4_000),
      'a-'.repeat(50_000),
    ];
    const before = performance.now();
    for (const text of texts) expect(findDossierCodes(text)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
