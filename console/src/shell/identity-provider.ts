/** Sign-in at an OpenID Connect provider: authorization code with PKCE (RFC 7636), no secret in the browser. */

export interface Client {
  readonly issuer: string;
  readonly clientId: string;
  /** Our first page, registered at the provider: people come back to it from there. */
  readonly home: string;
}

/** What one page of ours tells the next one, and no other tab. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

interface Configuration {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

const ATTEMPT = 'console.sign-in';

/** Whether the provider sent the browser here with its answer (RFC 6749, 4.1.2). */
export function isAnswer(query: URLSearchParams): boolean {
  return query.has('state') && (query.has('code') || query.has('error'));
}

/**
 * @param returnTo where one was, as a path of ours
 * @returns address to go to
 */
export async function beginSignIn(client: Client, memory: Memory, returnTo: string): Promise<string> {
  const { authorization_endpoint } = await discover(client.issuer);
  const attempt: Attempt = { state: random(), nonce: random(), verifier: random(), returnTo };
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attempt.verifier));
  memory.setItem(ATTEMPT, JSON.stringify(attempt));
  return withQuery(authorization_endpoint, {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.home,
    scope: 'openid profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: base64Url(new Uint8Array(hash)),
    code_challenge_method: 'S256',
  });
}

/**
 * The token's signature, client and time are checked by the API; that it answers our very question, only here.
 * @throws SignInRefused for an answer that is not ours, a provider that refuses, or a token of another sign-in
 * @throws TypeError without a line
 */
export async function finishSignIn(
  client: Client,
  memory: Memory,
  query: URLSearchParams,
): Promise<{ readonly idToken: string; readonly returnTo: string }> {
  const attempt = JSON.parse(memory.getItem(ATTEMPT) ?? 'null') as Attempt | null;
  memory.removeItem(ATTEMPT);
  if (attempt === null || query.get('state') !== attempt.state) throw new SignInRefused('state');
  const code = query.get('code');
  if (code === null) throw new SignInRefused(query.get('error') ?? 'no code');
  const { token_endpoint } = await discover(client.issuer);
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.clientId,
      redirect_uri: client.home,
      code,
      code_verifier: attempt.verifier,
    }),
  });
  const { id_token } = (await answer.json().catch(() => ({}))) as { id_token?: string };
  if (!answer.ok || !id_token) throw new SignInRefused('token');
  if (nonceOf(id_token) !== attempt.nonce) throw new SignInRefused('nonce');
  return { idToken: id_token, returnTo: attempt.returnTo };
}

/** Where the provider ends its own session (OpenID Connect RP-Initiated Logout 1.0); null where it has no such place. */
export async function endAddress({ issuer, clientId, home }: Client): Promise<string | null> {
  const { end_session_endpoint } = await discover(issuer);
  if (!end_session_endpoint) return null;
  // Cognito knows the way back by a name of its own.
  return withQuery(end_session_endpoint, {
    client_id: clientId,
    post_logout_redirect_uri: home,
    logout_uri: home,
  });
}

async function discover(issuer: string): Promise<Configuration> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { credentials: 'omit' });
  const said = (await answer.json().catch(() => ({}))) as Partial<Configuration>;
  if (said.issuer !== issuer || !said.authorization_endpoint || !said.token_endpoint)
    throw new SignInRefused('issuer');
  return said as Configuration;
}

function nonceOf(token: string): unknown {
  try {
    const [, payload = ''] = token.split('.');
    const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return (JSON.parse(json) as { nonce?: unknown }).nonce;
  } catch {
    return undefined;
  }
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
