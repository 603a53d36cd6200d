/** Tokens of an OpenID Connect provider, checked against its published keys; Amazon Cognito's id tokens are the model. */
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Person, ROLES, type Role } from '../../domain/person.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { Bearer, BearerTokens } from '../../ports/bearer-tokens.ts';

const CLOCK_TOLERANCE_S = 30;
const NETWORK_CODES = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);

interface Provider {
  readonly keys: JWTVerifyGetKey;
  readonly origins: readonly string[];
}

export class JoseBearerTokens implements BearerTokens {
  readonly #issuer: string;
  readonly #audience: string;
  #provider: Promise<Provider> | null = null;

  constructor(issuer: string, audience: string) {
    this.#issuer = issuer;
    this.#audience = audience;
  }

  async read(token: string): Promise<Bearer | null> {
    const { keys } = await this.#findProvider();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.#issuer,
        audience: this.#audience,
        // A token signed with a shared secret, or not at all, is nobody's.
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      const person = toPerson(payload);
      return person && { person, expiresAtMs: payload.exp! * 1000 };
    } catch (error) {
      if (isUnreachable(error))
        throw new DigitizationError('service-unavailable', { service: 'oidc' }, { cause: error });
      return null;
    }
  }

  /** While the provider does not answer, the console may at least ask it again. */
  async origins(): Promise<readonly string[]> {
    return this.#findProvider().then(
      ({ origins }) => origins,
      () => [new URL(this.#issuer).origin],
    );
  }

  async #findProvider(): Promise<Provider> {
    this.#provider ??= discover(this.#issuer);
    try {
      return await this.#provider;
    } catch (cause) {
      this.#provider = null;
      throw new DigitizationError('service-unavailable', { service: 'oidc' }, { cause });
    }
  }
}

/** OpenID Connect Discovery 1.0, section 4: the issuer says itself where its keys and its token endpoint are. */
async function discover(issuer: string): Promise<Provider> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  const said = (await answer.json()) as { issuer?: string; jwks_uri?: string; token_endpoint?: string };
  if (said.issuer !== issuer || !said.jwks_uri) throw new Error('not that issuer');
  const origins = [issuer, said.token_endpoint ?? issuer].map((address) => new URL(address).origin);
  return { keys: createRemoteJWKSet(new URL(said.jwks_uri)), origins: [...new Set(origins)] };
}

/** Null for an access token, which says nothing of the person, and for one without any role of ours. */
function toPerson(claims: JWTPayload): Person | null {
  if (claims.token_use !== undefined && claims.token_use !== 'id') return null;
  const role = roleIn(claims['cognito:groups'] ?? claims.groups ?? claims.roles);
  const id = textOf(claims['cognito:username']) ?? textOf(claims.preferred_username) ?? claims.sub!;
  if (role === null) return null;
  const officeCode = textOf(claims['custom:office']);
  const unitCode = textOf(claims['custom:unit']);
  return {
    id,
    name: textOf(claims.name) ?? id,
    role,
    ...(officeCode === undefined ? {} : { officeCode }),
    ...(unitCode === undefined ? {} : { unitCode }),
  };
}

/** One role a person: who is in several groups has the first of `ROLES`. */
function roleIn(groups: unknown): Role | null {
  const named = Array.isArray(groups) ? groups : [];
  return ROLES.find((role) => named.includes(role)) ?? null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof TypeError || NETWORK_CODES.has(code);
}
