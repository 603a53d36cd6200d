/** What an officer decides about a dossier as a whole: accept, ask for more, ask for a better scan, withdraw, escalate. */
import { type Actor, actsOf } from '../../domain/corrections.ts';
import type { DossierId, PageId } from '../../domain/ids.ts';
import { draftSupplementLetter, reasonsToAsk } from '../../domain/supplement-letter.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { eventMessage } from '../messages.ts';
import { type ActingOffice, type ActRequest, recordAct } from './record-act.ts';
import { LONGEST_REASON, tidyText } from './tidy-text.ts';

const LONGEST_LETTER = 8_000;

export interface ReasonedRequest extends ActRequest {
  readonly reason: string;
}

/** The citizen takes the dossier back: its files leave the record as deleted, everything is kept. */
export async function withdrawDossier(
  office: ActingOffice,
  request: ReasonedRequest,
  by: Actor,
): Promise<void> {
  const reason = requireReason(request.reason);
  await recordAct(office, request, by, () => ({
    act: { kind: 'withdrawn', reason },
    revises: { batchIds: [] },
  }));
}

/** Holds for the revision as it stands: a later one asks to be accepted anew. */
export async function acceptDossier(
  office: ActingOffice,
  request: ActRequest & { readonly note?: string },
  by: Actor,
): Promise<void> {
  const note = tidyText(request.note, LONGEST_REASON);
  await recordAct(office, request, by, ({ dossier }) => ({
    act: { kind: 'accepted', revision: dossier.revision, ...(note ? { note } : {}) },
  }));
}

/** The letter as it would be sent now. */
export async function draftSupplement(
  { repository }: Pick<ActingOffice, 'repository'>,
  dossierId: DossierId,
): Promise<string> {
  const dossier = await repository.dossier(dossierId);
  if (!dossier) throw new DigitizationError('record-missing', { dossierId });
  return draftSupplementLetter(dossier);
}

/** Once per dossier; `text` is the draft as the officer changed it. @throws DigitizationError `supplement-requested-already` */
export async function requestSupplement(
  office: ActingOffice,
  request: ActRequest & { readonly text?: string },
  by: Actor,
): Promise<void> {
  await recordAct(office, request, by, ({ dossier, corrections, now }) => {
    const { dossierId, dossierCode, revision, missing } = dossier;
    if (actsOf(corrections, 'supplement-requested').length > 0) {
      throw new DigitizationError('supplement-requested-already', { dossierId });
    }
    const text = request.text?.normalize('NFC').trim() || draftSupplementLetter(dossier);
    if (text.length > LONGEST_LETTER) throw new DigitizationError('request-invalid', { field: 'text' });
    const event = eventMessage(
      'supplement-requested',
      {
        dossierId,
        revision,
        missing: missing.map(({ type, name }) => ({ loaiGiayTo: type, tenGiayTo: name })),
        findings: [...new Set(reasonsToAsk(dossier).map(({ code }) => code))],
        requestedBy: by.id,
      },
      { subject: dossierId, at: now, cause: null, dossierCode },
    );
    const types = missing.map(({ type }) => type);
    return { act: { kind: 'supplement-requested', revision, text, missing: types }, messages: [event] };
  });
}

/** The next revision says so to the scanning office, and waits for the better scan. */
export async function requestRescan(
  office: ActingOffice,
  request: ReasonedRequest & { readonly pageId: PageId },
  by: Actor,
): Promise<void> {
  const reason = requireReason(request.reason);
  const { pageId } = request;
  await recordAct(office, request, by, ({ dossier }) => {
    const stands = dossier.pages.some((page) => page.pageId === pageId && !page.dropped);
    if (!stands) throw new DigitizationError('record-missing', { pageId });
    return { act: { kind: 'rescan-requested', pageId, reason }, revises: { batchIds: [] } };
  });
}

/** To a named superior; with `reviewId` one question, without it the dossier. */
export async function escalateReview(
  office: ActingOffice,
  request: ReasonedRequest & { readonly to: Actor; readonly reviewId?: string },
  by: Actor,
): Promise<void> {
  const reason = requireReason(request.reason);
  const { id, name } = request.to;
  if (tidyText(id, 128) === null) throw new DigitizationError('request-invalid', { field: 'to' });
  const about = request.reviewId ? { reviewId: request.reviewId } : {};
  await recordAct(office, request, by, () => ({
    act: { kind: 'escalated', to: { id, name }, reason, ...about },
  }));
}

function requireReason(text: string): string {
  const reason = tidyText(text, LONGEST_REASON);
  if (reason === null) throw new DigitizationError('request-invalid', { field: 'reason' });
  return reason;
}
