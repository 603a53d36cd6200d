/** A paper that is digitised as an original must have its minimum data (Circular 01/2023/TT-VPCP, article 9). */
import type { DossierReview } from '../dossier-review.ts';
import { matchExpected } from '../expected-papers.ts';
import type { Finding } from '../finding.ts';
import { METADATA_PARTS, metadataField, missingMetadata } from '../paper-metadata.ts';
import { metadataNamesOf } from '../paper-types/index.ts';

/** Asked only of papers whose form the counter declared: only then the law's list is known to apply. */
export function papersHaveMinimumMetadata({ papers, expected }: DossierReview): Finding[] {
  const entries = matchExpected(papers, expected);
  return papers.flatMap(({ type, paper, pages }, index): Finding[] => {
    const form = entries[index]?.form;
    if ((form !== 'ORIGINAL' && form !== 'CERTIFIED_E_COPY') || paper.skip || !paper.metadata) return [];
    const isIssued = metadataNamesOf(type).isIssued ?? false;
    const lacking = missingMetadata(paper.metadata, isIssued).filter(
      (part) => part === 'ownerId' || !paper.absent?.includes(metadataField(metadataNamesOf(type), part)),
    );
    if (lacking.length === 0) return [];
    return [
      {
        code: 'METADATA_INCOMPLETE',
        severity: 'warning',
        pageId: pages[0]!.facts.pageId,
        docType: type,
        message: `Trang ${pages[0]!.number}: “${paper.name}” chưa có ${lacking.map((part) => METADATA_PARTS[part]).join(', ')}. Nhập theo bản giấy.`,
        detail: { lacking: lacking.join(',') },
      },
    ];
  });
}
