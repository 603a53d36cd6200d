/** No page should be in the dossier twice. */
import type { DossierReview, ReviewedPage } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { isSameSheet } from '../page-likeness.ts';

export function pagesComeOnce({ pages }: DossierReview): Finding[] {
  const originals: ReviewedPage[] = [];
  const findings: Finding[] = [];
  for (const page of pages) {
    if (page.paper === null) continue;
    const original = originals.find((other) => isSameSheet(other.facts, page.facts));
    if (!original) {
      originals.push(page);
      continue;
    }
    findings.push({
      code: 'DUPLICATE_PAGE',
      severity: 'warning',
      pageId: page.facts.pageId,
      docType: page.paper.type,
      message: `Trang ${page.number} trùng với trang ${original.number}. Bỏ một trang nếu quét hai lần cùng một tờ.`,
      detail: { originalPage: original.number },
    });
  }
  return findings;
}
