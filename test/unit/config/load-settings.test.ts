import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../shared/config/load-settings.ts';
import { parseProvince } from '../../../shared/config/province.ts';

describe('loadSettings', () => {
  it('takes defaults where nothing, or an empty text, is given', () => {
    expect(loadSettings({ PORT: '' })).toMatchObject({ port: 8080, ocrEngine: 'auto' });
  });

  it('reads values and lets overrides win', () => {
    expect(loadSettings({ PORT: '9000', JOBS: '3' }, { jobs: 1 })).toMatchObject({ port: 9000, jobs: 1 });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['OCR_ENGINE', 'guess'],
    ['PUBLIC_BASE_URL', 'https://a.vn/'],
    ['UNIT_CODE', 'X12'],
  ])('refuses %s=%s by name, without repeating the value', (variable, value) => {
    const attempt = () => loadSettings({ [variable]: value });
    expect(attempt).toThrow(expect.objectContaining({ code: 'settings-invalid' }));
    expect(attempt).toThrow(variable);
    expect(attempt).not.toThrow(value);
  });
});

describe('parseProvince', () => {
  const province = { provinceCode: '96', name: 'Cà Mau', unitCode: 'H12', region: 'ap-southeast-1' };

  it('takes a complete province', () => {
    expect(parseProvince(province)).toEqual({ ...province, maxReceives: 5 });
  });

  it.each([
    [{ ...province, unitCode: '12' }, 'unitCode'],
    [{ ...province, provinceCode: '960' }, 'provinceCode'],
    [{ ...province, region: 'Singapore' }, 'region'],
  ])('names the field that is wrong', (value, field) => {
    expect(() => parseProvince(value)).toThrow(field);
  });

  it('refuses a field it does not know: a typing mistake would be a setting that does nothing', () => {
    expect(() => parseProvince({ ...province, retenton: 1 })).toThrow('settings-invalid');
  });
});
