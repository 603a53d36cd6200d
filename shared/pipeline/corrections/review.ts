/** A person answers a question about a dossier: kept with who and when, told as an event, worked into the next revision. */

import type { Settings } from '../../config/settings.ts';
import type { Batch } from '../../domain/batch.ts';
import { repairDossierCode } from '../../domain/codes/dossier-code.ts';
import type { ConfidenceBands } from '../../domain/confidence-bands.ts';
import { type Actor, standingAnswer } from '../../domain/corrections.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { findReview, type Review } from '../../domain/find-review.ts';
import type { BatchId, DossierId, PageId } from '../../domain/ids.ts';
import { EMPTY_MANIFEST } from '../../domain/manifest.ts';
import type { Message } from '../../domain/message.ts';
import type { ReviewKind } from '../../domain/review-tasks.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { eventMessage, workMessage } from '../messages.ts';
import { decidePlan } from './page-plan.ts';
import {
  type ActContext,
  type ActingOffice,
  type ActRequest,
  type Decided,
  recordAct,
} from './record-act.ts';
import { tidyText } from './tidy-text.ts';

const LONGEST_VALUE = 2_000;
const LONGEST_NOTE = 1_000;

export interface AnswerRequest extends ActRequest {
  readonly reviewId: string;
  /** What the paper says, typed: fields, and the code of an orphan's dossier. */
  readonly value?: string;
  /** One of the question's choices. */
  readonly choice?: string;
  /** Why: needed to accept a finding as it is. */
  readonly note?: string;
  /** Act that this answer corrects; without it somebody else's answer stands. */
  readonly replaces?: string;
}

export function bandsOf(
  settings: Pick<Settings, 'confidenceAccepted' | 'confidenceHighlighted' | 'confidenceReviewed'>,
): ConfidenceBands {
  return {
    accepted: settings.confidenceAccepted,
    highlighted: settings.confidenceHighlighted,
    reviewed: settings.confidenceReviewed,
  };
}

/**
 * Of two people who answer at once the second is told so.
 * @throws DigitizationError `review-missing`, `review-answered-already`, `answer-invalid`, and those of `recordAct`.
 */
export async function answerReview(office: ActingOffice, request: AnswerRequest, by: Actor): Promise<void> {
  await recordAct(office, request, by, async (context) => {
    const { dossier, corrections, now } = context;
    const { dossierId, reviewId } = request;
    const standing = standingAnswer(corrections, reviewId);
    if (standing && standing.actId !== request.replaces) {
      throw new DigitizationError('review-answered-already', { dossierId, reviewId });
    }
    const review = findReview(dossier, reviewId);
    if (!review) throw new DigitizationError('review-missing', { dossierId, reviewId });
    const decided = await decideAnswer(office, review, request, context, by);
    const event = reviewAnswered(dossier, request, review, by, now);
    return { ...decided, messages: [...(decided.messages ?? []), event] };
  });
}

async function decideAnswer(
  office: ActingOffice,
  review: Review,
  request: AnswerRequest,
  context: ActContext,
  by: Actor,
): Promise<Decided> {
  switch (review.kind) {
    case 'field':
      return answerField(review, request);
    case 'finding':
    case 'missing':
      return answerFinding(request);
    case 'paper-type':
      return answerType(office, review, request, context.dossier, by);
    case 'orphan':
      return answerOrphan(office, request, context);
  }
}

function answerField(review: Extract<Review, { kind: 'field' }>, request: AnswerRequest): Decided {
  const { pageId, field } = review;
  const value = typedValue(review.value, request);
  const act = {
    kind: 'field-answer',
    reviewId: request.reviewId,
    pageId,
    field,
    value,
    ...noteOf(request),
  } as const;
  return { act, revises: { batchIds: [] } };
}

/** Null: the paper does not say it. */
function typedValue(read: string | null, { value, choice }: AnswerRequest): string | null {
  if (choice === 'absent' && value === undefined) return null;
  if (choice === 'confirm' && value === undefined && read !== null) return read;
  const typed = choice === undefined ? tidyText(value, LONGEST_VALUE) : null;
  if (typed === null) throw new DigitizationError('answer-invalid');
  return typed;
}

function answerFinding(request: AnswerRequest): Decided {
  const { reviewId, choice } = request;
  const note = noteOf(request);
  const isKnown = choice === 'accepted' || choice === 'confirmed';
  if (!isKnown || (choice === 'accepted' && !note.note)) throw new DigitizationError('answer-invalid');
  return { act: { kind: 'finding-answer', reviewId, choice, ...note }, revises: { batchIds: [] } };
}

/** The paper becomes a person's: its type and pages stay, whatever later pages say. */
async function answerType(
  office: ActingOffice,
  { pageIds, paperId }: Extract<Review, { kind: 'paper-type' }>,
  { dossierId, actId, reviewId, choice, note }: AnswerRequest,
  dossier: Dossier,
  by: Actor,
): Promise<Decided> {
  if (!choice) throw new DigitizationError('answer-invalid');
  // A key of its own, for a type that is confirmed is a decision too.
  const paper = { key: `as-${paperId}`, type: choice };
  const pages = pageIds.map((pageId) => ({ pageId, paper }));
  const reason = note === undefined ? {} : { reason: note };
  return decidePlan(office, dossier, { dossierId, actId, pages, reviewId, ...reason }, by);
}

/** The delivery is told its dossier, as if the counter had typed it; papers and lists that it came with go along. */
async function answerOrphan(
  { repository }: ActingOffice,
  { reviewId, value }: AnswerRequest,
  { dossier, now }: ActContext,
): Promise<Decided> {
  const dossierCode = repairDossierCode(value ?? '')?.code;
  if (!dossierCode) throw new DigitizationError('answer-invalid');
  const batches = await Promise.all(dossier.batchIds.map((batchId) => repository.batch(batchId)));
  const changes = batches.flatMap((batch) => (batch ? [nameDelivery(batch, dossierCode, now)] : []));
  const pageIds: PageId[] = dossier.pages.map(({ pageId }) => pageId);
  const otherDossierId = dossierCode as DossierId;
  return { act: { kind: 'pages-moved-out', pageIds, otherDossierId, reviewId }, changes };
}

/** One that is settled settles once more; one that is under way will. */
function nameDelivery(batch: Batch, dossierCode: string, now: Date): { record: Batch; message?: Message } {
  const manifest = { ...(batch.manifest ?? EMPTY_MANIFEST), dossierCode };
  if (batch.state !== 'settled') return { record: { ...batch, manifest } };
  const closings = batch.closings + 1;
  return {
    record: { ...batch, manifest, closings },
    message: batchSettled(batch.batchId, closings, now),
  };
}

function batchSettled(batchId: BatchId, closings: number, now: Date): Message {
  return workMessage(
    'batch-settled',
    { batchId },
    { subject: `${batchId}.${closings}`, at: now, cause: null },
  );
}

function noteOf({ note }: AnswerRequest): { note?: string } {
  const tidy = tidyText(note, LONGEST_NOTE);
  return tidy === null ? {} : { note: tidy };
}

function reviewAnswered(
  { dossierId, dossierCode, revision }: Dossier,
  { actId, reviewId }: AnswerRequest,
  review: Review,
  by: Actor,
  now: Date,
): Message {
  const kind: ReviewKind = review.kind;
  return eventMessage(
    'review-answered',
    {
      dossierId,
      revision,
      reviewId,
      kind,
      pageId: 'pageId' in review ? review.pageId : null,
      field: review.kind === 'field' ? review.field : null,
      answeredBy: by.id,
    },
    { subject: `${dossierId}.${actId}`, at: now, cause: null, dossierCode },
  );
}
