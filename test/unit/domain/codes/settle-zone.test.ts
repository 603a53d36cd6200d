import { describe, expect, it } from 'vitest';
import { zoneLineOfDates, zoneLineOfNumber } from '../../../../shared/domain/codes/machine-readable-lines.ts';
import { settleZone } from '../../../../shared/domain/codes/settle-zone.ts';

const id = '092199000638';
const number = zoneLineOfNumber(id);
const dates = zoneLineOfDates(id, { birthDate: '1999-12-05', sex: 'female', expiresOn: '2039-12-05' });
const name = 'DO<<NGOC<YEN<VY<<<<<<<<<<<<<<<';

describe('settleZone', () => {
  it('leaves sound lines as they are, and other lines alone', () => {
    expect(settleZone(['Left index finger', number, dates, name])).toEqual([null, number, dates, name]);
  });

  it('puts the letters in front right', () => {
    for (const front of ['1DVNM', 'TDVNM', 'T1DVNM', '-IDVNM', 'IDVNH']) {
      expect(settleZone([front + number.slice(5)])[0]).toBe(number);
    }
  });

  it('knows zeros that were read as nines by the copy of the number and its check digit', () => {
    const read = `${number.slice(0, 9)}99${number.slice(11)}`;
    expect(read).not.toBe(number);
    expect(settleZone([read, dates])[0]).toBe(number);
  });

  it('drops a figure that was read into the number', () => {
    expect(settleZone([`${number.slice(0, 20)}9${number.slice(20)}`, dates])[0]).toBe(number);
  });

  it('confirms each day by its check digit, the birthday, and the number above', () => {
    expect(settleZone([number, dates.replace('05', '95')])[1]).toBe(dates);
    expect(settleZone([number, `0${dates}`])[1]).toBe(dates);
  });

  it('leaves open what has several readings', () => {
    const spoilt = dates.replace('991205', '111111');
    expect(settleZone([number, spoilt])[1]).toBeNull();
    expect(settleZone([`IDVNM${'1234567890123456789012'}<<5`])[0]).toBeNull();
  });

  it('reads names as letters and counts the fillers', () => {
    expect(settleZone(['DO<<NGOC<YEN<VY<<<<<<<<<<<<<'])[0]).toBe(name);
    expect(settleZone(['D0<<NGOC<YEN<VY<<<<<<<S<<<<<<<'])[0]).toBe(name);
    expect(settleZone(['TRUONG<<HUU<NGHIÓA<<<<<<<<<<<<<'])[0]).toBe('TRUONG<<HUU<NGHIA<<<<<<<<<<<<<');
  });
});
