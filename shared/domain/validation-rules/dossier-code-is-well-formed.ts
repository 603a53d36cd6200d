/** The dossier must be known by a well-formed code whose day has come. */

import { forPeople } from '../codes/calendar-date.ts';
import { repairDossierCode } from '../codes/dossier-code.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function dossierCodeIsWellFormed({ dossierCode, manifest, today }: DossierReview): Finding[] {
  const declared = manifest.dossierCode || null;
  if (declared !== null && repairDossierCode(declared) === null) {
    return [invalid(`Mã hồ sơ “${declared.slice(0, 60)}” không đúng cấu trúc. Nhập lại mã hồ sơ.`)];
  }
  const code = dossierCode ?? declared;
  if (code === null) {
    return [
      {
        code: 'DOSSIER_CODE_MISSING',
        severity: 'error',
        message: 'Chưa biết các trang này thuộc hồ sơ nào. Chọn hoặc nhập mã hồ sơ.',
      },
    ];
  }
  const parsed = repairDossierCode(code);
  if (parsed === null)
    return [invalid(`Mã hồ sơ “${code.slice(0, 60)}” không đúng cấu trúc. Nhập lại mã hồ sơ.`)];
  return parsed.receivedOn > today
    ? [
        invalid(
          `Mã hồ sơ ${parsed.code} ghi ngày ${forPeople(parsed.receivedOn)}, chưa tới. Kiểm tra lại mã hồ sơ.`,
        ),
      ]
    : [];
}

function invalid(message: string): Finding {
  return { code: 'DOSSIER_CODE_INVALID', severity: 'error', message };
}
