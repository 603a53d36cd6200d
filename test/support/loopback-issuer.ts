/** An OpenID Connect provider on this machine: discovery, keys, authorization code with PKCE, end of session. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const CLIENT = 'console-client';

/** How tokens are to be wrong. */
export interface TokenFaults {
  readonly nonce?: string;
  readonly audience?: string;
  readonly expires?: string;
  /** Tokens are not renewed. */
  readonly noRenewal?: boolean;
}

export interface LoopbackIssuer {
  readonly issuer: string;
  /** Changed by a test at any time. */
  faults: TokenFaults;
  /** Ends of sessions asked for. */
  readonly ended: URLSearchParams[];
  /** Grants redeemed, by their type. */
  readonly redeemed: string[];
  /** @param expires as jose writes spans of time */
  sign(claims: object, expires?: string): Promise<string>;
  close(): void;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly home: string;
}

/** @param person claims of whoever signs in */
export async function openIssuer(person: object): Promise<LoopbackIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const renewals = new Set<string>();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const self: LoopbackIssuer = {
    issuer,
    faults: {},
    ended: [],
    redeemed: [],
    sign: (claims, expires = self.faults.expires ?? '1h') =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience(self.faults.audience ?? CLIENT)
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(privateKey),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, issuer);
    if (pathname === '/.well-known/openid-configuration') return say(response, configurationOf(issuer));
    if (pathname === '/jwks') return say(response, { keys: [jwk] });
    if (pathname === '/authorize') return send(response, grant(searchParams));
    if (pathname === '/token') return redeem(new URLSearchParams(await text(request)), response);
    if (pathname !== '/end') return say(response, {}, 404);
    self.ended.push(searchParams);
    send(response, searchParams.get('post_logout_redirect_uri')!);
  }

  function grant(asked: URLSearchParams): string {
    const home = asked.get('redirect_uri')!;
    const code = randomUUID();
    grants.set(code, { challenge: asked.get('code_challenge')!, nonce: asked.get('nonce')!, home });
    return `${home}?${new URLSearchParams({ code, state: asked.get('state')! })}`;
  }

  async function redeem(asked: URLSearchParams, response: ServerResponse): Promise<void> {
    self.redeemed.push(asked.get('grant_type') ?? '');
    if (asked.get('grant_type') === 'refresh_token') return renew(asked, response);
    const code = asked.get('code') ?? '';
    const found = grants.get(code);
    grants.delete(code);
    const hash = createHash('sha256').update(asked.get('code_verifier') ?? '');
    const isProved = found?.challenge === hash.digest('base64url');
    const isOurs = found?.home === asked.get('redirect_uri') && asked.get('client_id') === CLIENT;
    if (!found || !isProved || !isOurs) return say(response, { error: 'invalid_grant' }, 400);
    const nonce = self.faults.nonce ?? found.nonce;
    const refresh_token = randomUUID();
    renewals.add(refresh_token);
    say(response, { token_type: 'Bearer', id_token: await self.sign({ ...person, nonce }), refresh_token });
  }

  async function renew(asked: URLSearchParams, response: ServerResponse): Promise<void> {
    const isOurs = renewals.has(asked.get('refresh_token') ?? '') && asked.get('client_id') === CLIENT;
    if (!isOurs || self.faults.noRenewal) return say(response, { error: 'invalid_grant' }, 400);
    say(response, { token_type: 'Bearer', id_token: await self.sign(person, '1h') });
  }

  return self;
}

function configurationOf(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/end`,
  };
}

function say(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  response.end(JSON.stringify(body));
}

function send(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
