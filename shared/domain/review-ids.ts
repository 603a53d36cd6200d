/** Names of the questions that a dossier puts to people: the same question has the same name in every revision. */
import type { Finding } from './finding.ts';
import type { PageId } from './ids.ts';

/** Page numbers in a finding's figures move with the order of the pages; what it is about does not. */
const NUMBERS_OF_PAGES = /Page$/;

/** Pages, codes and names of fields alone: ids travel in events, so that no value may be in them. */
export function reviewIdOfFinding({ code, pageId, scanId, docType, detail }: Finding): string {
  const about = pageId ?? scanId ?? docType ?? 'dossier';
  const figures = Object.entries(detail ?? {})
    .filter(([name]) => !NUMBERS_OF_PAGES.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => String(value).replace(/[^A-Za-z0-9._-]/g, '-'));
  return ['finding', code, about, ...figures].join('.');
}

export function reviewIdOfField(pageId: PageId, field: string): string {
  return `field.${pageId}.${field}`;
}

export function reviewIdOfPaperType(pageId: PageId): string {
  return `paper-type.${pageId}`;
}

export const ORPHAN_REVIEW = 'orphan';
