/** Tokens of an identity provider (OpenID Connect), for where sign-in happens elsewhere. */
import type { Person } from '../domain/person.ts';

export interface BearerTokens {
  /** Null for a token that is not valid here, now, or names no role. */
  read(token: string): Promise<Person | null>;
}
