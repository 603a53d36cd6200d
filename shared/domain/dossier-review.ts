/** A dossier as the validation rules see it: pages with signs, papers, and what the counter declared. */
import type { Corrections } from './corrections.ts';
import type { ExpectedPaper } from './expected-papers.ts';
import type { PageGroup, ReadPage } from './group-pages.ts';
import type { Manifest } from './manifest.ts';
import type { MissingComponent, PageType, Paper } from './paper.ts';
import type { ProcedureKnowledge } from './procedure.ts';

export interface ReviewedPage extends ReadPage {
  readonly pageType: PageType;
  /** Null for sheets, blanks and pages that wait to be read. */
  readonly paper: ReviewedPaper | null;
}

export interface ReviewedPaper extends PageGroup {
  readonly paper: Paper;
}

export interface DossierReview {
  /** Null for an orphan. */
  readonly dossierCode: string | null;
  readonly manifest: Manifest;
  /** ISO 8601 calendar date in Vietnam. */
  readonly today: string;
  readonly pages: readonly ReviewedPage[];
  readonly papers: readonly ReviewedPaper[];
  readonly missing: readonly MissingComponent[];
  /** What the dossier should hold, as declared or by the catalogue. */
  readonly expected: readonly ExpectedPaper[];
  readonly procedure: ProcedureKnowledge;
  /** What people did to the dossier so far. */
  readonly corrections: Corrections | null;
}

/** While a page waits to be read, nothing may be called missing: it may be that page. */
export function isReadThrough({ pages }: { readonly pages: readonly ReadPage[] }): boolean {
  return pages.every(({ facts, signs }) => facts.text !== null || facts.parked || signs.isBlank);
}

/** `Trang 3`, `Trang 3, 4 và 5`: how sentences name pages. */
export function pageNames(pages: readonly Pick<ReadPage, 'number'>[]): string {
  const numbers = pages.map(({ number }) => number);
  const last = numbers.pop();
  return `Trang ${numbers.length > 0 ? `${numbers.join(', ')} và ${last}` : last}`;
}
