/** A page that an officer wants to be scanned again must be scanned again. */
import { actsOf } from '../corrections.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** The officer's own words stay with the act: findings travel further than those may. */
export function pagesAreAsOfficersAsk({ pages, corrections }: DossierReview): Finding[] {
  const asked = new Set(actsOf(corrections, 'rescan-requested').map(({ pageId }) => pageId));
  return pages
    .filter(({ facts }) => asked.has(facts.pageId))
    .map(({ number, facts }) => ({
      code: 'RESCAN_REQUESTED',
      severity: 'error',
      pageId: facts.pageId,
      message: `Trang ${number}: cán bộ đề nghị quét lại. Quét lại trang này.`,
    }));
}
