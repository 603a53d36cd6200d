/** The file that a province starts from: what is known is filled in, everything else says that it is not. */
import type { Province } from '../../shared/config/province.ts';
import { type ProvinceUnit, slugOf } from '../../shared/config/provinces.ts';

/** Field names whose values the admin must look at before anything can be deployed. */
const TO_CONFIRM = [
  'unitCode',
  'region',
  'web.publicUrl',
  'centre',
  'offices',
  'units',
  'retention',
  'quotas',
  'workingHours',
  'targets',
  'endpoints',
  'alarmEmails',
];

export function newProvince({ code, name, unitCode }: ProvinceUnit): Province {
  return {
    $schema: '../province.schema.json',
    exampleValues: TO_CONFIRM,
    provinceCode: code,
    name,
    unitCode,
    legalDecision: null,
    region: 'ap-southeast-1',
    account: null,
    web: { publicUrl: `https://hoso.${slugOf(name)}.example`, certificateArn: null },
    centre: { name: `Trung tâm Phục vụ hành chính công ${name}`, hotline: null },
    offices: [{ code: '000000', name: 'Bưu cục ví dụ' }],
    units: [{ code: unitCode, name: `Trung tâm Phục vụ hành chính công ${name}`, contactEmail: null }],
    engine: 'auto',
    retention: { objectLockDays: 30, rawScanDays: 90, finalDays: null, quarantineDays: 30, logDays: 400 },
    masks: { citizenId: { first: 3, last: 4 }, phone: { first: 3, last: 2 } },
    codes: { result: '{ownerId}-{paperType}', postalItem: 'free' },
    quotas: {
      maxScanBytes: 200_000_000,
      maxScanPages: 500,
      pagesAtOnce: 50,
      maxReceives: 5,
      requestsPerSecond: 50,
      requestBurst: 100,
    },
    workingHours: {
      days: [1, 2, 3, 4, 5],
      spans: [
        ['07:00', '11:30'],
        ['13:30', '17:00'],
      ],
      holidays: [],
    },
    targets: { throughOneStopPercent: 100, digitizedPercent: 80, reusedPercent: 80, pageAgeMinutes: 15 },
    endpoints: { caseSystem: null, nationalPortal: null, postalTracking: null, signerKeyArn: null },
    alarmEmails: [],
    features: { firewall: false, onlyFromVietnam: true, practice: true },
  };
}
