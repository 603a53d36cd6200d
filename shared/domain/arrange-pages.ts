/** Puts the pages of a dossier into their order, and says which are left out: dropped, or scanned again. */
import type { PageId } from './ids.ts';
import type { PageFacts } from './page.ts';
import { comparePlaces, type PlacedPage } from './page-order.ts';
import type { PagePlan, Place } from './page-plan.ts';

export interface DeliveredPage<Facts extends PlannedFacts = PageFacts> {
  readonly facts: Facts;
  /** As delivered; a person's place goes before it. */
  readonly place: Place;
}

/** A better scan goes before whatever a person has put after the old one. */
const FIRST_OF_ALL = -1e15;

type PlannedFacts = Pick<PageFacts, 'pageId' | 'plan'>;
type Known = ReadonlyMap<PageId, DeliveredPage<PlannedFacts>>;

/**
 * A better scan stands where the page stood that it replaces, in the paper that a person gave that page. As long as
 * it is not here itself, or a person dropped it, the old page stands.
 */
export function arrangePages(pages: readonly DeliveredPage[]): PageFacts[] {
  const known = byId(pages);
  const replaced = new Set(
    pages.flatMap(({ facts: { plan } }) => (plan?.replaces && !plan.dropped ? [plan.replaces] : [])),
  );
  return pages
    .map((page) => ({ facts: inherit(page.facts, known, replaced), place: placeOf(page, known) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ facts }) => facts);
}

/** In order. */
export function placePages(pages: readonly DeliveredPage<PlannedFacts>[]): PlacedPage[] {
  const known = byId(pages);
  return pages
    .map((page) => ({ pageId: page.facts.pageId, place: placeOf(page, known) }))
    .sort((a, b) => comparePlaces(a.place, b.place));
}

function byId(pages: readonly DeliveredPage<PlannedFacts>[]): Known {
  return new Map(pages.map((page) => [page.facts.pageId, page]));
}

/** Of several pages of one better scan, the place as delivered tells which is first. */
function placeOf(page: DeliveredPage<PlannedFacts>, known: Known, depth = 0): Place {
  const { plan } = page.facts;
  if (plan?.place) return plan.place;
  const old = plan?.replaces ? known.get(plan.replaces) : undefined;
  // People may name two pages as each other's better scan.
  return old && depth < known.size
    ? [...placeOf(old, known, depth + 1), FIRST_OF_ALL, ...page.place]
    : page.place;
}

function inherit(facts: PageFacts, known: Known, replaced: ReadonlySet<PageId>): PageFacts {
  const { plan } = facts;
  const leftOut = plan?.dropped || replaced.has(facts.pageId) ? ({ leftOut: true } as const) : {};
  const paper = plan?.replaces ? assignmentOf(plan, known) : undefined;
  return { ...facts, ...leftOut, ...(plan && paper ? { plan: { ...plan, paper } } : {}) };
}

function assignmentOf(plan: PagePlan, known: Known, depth = 0): PagePlan['paper'] {
  if (plan.paper || !plan.replaces || depth > known.size) return plan.paper;
  const old = known.get(plan.replaces)?.facts.plan;
  return old && assignmentOf(old, known, depth + 1);
}
