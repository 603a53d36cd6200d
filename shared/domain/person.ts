/** Who acts: a person with one role, bound to a post office or an agency unit. */

/** `clerk` scans at a post office, `officer` works on dossiers of an agency unit, `admin` keeps the system running. */
export type Role = 'clerk' | 'officer' | 'admin';

export const ROLES: readonly Role[] = ['clerk', 'officer', 'admin'];

export interface Person {
  /** Account name: ASCII, no personal number. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Post office of a clerk, as in `receivingPostOffice.code`. */
  readonly officeCode?: string;
  /** Agency unit of an officer, e.g. `H12.07`; units below it are hers too. */
  readonly unitCode?: string;
}
