/** Tokens of a provider that runs on this machine, with keys made for the test. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JoseBearerTokens } from '../../../../shared/adapters/oidc/jose-bearer-tokens.ts';

const CLIENT = 'client-1';
const CLAIMS = {
  sub: '6f0c',
  token_use: 'id',
  'cognito:username': 'hoa',
  'cognito:groups': ['clerk'],
  'custom:office': '970010',
  name: 'Lê Thị Hoa',
};

async function openProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const isKeys = request.url === '/jwks';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: object, { audience = CLIENT, from = issuer, expires = '1h' } = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(from)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(privateKey);
  return { issuer, sign, tokens: new JoseBearerTokens(issuer, CLIENT) };
}

describe('tokens of an identity provider', () => {
  it('say who asks, in which role and from which office', async () => {
    const { sign, tokens } = await openProvider();
    const bearer = await tokens.read(await sign(CLAIMS));
    expect(bearer?.person).toEqual({
      id: 'hoa',
      name: 'Lê Thị Hoa',
      role: 'clerk',
      officeCode: '970010',
    });
    expect(Math.abs(bearer!.expiresAtMs - Date.now() - 3_600_000)).toBeLessThan(5_000);
    const officer = {
      ...CLAIMS,
      'cognito:groups': ['other', 'officer'],
      'custom:office': undefined,
      'custom:unit': 'H12.07',
    };
    expect((await tokens.read(await sign(officer)))?.person).toMatchObject({
      role: 'officer',
      unitCode: 'H12.07',
    });
  });

  it('are nobody’s when expired, for another client, from another issuer, or without a role of ours', async () => {
    const { sign, tokens } = await openProvider();
    const bad = await Promise.all([
      sign(CLAIMS, { expires: '-1h' }),
      sign(CLAIMS, { audience: 'client-2' }),
      sign(CLAIMS, { from: 'https://elsewhere.example' }),
      sign({ ...CLAIMS, 'cognito:groups': ['visitor'] }),
      sign({ ...CLAIMS, token_use: 'access' }),
    ]);
    for (const token of [...bad, 'no token', '']) expect(await tokens.read(token)).toBeNull();
  });

  it('are nobody’s when signed by another key, by a shared secret, or not at all', async () => {
    const { issuer, tokens } = await openProvider();
    const other = await generateKeyPair('RS256');
    const base = () =>
      new SignJWT({ ...CLAIMS }).setIssuer(issuer).setAudience(CLIENT).setExpirationTime('1h');
    const forged = await base().setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey);
    const secret = new TextEncoder().encode('a secret that is long enough to sign with');
    const shared = await base().setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encode({ alg: 'none' })}.${encode({ ...CLAIMS, iss: issuer, aud: CLIENT, exp: 9e9 })}.`;
    for (const token of [forged, shared, unsigned]) expect(await tokens.read(token)).toBeNull();
  });

  it('wait for a provider that does not answer instead of letting anybody in or out', async () => {
    const tokens = new JoseBearerTokens('http://127.0.0.1:9', CLIENT);
    await expect(tokens.read('a.b.c')).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(await tokens.origins()).toEqual(['http://127.0.0.1:9']);
  });
});
