import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../shared/config/load-settings.ts';
import { parseProvince, readProvince } from '../../../shared/config/parse-province.ts';
import { provinceEnvironment } from '../../../shared/config/province-environment.ts';
import { provinceUnits, slugOf } from '../../../shared/config/provinces.ts';
import { sourceOfSetting } from '../../../shared/config/setting-sources.ts';

const read = (slug: string) =>
  JSON.parse(readFileSync(new URL(`../../../infra/provinces/${slug}.json`, import.meta.url), 'utf8'));

/** The example with one value replaced, by path. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = read('ca-mau');
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key];
  place[path.at(-1)!] = value;
  return copy;
}

describe('a province file', () => {
  it.each(['ca-mau', 'can-tho'])('%s is complete', (slug) => {
    expect(readProvince(read(slug)).problems).toEqual([]);
  });

  it.each([
    [['unitCode'], '12', 'H12'],
    [['provinceCode'], '97', '34 codes'],
    [['name'], 'Cần Thơ', 'Cà Mau'],
    [['region'], 'Singapore', 'ap-southeast-1'],
    [['engine'], 'textract', 'reads no Vietnamese'],
    [['web', 'publicUrl'], 'http://hoso.example', 'https://'],
    [['web', 'certificateArn'], 'arn:aws:acm:ap-southeast-1:123456789012:certificate/0', 'us-east-1'],
    [['offices', 0, 'code'], 'bưu cục 1', 'letters, digits'],
    [['offices', 1, 'code'], '970000', 'once'],
    [['units', 1, 'code'], 'H13.05', 'H12'],
    [['retention', 'logDays'], 30, '365'],
    [['retention', 'rawScanDays'], 7, '30'],
    [['workingHours', 'spans', 0], ['11:30', '07:00'], 'begin before they end'],
    [['workingHours', 'spans', 1], ['11:00', '17:00'], 'in order'],
    [['workingHours', 'holidays'], ['2026-02-30'], 'exists'],
    [['codes', 'result'], '{ownerId}', '{paperType}'],
    [['quotas'], null, 'maxScanBytes'],
    [['features', 'firewal'], true, 'spelling'],
  ] as const)('refuses %j = %j by field, value and remedy', (path, value, remedy) => {
    const { problems } = readProvince(changed(path, value));
    expect(problems.length).toBeGreaterThan(0);
    const [problem] = problems;
    expect(problem!.field.startsWith(path.join('.'))).toBe(true);
    expect(JSON.stringify(value)).toContain(problem!.value.replace('…', ''));
    expect(problem!.remedy).toContain(remedy);
  });

  it('tells everything that is wrong at once', () => {
    const broken = { ...(changed(['name'], '') as object), region: 1 };
    expect(readProvince(broken).problems.map(({ field }) => field)).toEqual(['name', 'region']);
  });

  it('takes a secret by reference only, and does not repeat one that was written into the file', () => {
    const service = { url: 'https://mot-cua.example', secret: 'secretsmanager:bcci/ca-mau/case-system' };
    expect(readProvince(changed(['endpoints', 'caseSystem'], service)).problems).toEqual([]);
    const leaked = { ...service, secret: 'hunter2hunter2' };
    const [problem] = readProvince(changed(['endpoints', 'caseSystem'], leaked)).problems;
    expect(problem).toMatchObject({ field: 'endpoints.caseSystem.secret', value: '(not shown)' });
    expect(problem!.remedy).toContain('secretsmanager:');
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  it('is refused as a whole by the first problem', () => {
    expect(() => parseProvince(changed(['region'], 'x'))).toThrow('settings-invalid');
    expect(readProvince([]).problems).toMatchObject([{ field: '' }]);
  });

  it('gives settings that every process accepts', () => {
    const settings = loadSettings(provinceEnvironment(parseProvince(read('can-tho'))));
    expect(settings).toMatchObject({ provinceCode: '92', unitCode: 'H13', maxScanPages: 500 });
  });

  it('can be told from settings of the machine alone', () => {
    const environment: Record<string, string> = provinceEnvironment(parseProvince(read('can-tho')));
    expect(sourceOfSetting('UNIT_CODE', environment)).toBe('province');
    expect(sourceOfSetting('UNIT_CODE', { ...environment, UNIT_CODE: 'H99' })).toBe('environment');
    expect(sourceOfSetting('PORT', environment)).toBe('default');
    expect(sourceOfSetting('PORT', { ...environment, PORT: '80' })).toBe('environment');
  });

  it('marks conversion from paper only where the province says so', () => {
    const markOf = (changes: object) =>
      loadSettings(provinceEnvironment(parseProvince({ ...read('can-tho'), ...changes }))).conversionMark;
    expect([markOf({}), markOf({ conversionMark: 'bottom-left' })]).toEqual(['none', 'bottom-left']);
    expect(() => markOf({ conversionMark: 'middle' })).toThrow();
  });
});

describe('the table of provinces', () => {
  it('has 34 units with 3,321 communes, each code once', () => {
    expect(provinceUnits).toHaveLength(34);
    expect(provinceUnits.reduce((sum, { communes }) => sum + communes, 0)).toBe(3_321);
    expect(new Set(provinceUnits.map(({ code }) => code)).size).toBe(34);
    expect(new Set(provinceUnits.map(({ unitCode }) => unitCode)).size).toBe(34);
    expect(new Set(provinceUnits.map(({ name }) => slugOf(name))).size).toBe(34);
  });

  it('names files in plain letters', () => {
    expect(['Đắk Lắk', 'TP. Hồ Chí Minh', 'Cà Mau'].map(slugOf)).toEqual([
      'dak-lak',
      'tp-ho-chi-minh',
      'ca-mau',
    ]);
  });
});
