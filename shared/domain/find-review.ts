/** What a review's id stands for in a dossier: also what nobody asked about, for a person may know better than a sure reading. */
import type { Dossier } from './dossier.ts';
import type { PageId, PaperId } from './ids.ts';
import type { Paper } from './paper.ts';
import { isFieldOf } from './paper-types/form-fields.ts';
import { ORPHAN_REVIEW, reviewIdOfField, reviewIdOfFinding, reviewIdOfPaperType } from './review-ids.ts';

export type Review =
  | {
      readonly kind: 'field';
      readonly pageId: PageId;
      readonly field: string;
      /** As it stands now; null where nothing does. */
      readonly value: string | null;
    }
  | { readonly kind: 'finding' | 'missing'; readonly pageId: PageId | null }
  | {
      readonly kind: 'paper-type';
      readonly paperId: PaperId;
      readonly pageId: PageId;
      readonly pageIds: readonly PageId[];
    }
  | { readonly kind: 'orphan' };

type Asked = Pick<Dossier, 'dossierCode' | 'papers' | 'findings'>;

/** Null when the dossier has nothing of that name (any more). */
export function findReview({ dossierCode, papers, findings }: Asked, reviewId: string): Review | null {
  if (reviewId === ORPHAN_REVIEW) return dossierCode === null ? { kind: 'orphan' } : null;
  const finding = findings.find((one) => reviewIdOfFinding(one) === reviewId);
  if (finding) {
    const kind = finding.code === 'MISSING_REQUIRED' ? 'missing' : 'finding';
    return { kind, pageId: finding.pageId ?? null };
  }
  for (const paper of papers) {
    const found = findInPaper(paper, reviewId);
    if (found) return found;
  }
  return null;
}

function findInPaper({ paperId, type, pageIds, fields, skip }: Paper, reviewId: string): Review | null {
  const [first] = pageIds;
  // No words of a secret paper are kept, typed ones neither.
  if (first === undefined || skip === 'state-secret') return null;
  if (reviewId === reviewIdOfPaperType(first)) return { kind: 'paper-type', paperId, pageId: first, pageIds };
  const before = reviewIdOfField(first, '');
  if (!reviewId.startsWith(before)) return null;
  const name = reviewId.slice(before.length);
  const field = fields.find((one) => one.name === name);
  if (!field && !isFieldOf(type, name)) return null;
  return { kind: 'field', pageId: field?.pageId ?? first, field: name, value: field?.value ?? null };
}
