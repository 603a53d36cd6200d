/** Decides what a dossier's pages are: papers, types, findings and a verdict; a pure function of the pages so far. */
import { answerFields, answerFindings } from './apply-answers.ts';
import type { Corrections } from './corrections.ts';
import {
  type DossierReview,
  isReadThrough,
  type ReviewedPage,
  type ReviewedPaper,
} from './dossier-review.ts';
import { type ExpectedPaper, expectPapers, matchExpected, missingPapers } from './expected-papers.ts';
import { readDossier } from './fields/read-dossier.ts';
import type { Finding, Verdict } from './finding.ts';
import { groupPages, type PageGroup, type ReadPage } from './group-pages.ts';
import type { PageId } from './ids.ts';
import type { Manifest } from './manifest.ts';
import { isSecretGroup, namePapers, ruleFor } from './name-papers.ts';
import type { PageFacts } from './page.ts';
import { readPageSigns } from './page-typing.ts';
import {
  type MissingComponent,
  type PageType,
  type Paper,
  type SkippedComponent,
  type TypedPage,
  UNKNOWN_PAPER_TYPE,
  UNREAD_PAGE_TYPE,
} from './paper.ts';
import { type Catalogue, catalogueFor } from './paper-types/compiled-types.ts';
import { identityCard } from './paper-types/identity-card.ts';
import { componentsOf, type ProcedureKnowledge } from './procedure.ts';
import { VALIDATION_RULES } from './validation-rules/index.ts';
import { verdictOn } from './verdict.ts';

/** Provinces lay it out as they like. */
export const DEFAULT_RESULT_CODE = '{ownerId}-{paperType}';

export interface DossierDecision {
  readonly papers: Paper[];
  /** Every page, in order. */
  readonly pages: TypedPage[];
  readonly findings: Finding[];
  /** Required and not found among the pages read so far: the desk's checklist. */
  readonly missing: MissingComponent[];
  /** Listed and not to be digitised: never missing. */
  readonly skipped: SkippedComponent[];
  /** Pages of papers with state secrets: nothing of them may be kept. */
  readonly quarantine: PageId[];
  readonly verdict: Verdict;
}

interface DossierSoFar {
  /** Null for an orphan. */
  readonly dossierCode: string | null;
  readonly manifest: Manifest;
  /** In order, pages that are left out among them. */
  readonly pages: readonly PageFacts[];
  /** ISO 8601 calendar date in Vietnam. */
  readonly today: string;
  readonly corrections?: Corrections | null;
  /** What the catalogue knows of the manifest's procedure. */
  readonly procedure?: ProcedureKnowledge;
  readonly resultCodeTemplate?: string;
}

/**
 * Called after every page and at the close. A page that waits to be read (`text` null, not parked) is of type
 * `UNREAD` and in no paper; as long as there is one, `missing` says what has not come yet but no finding calls it
 * missing. Parked pages are in a paper, for they are paper. Never throws, whatever the pages say.
 */
export function validateDossier({
  dossierCode,
  manifest: declared,
  pages,
  today,
  corrections = null,
  procedure = null,
  resultCodeTemplate = DEFAULT_RESULT_CODE,
}: DossierSoFar): DossierDecision {
  const expected = expectPapers(declared, procedure);
  const manifest: Manifest = { ...declared, expectedDocuments: expected };
  const catalogue = catalogueFor(manifest);
  const standing = pages.filter(({ leftOut }) => !leftOut);
  const readPages = standing.map(
    (facts, index): ReadPage => ({ number: index + 1, facts, signs: readPageSigns(facts, catalogue) }),
  );
  const groups = groupPages(readPages, catalogue, expected);
  if (isReadThrough({ pages: readPages })) nameTheOneIllegible(groups, expected);
  const entries = matchExpected(groups, expected);
  // Of a secret paper nothing is said, be it read or typed.
  const said = groups.map((group, index) => (isSecret(group, entries[index]!) ? [] : group.pages));
  const read = readDossier(
    groups.map((group, index) => ({
      type: group.type,
      pages: said[index]!,
      form: ruleFor(group.type, catalogue)?.form ?? null,
    })),
    manifest,
    dossierCode,
  );
  const papers = namePapers(
    groups.map((group, index) => ({
      group,
      answered: answerFields(read[index]!, said[index]!, corrections),
      expected: entries[index]!,
    })),
    {
      catalogue,
      components: procedure === null || procedure === 'unknown' ? [] : componentsOf(procedure, manifest.case),
      dossierCode,
      declaredId: idNumberIn(manifest.declaredApplicant.idNumber),
      resultCodeTemplate,
    },
  );
  const paperOf = new Map(papers.flatMap((paper) => paper.pages.map((page) => [page, paper] as const)));
  const review: DossierReview = {
    dossierCode,
    manifest,
    today,
    pages: readPages.map((page): ReviewedPage => {
      const paper = paperOf.get(page) ?? null;
      return { ...page, paper, pageType: pageTypeOf(page, paper) };
    }),
    papers,
    missing: missingPapers(groups, expected),
    expected,
    procedure,
    corrections,
  };
  const findings = answerFindings(
    VALIDATION_RULES.flatMap((rule) => rule(review)),
    standing,
    corrections,
  );
  return {
    papers: papers.map(({ paper }) => paper),
    pages: typePages(pages, review, catalogue),
    findings,
    missing: [...review.missing],
    skipped: skippedComponents(expected),
    quarantine: papers.flatMap(({ paper }) => (paper.skip === 'state-secret' ? paper.pageIds : [])),
    verdict: verdictOn(findings),
  };
}

function skippedComponents(expected: readonly ExpectedPaper[]): SkippedComponent[] {
  return expected.flatMap(({ type, name, componentCode = null, skip }) =>
    skip === null ? [] : [{ type, name: name || type, componentCode, reason: skip }],
  );
}

function idNumberIn(typed: string | undefined): string | null {
  const digits = typed?.replace(/\D/g, '') ?? '';
  return /^(\d{9}|\d{12})$/.test(digits) ? digits : null;
}

/** Pages that are left out keep their own type, so that they can be found again. */
function typePages(pages: readonly PageFacts[], review: DossierReview, catalogue: Catalogue): TypedPage[] {
  const standing = new Map(review.pages.map((page) => [page.facts.pageId, page]));
  return pages.map((facts): TypedPage => {
    const { pageId } = facts;
    const page = standing.get(pageId);
    if (page) return { pageId, pageType: page.pageType, paperId: page.paper?.paper.paperId ?? null };
    const signs = readPageSigns(facts, catalogue);
    const pageType = signs.own?.pageType ?? pageTypeOf({ number: 0, facts, signs }, null);
    return { pageId, pageType, paperId: null, dropped: true };
  });
}

/** Of one required paper missing and one illegible paper without a type, each is the other's answer. */
function nameTheOneIllegible(groups: readonly PageGroup[], expected: readonly ExpectedPaper[]): void {
  const missing = missingPapers(groups, expected);
  const illegible = groups.filter(
    ({ type, pages, assigned }) =>
      type === UNKNOWN_PAPER_TYPE &&
      !assigned &&
      pages.every(({ signs }) => !signs.isLegible && !signs.isSecret),
  );
  if (missing.length !== 1 || illegible.length !== 1) return;
  illegible[0]!.type = missing[0]!.type;
  illegible[0]!.name = missing[0]!.name;
}

/** Also one that the counter declared secret: nothing of it is read, or known to the other papers. */
function isSecret(group: PageGroup, expected: ExpectedPaper | null): boolean {
  return isSecretGroup(group) || expected?.skip === 'state-secret';
}

function pageTypeOf({ facts, signs }: ReadPage, paper: ReviewedPaper | null): PageType {
  if (paper?.assigned && paper.type !== identityCard.type) return paper.type;
  if (signs.sheet !== null) return signs.sheet.type;
  if (signs.isBlank) return 'BLANK';
  if (paper === null) return facts.text === null ? UNREAD_PAGE_TYPE : UNKNOWN_PAPER_TYPE;
  if (paper.type !== identityCard.type) return paper.type;
  return signs.own?.type === identityCard.type ? signs.own.pageType : sideByPlace(facts, paper);
}

/** The side of a card that nothing could be read of: the one that its paper lacks, fronts first. */
function sideByPlace(facts: PageFacts, paper: ReviewedPaper): PageType {
  const hasFront = paper.pages.some(
    ({ signs, facts: other }) => other !== facts && signs.own?.pageType === 'CCCD_FRONT',
  );
  return hasFront || paper.pages.findIndex((page) => page.facts === facts) > 0 ? 'CCCD_BACK' : 'CCCD_FRONT';
}
