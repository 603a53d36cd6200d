/** Of each paper as many pages must be scanned as the counter counted (SoTrang). */
import { type DossierReview, isReadThrough } from '../dossier-review.ts';
import { matchExpected } from '../expected-papers.ts';
import type { Finding } from '../finding.ts';
import { isSameSheet } from '../page-likeness.ts';

/** A sheet that was scanned twice counts once; a paper that is missing altogether is said elsewhere. */
export function pagesAreAsManyAsDeclared(dossier: DossierReview): Finding[] {
  const { papers, expected } = dossier;
  if (!isReadThrough(dossier) || expected.every(({ pages }) => pages === undefined)) return [];
  const entries = matchExpected(papers, expected);
  return expected.flatMap((entry): Finding[] => {
    const own = papers.filter((_, index) => entries[index] === entry);
    const first = own[0]?.pages[0];
    if (!entry.pages || entry.skip !== null || first === undefined) return [];
    const scanned = countSheets(own.flatMap(({ pages }) => pages));
    if (scanned === entry.pages) return [];
    const advice = scanned < entry.pages ? 'Quét thêm trang còn thiếu' : 'Kiểm tra trang thừa';
    return [
      {
        code: 'PAGE_COUNT_MISMATCH',
        severity: 'warning',
        pageId: first.facts.pageId,
        docType: entry.type,
        message: `“${own[0]!.paper.name}” có ${scanned} trang quét, đã khai ${entry.pages} trang. ${advice}.`,
        detail: { scanned, declared: entry.pages },
      },
    ];
  });
}

function countSheets(pages: DossierReview['papers'][number]['pages']): number {
  return pages.filter(
    (page, index) => !pages.slice(0, index).some((other) => isSameSheet(other.facts, page.facts)),
  ).length;
}
