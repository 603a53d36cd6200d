/** A paper must be of the type that the separator sheet before it announces. */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function papersAreWhatSheetsSay({ papers }: DossierReview): Finding[] {
  return papers.flatMap(({ type, pages, announcedBy, paper, signed }): Finding[] => {
    const announced = announcedBy?.type ?? null;
    if (announcedBy === null || announced === null || announced === type || signed) return [];
    const { number, facts } = pages[0]!;
    return [
      {
        code: 'TYPE_MISMATCH',
        severity: 'warning',
        pageId: facts.pageId,
        docType: type,
        message: `Trang ${number} là “${paper.name}”, khác với tờ phân cách ở trang ${announcedBy.sheet.number}. Kiểm tra và xếp lại giấy tờ.`,
        detail: { announced, separatorPage: announcedBy.sheet.number },
      },
    ];
  });
}
