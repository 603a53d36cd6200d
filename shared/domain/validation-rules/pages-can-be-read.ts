/** A page must be sharp, bright and whole enough to be read, or it has to be scanned again. */
import type { DossierReview, ReviewedPage } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function pagesCanBeRead({ pages }: DossierReview): Finding[] {
  return pages.filter(mattersToReaders).flatMap(faultsOf);
}

/** Blanks hold nothing to read, secrets must not be read, and a sheet whose code was read has done its work. */
function mattersToReaders({ signs }: ReviewedPage): boolean {
  if (signs.isBlank || signs.isSecret) return false;
  const sheet = signs.sheet;
  return sheet === null || (sheet.type !== 'ENVELOPE' && sheet.code === null);
}

function faultsOf({ number, facts }: ReviewedPage): Finding[] {
  const { pageId, quality, parked, text } = facts;
  const rescan = (code: 'TOO_DARK' | 'BLURRY_PAGE' | 'CUT_OFF', message: string): Finding => ({
    code,
    severity: 'error',
    pageId,
    message,
  });
  const faults: Finding[] = [];
  // A dark picture measures as blurred too: one cause, one sentence.
  if (quality.dark)
    faults.push(rescan('TOO_DARK', `Trang ${number} quá tối. Quét hoặc chụp lại ở chỗ đủ sáng.`));
  else if (quality.blurry)
    faults.push(
      rescan('BLURRY_PAGE', `Trang ${number} bị mờ, không đọc được. Quét hoặc chụp lại trang này.`),
    );
  if (quality.cutOff) {
    faults.push(
      rescan('CUT_OFF', `Trang ${number} bị cắt mất chữ ở mép. Đặt giấy ngay ngắn rồi quét lại trang này.`),
    );
  }
  if (faults.length > 0) return faults;
  if (parked) {
    faults.push({
      code: 'PAGE_UNREAD',
      severity: 'warning',
      pageId,
      message: `Trang ${number} chưa đọc được chữ. Mở trang, xem và nhập nội dung bằng tay.`,
    });
  } else if (text?.timedOut) {
    faults.push({
      code: 'PAGE_UNREAD',
      severity: 'warning',
      pageId,
      message: `Trang ${number} mới đọc được một phần. Mở trang, xem và nhập phần còn thiếu bằng tay.`,
    });
  }
  return faults;
}
