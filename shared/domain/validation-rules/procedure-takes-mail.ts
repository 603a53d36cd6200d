/** The procedure must be one that is in force and may be filed through the public postal service. */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding, FindingCode, Severity } from '../finding.ts';
import { caseOf } from '../procedure.ts';

/** Silent where there is no catalogue: then nothing is known of any procedure. */
export function procedureTakesMail({ procedure, manifest }: DossierReview): Finding[] {
  if (procedure === null) return [];
  if (procedure === 'unknown') {
    return [
      say(
        'PROCEDURE_UNKNOWN',
        'warning',
        `Danh mục không có thủ tục ${(manifest.procedureCode ?? '').slice(0, 40)}. Kiểm tra lại mã thủ tục.`,
      ),
    ];
  }
  const { code, name, active, mailable, cases } = procedure;
  const called = `${code} “${name.slice(0, 200)}”`;
  return [
    ...(active
      ? []
      : [
          say(
            'PROCEDURE_INACTIVE',
            'error',
            `Thủ tục ${called} không còn hiệu lực. Chọn thủ tục đang áp dụng.`,
          ),
        ]),
    ...(mailable
      ? []
      : [
          say(
            'PROCEDURE_NOT_MAILABLE',
            'error',
            `Thủ tục ${called} không nhận hồ sơ qua bưu chính công ích. Hướng dẫn người nộp đến nơi tiếp nhận.`,
          ),
        ]),
    ...(manifest.case && cases.length > 0 && caseOf(procedure, manifest.case) === null
      ? [
          say(
            'PROCEDURE_CASE_UNKNOWN',
            'warning',
            `Thủ tục ${called} không có trường hợp đã khai. Chọn lại trường hợp.`,
          ),
        ]
      : []),
  ];
}

function say(code: FindingCode, severity: Severity, message: string): Finding {
  return { code, severity, message };
}
