/** From a province's file to the settings of a process: the same on Lambda and on one machine. */
import type { Province } from './province.ts';
import { markProvinceSettings } from './setting-sources.ts';

/** Keys are environment names of `settings.ts`, and the mark by which the control room tells them from others. */
export function provinceEnvironment(province: Province): Record<string, string> {
  return markProvinceSettings({
    PROVINCE_CODE: province.provinceCode,
    UNIT_CODE: province.unitCode,
    PUBLIC_BASE_URL: province.web.publicUrl,
    OCR_ENGINE: province.engine,
    RESULT_CODE_TEMPLATE: province.codes.result,
    CONVERSION_MARK: province.conversionMark ?? 'none',
    MAX_SCAN_BYTES: String(province.quotas.maxScanBytes),
    MAX_SCAN_PAGES: String(province.quotas.maxScanPages),
    MAX_RECEIVES: String(province.quotas.maxReceives),
    CENTRE_NAME: province.centre.name,
    HOTLINE: province.centre.hotline ?? '',
    RAW_SCAN_DAYS: String(province.retention.rawScanDays),
    FINAL_DAYS: String(province.retention.finalDays ?? 0),
    CITIZEN_ID_SHOWN: shownDigits(province.masks.citizenId),
    PHONE_SHOWN: shownDigits(province.masks.phone),
    ONE_STOP_TARGET: String(province.targets.throughOneStopPercent),
    DIGITIZED_TARGET: String(province.targets.digitizedPercent),
    REUSED_TARGET: String(province.targets.reusedPercent),
    PRACTICE: province.features.practice ? 'on' : 'off',
    POSTAL_ITEM_CODES: province.codes.postalItem,
    PAGE_AGE_MINUTES: String(province.targets.pageAgeMinutes),
  });
}

function shownDigits({ first, last }: Province['masks']['phone']): string {
  return `${first},${last}`;
}
