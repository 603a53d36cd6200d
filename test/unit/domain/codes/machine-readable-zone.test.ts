import { describe, expect, it } from 'vitest';
import {
  checkDigit,
  isMachineReadableLine,
  readMachineReadableZone,
} from '../../../../shared/domain/codes/machine-readable-zone.ts';

const zone = [
  'IDVNM0949000572096094000057<<5',
  '9403268M3403266VNM<<<<<<<<<<<2',
  'TRAN<<CHI<NGUYEN<<<<<<<<<<<<<<',
];

describe('machine-readable zone', () => {
  it('reads number, birth and expiry', () => {
    expect(readMachineReadableZone(['Left index finger', ...zone])).toEqual({
      citizenId: '096094000057',
      birthDate: '1994-03-26',
      expiresOn: '2034-03-26',
      neverExpires: false,
      sex: 'male',
    });
  });

  it('reads the number whatever became of the first letter', () => {
    for (const line of ['1DVNM', 'TDVNM', 'DVNM'].map((head) => head + zone[0]!.slice(5))) {
      expect(readMachineReadableZone([line])?.citizenId).toBe('096094000057');
    }
  });

  it('takes a date only when its check digit confirms it', () => {
    const misread = [zone[0]!, zone[1]!.replace('940326', '940226'), zone[2]!];
    expect(readMachineReadableZone(misread)).toMatchObject({ birthDate: null, expiresOn: '2034-03-26' });
  });

  it('knows cards without end of validity', () => {
    const line = `640922${checkDigit('640922')}M991231${checkDigit('991231')}VNM<<<<<<<<<<<2`;
    expect(readMachineReadableZone([line])).toMatchObject({
      birthDate: '1964-09-22',
      expiresOn: null,
      neverExpires: true,
    });
  });

  it('forgives letters read for digits', () => {
    expect(readMachineReadableZone(['94O3268M34O3266VNM<<<<<<<<<<<2'])).toMatchObject({
      birthDate: '1994-03-26',
    });
  });

  it.each(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 3998/VPCP-KSTT', 'QUYỀN SỬ DỤNG ĐẤT', ''])(
    'is not %j',
    (line) => {
      expect(isMachineReadableLine(line)).toBe(false);
      expect(readMachineReadableZone([line])).toBeNull();
    },
  );
});
