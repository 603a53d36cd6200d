/** What one save hands on to the rest of the system: work for a step, or an event for the world. */
import type { MessageId } from './ids.ts';

export interface Message {
  /** Stable: the same cause gives the same id, so that a repeated save or delivery changes nothing. */
  readonly id: MessageId;
  /** Key of `pipeline/routes.ts`, e.g. `page-received`. */
  readonly type: string;
  /** ISO 8601 instant of the save. */
  readonly at: string;
  /** The message that led to this one; null at the doors. */
  readonly cause: MessageId | null;
  /** Null for work on a batch whose dossiers are not known yet. */
  readonly dossierCode: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}
