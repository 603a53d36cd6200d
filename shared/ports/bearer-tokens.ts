/** Tokens of an identity provider (OpenID Connect), for where sign-in happens elsewhere. */
import type { Person } from '../domain/person.ts';

export interface Bearer {
  readonly person: Person;
  /** Since 1970; the token is nobody's from then on. */
  readonly expiresAtMs: number;
}

export interface BearerTokens {
  /** Null for a token that is not valid here, now, or names no role. */
  read(token: string): Promise<Bearer | null>;
  /** Origins that a browser must reach to sign in: the provider's own and that of its token endpoint. */
  origins(): Promise<readonly string[]>;
}
