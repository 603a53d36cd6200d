/** Every paper that the procedure requires must be in the dossier. */
import { type DossierReview, isReadThrough } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { UNKNOWN_PAPER_TYPE } from '../paper.ts';

/**
 * Silent while pages wait to be read. As many papers are not called missing as there are illegible ones of unknown
 * type: each may be one of them, the rescan will tell, and a clerk sent to the citizen for nothing is worse.
 */
export function requiredPapersAreThere(dossier: DossierReview): Finding[] {
  if (!isReadThrough(dossier)) return [];
  const illegible = dossier.papers.filter(
    ({ type, pages }) =>
      type === UNKNOWN_PAPER_TYPE && pages.every(({ signs }) => !signs.isLegible && !signs.isSecret),
  );
  if (illegible.length >= dossier.missing.length) return [];
  return dossier.missing.map(({ type, name }) => ({
    code: 'MISSING_REQUIRED',
    severity: 'error',
    docType: type,
    message: `Thiếu “${name}”. Đề nghị người nộp bổ sung, hoặc quét thêm nếu giấy này có trong hồ sơ.`,
  }));
}
