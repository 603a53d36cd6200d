import { describe, expect, it } from 'vitest';
import {
  zoneLineOfDates,
  zoneLineOfName,
  zoneLineOfNumber,
} from '../../../../shared/domain/codes/machine-readable-lines.ts';
import { readMachineReadableZone } from '../../../../shared/domain/codes/machine-readable-zone.ts';

describe('lines of a machine-readable zone', () => {
  const id = '092199000638';
  const dates = { birthDate: '1999-12-05', sex: 'female', expiresOn: '2039-12-05' } as const;

  it('are thirty characters each', () => {
    for (const line of [zoneLineOfNumber(id), zoneLineOfDates(id, dates), zoneLineOfName('Đỗ Ngọc Yến Vy')]) {
      expect(line).toMatch(/^[A-Z0-9<]{30}$/);
    }
  });

  it('are read back as what they were made of', () => {
    expect(readMachineReadableZone([zoneLineOfNumber(id), zoneLineOfDates(id, dates)])).toMatchObject({
      citizenId: id,
      birthDate: dates.birthDate,
      expiresOn: dates.expiresOn,
      sex: 'female',
    });
  });

  it('say that a card never expires', () => {
    const line = zoneLineOfDates(id, { ...dates, expiresOn: null });
    expect(readMachineReadableZone([line])).toMatchObject({ neverExpires: true, expiresOn: null });
  });

  it('part the family name by two fillers, the others by one', () => {
    expect(zoneLineOfName('Đỗ Ngọc Yến Vy')).toBe('DO<<NGOC<YEN<VY<<<<<<<<<<<<<<<');
  });
});
