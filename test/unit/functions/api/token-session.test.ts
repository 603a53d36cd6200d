/** A session by an identity provider's token: the cookie is the token, and no longer good than that. */
import { handle } from 'hono/aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../../functions/api/app.ts';
import { SystemClock } from '../../../../shared/adapters/local/system-clock.ts';
import { JoseBearerTokens } from '../../../../shared/adapters/oidc/jose-bearer-tokens.ts';
import { openApiDesk } from '../../../support/api-desk.ts';
import { CLIENT, openIssuer } from '../../../support/loopback-issuer.ts';

const HOA = {
  sub: '1',
  preferred_username: 'hoa',
  name: 'Lê Thị Hoa',
  groups: ['clerk'],
  'custom:office': '970010',
};
const USER = { id: 'hoa', name: 'Lê Thị Hoa', role: 'clerk', officeCode: '970010' };

async function openTokenDesk() {
  const issuer = await openIssuer(HOA);
  onTestFinished(() => issuer.close());
  const bearerTokens = new JoseBearerTokens(issuer.issuer, CLIENT);
  const desk = await openApiDesk({ doors: { sessions: null, bearerTokens } });
  const office = { ...desk.office, clock: new SystemClock() };
  const app = createApp(office, { console: async () => new Response('page') });
  const ask = (method: string, path: string, { cookie = '', body = undefined as unknown, own = true } = {}) =>
    app.request(path, {
      method,
      headers: {
        cookie,
        ...(own ? { 'x-requested-with': 'console' } : {}),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { issuer, office, app, ask };
}

describe('a session by token', () => {
  it('is a cookie for our own pages only that lives as long as the token', async () => {
    const { issuer, ask } = await openTokenDesk();
    const idToken = await issuer.sign(HOA);
    const answer = await ask('POST', '/api/session', { body: { idToken } });
    expect(await answer.json()).toEqual({ user: USER });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^session=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    const ageS = Number(/Max-Age=(\d+)/.exec(cookie)![1]);
    expect(ageS).toBeGreaterThan(3_500);
    expect(ageS).toBeLessThanOrEqual(3_600);
    const known = await ask('GET', '/api/session', { cookie: cookie.split(';')[0]! });
    expect(await known.json()).toEqual({ user: USER });
    const end = await ask('DELETE', '/api/session', { cookie: cookie.split(';')[0]! });
    expect(end.headers.getSetCookie()[0]).toMatch(/^session=; Max-Age=0;/);
  });

  it('travels by TLS only, and for this host only, where people come by TLS', async () => {
    const { issuer, office } = await openTokenDesk();
    const app = createApp({
      ...office,
      settings: { ...office.settings, publicBaseUrl: 'https://hoso.example' },
    });
    const answer = await app.request('/api/session', {
      method: 'POST',
      headers: { 'x-requested-with': 'console', 'content-type': 'application/json' },
      body: JSON.stringify({ idToken: await issuer.sign(HOA) }),
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-session=.*; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it.each([
    ['of another client', { audience: 'another' }],
    ['that has expired', { expires: '-1h' }],
  ])('is refused for a token %s, as a body and as a cookie', async (_, faults) => {
    const { issuer, ask } = await openTokenDesk();
    issuer.faults = faults;
    const idToken = await issuer.sign(HOA);
    const answer = await ask('POST', '/api/session', { body: { idToken } });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
    expect(await answer.json()).toMatchObject({ code: 'token-refused' });
    expect((await ask('GET', '/api/batches', { cookie: `session=${idToken}` })).status).toBe(401);
  });

  it('is refused without a role of ours, and for a token too long for a cookie', async () => {
    const { issuer, ask } = await openTokenDesk();
    const stranger = await issuer.sign({ ...HOA, groups: ['visitor'] });
    expect((await ask('POST', '/api/session', { body: { idToken: stranger } })).status).toBe(401);
    const long = await issuer.sign({ ...HOA, more: 'x'.repeat(4_000) });
    expect((await ask('POST', '/api/session', { body: { idToken: long } })).status).toBe(422);
  });

  it('acts only for our own page', async () => {
    const { issuer, ask } = await openTokenDesk();
    const cookie = `session=${await issuer.sign(HOA)}`;
    const body = { manifest: { declaredApplicant: {}, expectedDocuments: [] } };
    expect((await ask('POST', '/api/batches', { cookie, body, own: false })).status).toBe(403);
    expect((await ask('POST', '/api/batches', { cookie, body })).status).toBe(201);
  });

  it('comes through API Gateway, which hands cookies over in a list of their own', async () => {
    const { issuer, app } = await openTokenDesk();
    const serve = handle(app) as (event: object) => Promise<{ statusCode: number; cookies?: string[] }>;
    const idToken = await issuer.sign(HOA);
    const event = (method: string, more: object) => ({
      version: '2.0',
      rawPath: '/api/session',
      rawQueryString: '',
      headers: { 'x-requested-with': 'console', 'content-type': 'application/json' },
      requestContext: { domainName: 'api.example', http: { method } },
      isBase64Encoded: false,
      ...more,
    });
    const came = await serve(event('POST', { body: JSON.stringify({ idToken }) }));
    expect(came).toMatchObject({ statusCode: 200, cookies: [expect.stringContaining(`session=${idToken}`)] });
    expect(await serve(event('GET', { cookies: ['a=b', `session=${idToken}`] }))).toMatchObject({
      statusCode: 200,
    });
    expect(await serve(event('GET', { cookies: ['a=b'] }))).toMatchObject({ statusCode: 401 });
  });

  it('lets pages, and pages only, ask the provider', async () => {
    const { issuer, ask } = await openTokenDesk();
    const policyOf = async (path: string) => (await ask('GET', path)).headers.get('content-security-policy');
    expect(await policyOf('/desk')).toContain(`connect-src 'self' ${issuer.issuer};`);
    expect(await policyOf('/api/about')).toContain("connect-src 'self';");
  });
});
