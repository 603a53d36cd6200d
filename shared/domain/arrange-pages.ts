/** Puts the pages of a dossier into their order, and says which are left out: dropped, or scanned again. */
import type { PageId } from './ids.ts';
import type { PageFacts } from './page.ts';
import { comparePlaces } from './page-order.ts';
import type { PagePlan, Place } from './page-plan.ts';

export interface DeliveredPage {
  readonly facts: PageFacts;
  /** As delivered; a person's place goes before it. */
  readonly place: Place;
}

/**
 * A better scan stands where the page stood that it replaces, in the paper that a person gave that page. As long as
 * it is not here itself, or a person dropped it, the old page stands.
 */
export function arrangePages(pages: readonly DeliveredPage[]): PageFacts[] {
  const known = new Map(pages.map((page) => [page.facts.pageId, page]));
  const replaced = new Set(
    pages.flatMap(({ facts: { plan } }) => (plan?.replaces && !plan.dropped ? [plan.replaces] : [])),
  );
  return pages
    .map((page) => ({ facts: inherit(page.facts, known, replaced), place: placeOf(page, known) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ facts }) => facts);
}

/** Where the page stands, its place as delivered telling apart several pages of one better scan. */
function placeOf(page: DeliveredPage, known: ReadonlyMap<PageId, DeliveredPage>, depth = 0): Place {
  const { plan } = page.facts;
  if (plan?.place) return plan.place;
  const old = plan?.replaces ? known.get(plan.replaces) : undefined;
  return old && depth < known.size ? [...placeOf(old, known, depth + 1), ...page.place] : page.place;
}

function inherit(
  facts: PageFacts,
  known: ReadonlyMap<PageId, DeliveredPage>,
  replaced: ReadonlySet<PageId>,
): PageFacts {
  const { plan } = facts;
  const leftOut = plan?.dropped || replaced.has(facts.pageId) ? ({ leftOut: true } as const) : {};
  if (!plan?.replaces || plan.paper) return { ...facts, ...leftOut };
  const paper = assignmentOf(plan, known);
  return { ...facts, ...leftOut, ...(paper ? { plan: { ...plan, paper } } : {}) };
}

function assignmentOf(
  plan: PagePlan,
  known: ReadonlyMap<PageId, DeliveredPage>,
  depth = 0,
): PagePlan['paper'] {
  if (plan.paper || !plan.replaces || depth > known.size) return plan.paper;
  const old = known.get(plan.replaces)?.facts.plan;
  return old && assignmentOf(old, known, depth + 1);
}
