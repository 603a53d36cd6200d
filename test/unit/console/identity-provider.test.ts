/** Sign-in against a provider on this machine, as the browser does it. */
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  beginSignIn,
  endAddress,
  finishSignIn,
  isAnswer,
} from '../../../console/src/shell/identity-provider.ts';
import { CLIENT, openIssuer } from '../../support/loopback-issuer.ts';

const HOME = 'http://localhost:8080/';

async function openSignIn() {
  const issuer = await openIssuer({ sub: '1' });
  onTestFinished(() => issuer.close());
  const kept = new Map<string, string>();
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const client = { issuer: issuer.issuer, clientId: CLIENT, home: HOME };
  /** Goes there, and comes back with the answer. */
  const goAndReturn = async () => {
    const address = await beginSignIn(client, memory, '/desk/b-1?a=1');
    const back = new URL((await fetch(address, { redirect: 'manual' })).headers.get('location')!);
    return { address: new URL(address), query: back.searchParams };
  };
  return { issuer, client, memory, kept, goAndReturn };
}

describe('sign-in at an identity provider', () => {
  it('asks with PKCE, and brings back the token and where one was', async () => {
    const { client, memory, kept, goAndReturn } = await openSignIn();
    const { address, query } = await goAndReturn();
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: HOME,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(isAnswer(query)).toBe(true);
    const { idToken, returnTo } = await finishSignIn(client, memory, query);
    expect(idToken.split('.')).toHaveLength(3);
    expect(returnTo).toBe('/desk/b-1?a=1');
    expect(kept.size).toBe(0);
  });

  it('refuses a token that answers another sign-in', async () => {
    const { issuer, client, memory, goAndReturn } = await openSignIn();
    const { query } = await goAndReturn();
    issuer.faults = { nonce: 'of-another' };
    await expect(finishSignIn(client, memory, query)).rejects.toThrow('nonce');
  });

  it('refuses an answer that was not asked for, a second time, and a provider’s refusal', async () => {
    const { client, memory, goAndReturn } = await openSignIn();
    await expect(finishSignIn(client, memory, new URLSearchParams('code=c&state=s'))).rejects.toThrow(
      'state',
    );
    await goAndReturn();
    await expect(finishSignIn(client, memory, new URLSearchParams('code=c&state=s'))).rejects.toThrow(
      'state',
    );
    const { query } = await goAndReturn();
    await finishSignIn(client, memory, query);
    await expect(finishSignIn(client, memory, query)).rejects.toThrow('state');
    const { query: again } = await goAndReturn();
    const refused = new URLSearchParams({ error: 'access_denied', state: again.get('state')! });
    await expect(finishSignIn(client, memory, refused)).rejects.toThrow('access_denied');
  });

  it('refuses a code that was given to somebody else’s attempt', async () => {
    const { client, memory, goAndReturn } = await openSignIn();
    const { query: other } = await goAndReturn();
    const { query } = await goAndReturn();
    query.set('code', other.get('code')!);
    await expect(finishSignIn(client, memory, query)).rejects.toThrow('token');
  });

  it('knows where the provider ends its session, and the way back', async () => {
    const { client } = await openSignIn();
    const end = new URL((await endAddress(client))!);
    expect(end.pathname).toBe('/end');
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(HOME);
    expect(end.searchParams.get('client_id')).toBe(CLIENT);
  });
});
