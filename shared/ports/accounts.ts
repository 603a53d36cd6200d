/** Who may sign in, as the control room keeps it; passwords go in and never come out. */
import type { Person } from '../domain/person.ts';

export interface Account extends Person {
  readonly disabled: boolean;
  /** ISO 8601 instant until which sign-in is refused after too many wrong passwords. */
  readonly lockedUntil?: string;
}

/** Of the optional codes, those that are undefined are not kept. */
export type NewAccount = Pick<Person, 'id' | 'name' | 'role'> & {
  readonly officeCode?: string | undefined;
  readonly unitCode?: string | undefined;
  readonly password: string;
};

/** What is undefined stays as it is. */
export type AccountChanges = {
  readonly [Field in 'name' | 'role' | 'officeCode' | 'unitCode' | 'disabled']?: Account[Field] | undefined;
} & { readonly password?: string | undefined };

export interface Accounts {
  /** By id. */
  list(): Promise<Account[]>;
  /** `account-exists` when the id is taken. */
  add(account: NewAccount): Promise<void>;
  /** Ends the open sessions when password, role or `disabled` change; `record-missing`. A new password lifts a lock. */
  change(id: string, changes: AccountChanges): Promise<void>;
}
