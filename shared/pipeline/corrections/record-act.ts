/** Saves what a person did to a dossier: the act, what it changes and what follows from it, in one write. */
import { type Act, type Actor, type Corrections, withdrawalOf } from '../../domain/corrections.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { type BatchId, type DossierId, parseId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { type Entity, MAX_WRITES } from '../../ports/dossier-repository.ts';
import { encodeJson } from '../json-bytes.ts';
import { workMessage } from '../messages.ts';
import { type Office, settleConflicts } from '../step.ts';

export type ActingOffice = Pick<Office, 'repository' | 'store' | 'clock' | 'settings'>;

export interface ActRequest {
  readonly dossierId: DossierId;
  /** Of the caller's making: the same act sent again changes nothing. */
  readonly actId: string;
}

type ActDetails = Act extends infer One
  ? One extends Act
    ? Omit<One, 'actId' | 'by' | 'at'>
    : never
  : never;

export interface Decided {
  readonly act: ActDetails;
  /** Saved in the same write. */
  readonly changes?: readonly Change[];
  readonly messages?: readonly Message[];
  /** The dossier is validated anew, over these deliveries too. */
  readonly revises?: { readonly batchIds: readonly BatchId[] };
}

export interface ActContext {
  readonly dossier: Dossier;
  readonly corrections: Corrections | null;
  readonly now: Date;
}

/** DynamoDB takes 400 kB a record; what is left is for the names of its attributes. */
const MAX_RECORD_BYTES = 380_000;

/**
 * `decide` runs again with the latest record when somebody else saved first.
 * @throws DigitizationError `record-missing`, `dossier-is-withdrawn`, `acts-too-many`, and what `decide` throws.
 */
export async function recordAct(
  office: ActingOffice,
  { dossierId, actId }: ActRequest,
  by: Actor,
  decide: (context: ActContext) => Decided | Promise<Decided>,
): Promise<void> {
  checkActId(actId);
  const { repository, clock } = office;
  await settleConflicts(async () => {
    const dossier = await repository.dossier(dossierId);
    if (!dossier) throw new DigitizationError('record-missing', { dossierId });
    const corrections = await repository.corrections(dossierId);
    if (isDone(corrections, actId)) return;
    refuseIfWithdrawn(corrections, dossierId);
    const now = clock.now();
    const { act, changes = [], messages = [], revises } = await decide({ dossier, corrections, now });
    const next = addActs(corrections, dossierId, [signAct(act, actId, by, now)]);
    const revision = revises
      ? [dossierCorrected(dossierId, dossier.dossierCode, revises.batchIds, actId, now)]
      : [];
    await commitTogether(office, changes, [next], [...messages, ...revision]);
  });
}

/** An id of the caller's: ASCII, for it becomes part of message ids. */
export function checkActId(actId: string): void {
  try {
    if (parseId(actId).length <= 64) return;
  } catch {
    // Said below.
  }
  throw new DigitizationError('request-invalid', { field: 'actId' });
}

export function isDone(corrections: Corrections | null, actId: string): boolean {
  return corrections?.acts.some((act) => act.actId === actId) ?? false;
}

export function refuseIfWithdrawn(corrections: Corrections | null, dossierId: DossierId): void {
  if (withdrawalOf(corrections)) throw new DigitizationError('dossier-is-withdrawn', { dossierId });
}

export function signAct(act: ActDetails, actId: string, { id, name }: Actor, now: Date): Act {
  return { ...act, actId, by: { id, name }, at: now.toISOString() } as Act;
}

export function addActs(
  corrections: Corrections | null,
  dossierId: DossierId,
  acts: readonly Act[],
): Corrections {
  const next: Corrections = {
    kind: 'corrections',
    version: corrections?.version ?? 0,
    dossierId,
    acts: [...(corrections?.acts ?? []), ...acts],
  };
  const bytes = encodeJson(next).length;
  if (bytes > MAX_RECORD_BYTES) throw new DigitizationError('acts-too-many', { dossierId, bytes });
  return next;
}

/** Asks for the next revision; `change` makes the request the same when it is made again. */
export function dossierCorrected(
  dossierId: DossierId,
  dossierCode: string | null,
  batchIds: readonly BatchId[],
  change: string,
  now: Date,
): Message {
  return workMessage(
    'dossier-corrected',
    { dossierId, batchIds: [...batchIds] },
    { subject: `${dossierId}.${change}`, at: now, cause: null, dossierCode },
  );
}

/** A record, and the work that follows from it: saved together. */
export interface Change {
  readonly record: Entity;
  readonly message?: Message;
}

/**
 * One write where it fits. A plan of more pages than that goes first, part by part, and the decision last: whoever
 * is interrupted sends the same again, and what stands already is left alone.
 */
export async function commitTogether(
  { repository }: Pick<Office, 'repository'>,
  changes: readonly Change[],
  last: readonly Entity[],
  messages: readonly Message[],
): Promise<void> {
  let rest = changes;
  const writes = () => rest.length + countMessages(rest) + last.length + messages.length;
  while (rest.length > 0 && writes() > MAX_WRITES) {
    const part = rest.slice(0, MAX_WRITES / 2);
    await repository.commit(recordsOf(part), messagesOf(part));
    rest = rest.slice(part.length);
  }
  await repository.commit([...recordsOf(rest), ...last], [...messagesOf(rest), ...messages]);
}

function recordsOf(changes: readonly Change[]): Entity[] {
  return changes.map(({ record }) => record);
}

function messagesOf(changes: readonly Change[]): Message[] {
  return changes.flatMap(({ message }) => (message ? [message] : []));
}

function countMessages(changes: readonly Change[]): number {
  return changes.filter(({ message }) => message).length;
}
