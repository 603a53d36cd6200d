/** What a person decided about a page: it stands on the page's record, beside the scan that nobody touches. */
import type { Actor } from './corrections.ts';
import type { QuarterTurn } from './geometry.ts';
import type { PageId } from './ids.ts';
import type { PaperType } from './paper.ts';

/** A paper that a person made: pages of one key are one paper of that type, whatever they say themselves. */
export interface AssignedPaper {
  readonly key: string;
  readonly type: PaperType;
}

/** Compared entry by entry, a shorter place before its continuations: between any two there is another. */
export type Place = readonly number[];

export interface PagePlan {
  /** How far the content is turned clockwise in the delivered picture; absent where the machine decides. */
  readonly rotationDeg?: QuarterTurn;
  /** Left out of papers, findings and files; kept and listed. */
  readonly dropped?: true;
  /** Where it stands in its dossier; absent: as delivered. */
  readonly place?: Place;
  readonly paper?: AssignedPaper;
  /** The dossier that it belongs to, whatever the sheets around it say. */
  readonly dossierCode?: string;
  /** Taken although its picture was judged bad. */
  readonly kept?: { readonly reason: string };
  /** The page that this one is a better scan of; that one is left out. */
  readonly replaces?: PageId;
  /** Of the last decision. */
  readonly by: Actor;
  readonly at: string;
}

/** Clockwise quarter turn of the delivered picture that makes the content stand upright. */
export function turnFor(rotationDeg: QuarterTurn): QuarterTurn {
  return ((360 - rotationDeg) % 360) as QuarterTurn;
}

/** How far a page is turned for the reader: as a person said, else as recognition found. */
export function turnDegOf(
  page: { readonly plan?: PagePlan },
  text: { readonly rotationDeg: QuarterTurn } | null,
): QuarterTurn {
  return turnFor(page.plan?.rotationDeg ?? text?.rotationDeg ?? 0);
}
