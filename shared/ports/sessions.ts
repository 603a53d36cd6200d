/** Sign-in by password where the system keeps the accounts itself. */
import type { Person } from '../domain/person.ts';

export interface Sessions {
  /**
   * Returns the secret that the browser keeps.
   * @throws DigitizationError `sign-in-failed`, alike for a wrong name and a wrong password; `sign-in-locked`.
   */
  signIn(id: string, password: string): Promise<{ readonly secret: string; readonly person: Person }>;
  /** Null when there is no such session, it has run out, or its account is disabled. */
  find(secret: string): Promise<Person | null>;
  signOut(secret: string): Promise<void>;
}
