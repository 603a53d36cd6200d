/** The record of what admins did: it only grows. */
import type { AdminAct } from '../domain/admin-act.ts';

export interface AdminActs {
  /** Durable when it resolves. */
  note(acts: readonly AdminAct[]): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<AdminAct[]>;
}
