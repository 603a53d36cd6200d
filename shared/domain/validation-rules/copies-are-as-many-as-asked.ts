/** Of each paper as many originals and copies must be handed in as the catalogue asks for (SOBANCHINH, SOBANSAO). */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** Only counts that the counter declared are held against the catalogue's. */
export function copiesAreAsManyAsAsked({ expected }: DossierReview): Finding[] {
  return expected.flatMap(({ type, name, required, skip, asked, originals, copies }): Finding[] => {
    if (asked === null || skip === 'already-in-database' || skip === 'replaced-by-result') return [];
    if (!required && !originals && !copies) return [];
    const lacking = [
      lack('bản chính', originals, asked.originals),
      lack('bản sao', copies, asked.copies),
    ].filter((sentence) => sentence !== null);
    if (lacking.length === 0) return [];
    return [
      {
        code: 'COPIES_MISSING',
        severity: 'warning',
        docType: type,
        message: `“${name || asked.name}”: ${lacking.join('; ')}. Đề nghị người nộp bổ sung cho đủ.`,
        detail: {
          originals: originals ?? 0,
          copies: copies ?? 0,
          askedOriginals: asked.originals,
          askedCopies: asked.copies,
        },
      },
    ];
  });
}

function lack(kind: string, handedIn: number | undefined, asked: number): string | null {
  return handedIn === undefined || handedIn >= asked ? null : `cần ${asked} ${kind}, mới có ${handedIn}`;
}
