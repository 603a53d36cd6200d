/** What people did to one dossier, act by act: kept beside the machine's record, never overwritten by it. */
import type { DossierId, PageId } from './ids.ts';
import type { PaperType } from './paper.ts';

/** Account of whoever acts; the name is the one of that day. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

interface ActBase {
  /** Given by the caller: the same act sent again changes nothing. */
  readonly actId: string;
  readonly by: Actor;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Somebody looked at the paper and says what it says. */
export interface FieldAnswer extends ActBase {
  readonly kind: 'field-answer';
  readonly reviewId: string;
  /** The answer belongs to the paper that this page is in, whatever becomes of the other pages. */
  readonly pageId: PageId;
  readonly field: string;
  /** Null: the paper does not say it. */
  readonly value: string | null;
  readonly note?: string;
}

/** `accepted`: as it is, for a reason, and no longer counted. `confirmed`: seen, and it stands. */
export interface FindingAnswer extends ActBase {
  readonly kind: 'finding-answer';
  readonly reviewId: string;
  readonly choice: 'accepted' | 'confirmed';
  readonly note?: string;
}

/** Order, turns, drops and assignments; what they are now stands on the pages themselves. */
export interface PagesPlanned extends ActBase {
  readonly kind: 'pages-planned';
  readonly pageIds: readonly PageId[];
  readonly reason?: string;
  /** Where a review asked for the type of a paper. */
  readonly reviewId?: string;
}

export interface PagesMoved extends ActBase {
  readonly kind: 'pages-moved-in' | 'pages-moved-out';
  readonly pageIds: readonly PageId[];
  readonly otherDossierId: DossierId;
  readonly reason?: string;
  /** Where the review of an orphan asked for its dossier. */
  readonly reviewId?: string;
}

export interface Withdrawal extends ActBase {
  readonly kind: 'withdrawn';
  readonly reason: string;
}

/** Holds for the revision that was seen: a later one has to be accepted anew. */
export interface Acceptance extends ActBase {
  readonly kind: 'accepted';
  readonly revision: number;
  readonly note?: string;
}

/** Once per dossier: QĐ 766/QĐ-TTg counts a second request as overdue. */
export interface SupplementRequest extends ActBase {
  readonly kind: 'supplement-requested';
  readonly revision: number;
  /** Text of the Phiếu yêu cầu bổ sung as sent. */
  readonly text: string;
  readonly missing: readonly PaperType[];
}

export interface RescanRequest extends ActBase {
  readonly kind: 'rescan-requested';
  readonly pageId: PageId;
  readonly reason: string;
}

export interface Escalation extends ActBase {
  readonly kind: 'escalated';
  readonly to: Actor;
  readonly reason: string;
  readonly reviewId?: string;
}

export type Act =
  | FieldAnswer
  | FindingAnswer
  | PagesPlanned
  | PagesMoved
  | Withdrawal
  | Acceptance
  | SupplementRequest
  | RescanRequest
  | Escalation;

export interface Corrections {
  readonly kind: 'corrections';
  readonly version: number;
  readonly dossierId: DossierId;
  /** In the order in which they were saved. */
  readonly acts: readonly Act[];
}

type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

export function actsOf<Kind extends Act['kind']>(
  corrections: Corrections | null | undefined,
  kind: Kind,
): ActOf<Kind>[] {
  return (corrections?.acts ?? []).filter((act): act is ActOf<Kind> => act.kind === kind);
}

/** The answer that stands for a review: the last one. */
export function standingAnswer(corrections: Corrections | null, reviewId: string): Act | undefined {
  return corrections?.acts.findLast(
    (act) => 'reviewId' in act && act.reviewId === reviewId && act.kind !== 'escalated',
  );
}

export function withdrawalOf(corrections: Corrections | null | undefined): Withdrawal | undefined {
  return actsOf(corrections, 'withdrawn').at(-1);
}

/** Where the officer's work on the dossier stands. */
export type Handling = 'open' | 'accepted' | 'supplement-requested' | 'escalated';

/** The last act that says so; an acceptance or a request of an older revision is answered by the newer one. */
export function handlingOf(corrections: Corrections | null, revision: number): Handling {
  const act = corrections?.acts.findLast(({ kind }) =>
    ['accepted', 'supplement-requested', 'escalated'].includes(kind),
  );
  if (act?.kind === 'escalated') return 'escalated';
  if (act?.kind === 'accepted' || act?.kind === 'supplement-requested') {
    return act.revision === revision ? act.kind : 'open';
  }
  return 'open';
}
