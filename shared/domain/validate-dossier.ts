/** Decides what a dossier's pages are: papers, types, findings and a verdict; a pure function of the pages so far. */
import { type AnsweredFields, answerFields, answerFindings } from './apply-answers.ts';
import type { Corrections } from './corrections.ts';
import {
  type DossierReview,
  isReadThrough,
  type ReviewedPage,
  type ReviewedPaper,
} from './dossier-review.ts';
import { readDossier } from './fields/read-dossier.ts';
import type { Finding, Verdict } from './finding.ts';
import { groupPages, type PageGroup, type ReadPage } from './group-pages.ts';
import type { PaperId } from './ids.ts';
import type { ExpectedDocument, Manifest } from './manifest.ts';
import type { PageFacts } from './page.ts';
import { readPageSigns } from './page-typing.ts';
import {
  type MissingComponent,
  NAMELESS_PAPER,
  type PageType,
  type Paper,
  type PaperType,
  type TypedPage,
  UNKNOWN_PAPER_TYPE,
  UNREAD_PAGE_TYPE,
} from './paper.ts';
import { type Catalogue, type CompiledType, catalogueFor } from './paper-types/compiled-types.ts';
import { identityCard } from './paper-types/identity-card.ts';
import { VALIDATION_RULES } from './validation-rules/index.ts';
import { verdictOn } from './verdict.ts';

export interface DossierDecision {
  readonly papers: Paper[];
  /** Every page, in order. */
  readonly pages: TypedPage[];
  readonly findings: Finding[];
  /** Required and not found among the pages read so far: the desk's checklist. */
  readonly missing: MissingComponent[];
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
}

/**
 * Called after every page and at the close. A page that waits to be read (`text` null, not parked) is of type
 * `UNREAD` and in no paper; as long as there is one, `missing` says what has not come yet but no finding calls it
 * missing. Parked pages are in a paper, for they are paper. Never throws, whatever the pages say.
 */
export function validateDossier({
  dossierCode,
  manifest,
  pages,
  today,
  corrections = null,
}: DossierSoFar): DossierDecision {
  const catalogue = catalogueFor(manifest);
  const standing = pages.filter(({ leftOut }) => !leftOut);
  const readPages = standing.map(
    (facts, index): ReadPage => ({ number: index + 1, facts, signs: readPageSigns(facts, catalogue) }),
  );
  const groups = groupPages(readPages, catalogue, manifest.expectedDocuments);
  if (isReadThrough({ pages: readPages })) nameTheOneIllegible(groups, manifest.expectedDocuments);
  const read = readDossier(
    groups.map((group) => ({ ...group, form: ruleFor(group.type, catalogue)?.form ?? null })),
    manifest,
    dossierCode,
  );
  const fields = groups.map((group, index) => answerFields(read[index]!, group.pages, corrections));
  const papers = nameGroups(groups, fields, catalogue, manifest.expectedDocuments);
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
    missing: missingComponents(papers, manifest.expectedDocuments),
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
    verdict: verdictOn(findings),
  };
}

/** Pages that are left out keep their own type, so that they can be found again. */
function typePages(pages: readonly PageFacts[], review: DossierReview, catalogue: Catalogue): TypedPage[] {
  const standing = new Map(review.pages.map((page) => [page.facts.pageId, page]));
  return pages.map((facts): TypedPage => {
    const { pageId } = facts;
    const page = standing.get(pageId);
    if (page) return { pageId, pageType: page.pageType, paperId: page.paper?.paper.paperId ?? null };
    const pageType = pageTypeOf({ number: 0, facts, signs: readPageSigns(facts, catalogue) }, null);
    return { pageId, pageType, paperId: null, dropped: true };
  });
}

/** Of one required paper missing and one illegible paper without a type, each is the other's answer. */
function nameTheOneIllegible(groups: readonly PageGroup[], expected: readonly ExpectedDocument[]): void {
  const missing = missingComponents(groups, expected);
  const illegible = groups.filter(
    ({ type, pages, assigned }) =>
      type === UNKNOWN_PAPER_TYPE && !assigned && pages.every(({ signs }) => !signs.isLegible),
  );
  if (missing.length === 1 && illegible.length === 1) illegible[0]!.type = missing[0]!.type;
}

function missingComponents(
  groups: readonly Pick<PageGroup, 'type'>[],
  expected: readonly ExpectedDocument[],
): MissingComponent[] {
  const found = new Set(groups.map(({ type }) => type));
  const missing = expected.filter(({ type, required }) => required && !found.has(type));
  return missing
    .filter(({ type }, index) => missing.findIndex((other) => other.type === type) === index)
    .map(({ type, name }) => ({ type, name: name || type }));
}

function nameGroups(
  groups: readonly PageGroup[],
  answered: readonly AnsweredFields[],
  catalogue: Catalogue,
  expected: readonly ExpectedDocument[],
): ReviewedPaper[] {
  const ordinals = new Map<string, number>();
  return groups.map((group, index) => {
    const { type, pages, signed } = group;
    const ordinal = (ordinals.get(type) ?? 0) + 1;
    ordinals.set(type, ordinal);
    const listed = expected.find((document) => document.type === type);
    const ownName = ruleFor(type, catalogue)?.name;
    const paper: Paper = {
      paperId: `${type}-${ordinal}` as PaperId,
      type,
      name: listed?.name || ownName || group.name || NAMELESS_PAPER,
      componentCode: listed ? type : null,
      pageIds: pages.map(({ facts }) => facts.pageId),
      signed,
      fields: answered[index]!.fields,
      ...(answered[index]!.absent.length > 0 ? { absent: answered[index]!.absent } : {}),
      ...(group.assigned ? { assigned: true } : {}),
    };
    return { ...group, paper };
  });
}

function ruleFor(type: PaperType, catalogue: Catalogue): CompiledType | undefined {
  return type === UNKNOWN_PAPER_TYPE ? undefined : catalogue.find((rule) => rule.type === type);
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
