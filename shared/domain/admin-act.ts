/** What an admin did to accounts and to the flow of work: kept with who and when, and never changed. */
import type { Actor } from './corrections.ts';

export type AdminActKind =
  | 'account-added'
  | 'account-changed'
  | 'account-disabled'
  | 'account-enabled'
  | 'password-reset'
  | 'redriven';

export interface AdminAct {
  readonly kind: AdminActKind;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: Actor;
  /** Account or queue that it was done to. */
  readonly subject: string;
  /** The role given, the fields changed, how many messages; never a password. */
  readonly detail?: string;
}

/** One a kind of change; what stands in `changes` beside these is about the person. */
export function kindsOfChange(changes: {
  readonly disabled?: boolean | undefined;
  readonly password?: string | undefined;
}): { readonly kind: AdminActKind; readonly detail?: string }[] {
  const { disabled, password, ...person } = changes;
  const fields = Object.entries(person).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return [
    ...(fields.length > 0 ? [{ kind: 'account-changed' as const, detail: fields.join(', ') }] : []),
    ...(disabled === undefined
      ? []
      : [{ kind: disabled ? ('account-disabled' as const) : ('account-enabled' as const) }]),
    ...(password === undefined ? [] : [{ kind: 'password-reset' as const }]),
  ];
}
