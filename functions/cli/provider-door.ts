/**
 * By the province's identity provider: the clerk signs in with her own browser, which brings the answer back to this
 * machine (RFC 8252, 7.3, with PKCE). Tokens are kept in memory alone and renewed while the provider allows it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { awaitAnswer } from './await-answer.ts';
import { ask, type DeskDoor, DeskRefusal } from './desk-door.ts';

export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
}

const configurationSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  scopes_supported: z.array(z.string()).default([]),
});
const tokensSchema = z.object({ id_token: z.string(), refresh_token: z.string().optional() });

type Configuration = z.infer<typeof configurationSchema>;
type Tokens = z.infer<typeof tokensSchema>;

/** @param port of this machine that the provider knows as `http://localhost:<port>/` @param tell shows a person what to do */
export function providerDoor(provider: Provider, port: number, tell: (sentence: string) => void): DeskDoor {
  let tokens: Tokens | null = null;
  return {
    headers: () => (tokens ? { authorization: `Bearer ${tokens.id_token}` } : {}),
    async enter() {
      const configuration = await discover(provider.issuer);
      const renewed = tokens?.refresh_token
        ? await renew(configuration, provider, tokens.refresh_token)
        : null;
      tokens = renewed ?? (await signIn(configuration, provider, port, tell));
    },
  };
}

async function discover(issuer: string): Promise<Configuration> {
  const answer = await ask(`${issuer}/.well-known/openid-configuration`, {});
  const said = configurationSchema.safeParse(await answer.json().catch(() => null));
  if (said.data?.issuer !== issuer) throw new DeskRefusal(502, 'Trang đăng nhập của tỉnh trả lời sai.');
  return said.data;
}

async function signIn(
  configuration: Configuration,
  { clientId }: Provider,
  port: number,
  tell: (sentence: string) => void,
): Promise<Tokens> {
  const [state, nonce, verifier] = [random(), random(), random()];
  const home = `http://localhost:${port}/`;
  const address = new URL(configuration.authorization_endpoint);
  const hasOffline = configuration.scopes_supported.includes('offline_access');
  const question = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: home,
    scope: hasOffline ? 'openid profile offline_access' : 'openid profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value);
  const invite = () => tell(`Mở ${home} trong trình duyệt của máy này để đăng nhập.`);
  return awaitAnswer(port, address, state, invite, async (code) => {
    const tokens = await redeem(configuration, {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: home,
      code,
      code_verifier: verifier,
    });
    if (nonceOf(tokens.id_token) !== nonce) throw new DeskRefusal(401, 'Lần đăng nhập không thành.');
    return tokens;
  });
}

/** Null where the provider wants the person herself again. */
async function renew(
  configuration: Configuration,
  { clientId }: Provider,
  refreshToken: string,
): Promise<Tokens | null> {
  const question = { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken };
  try {
    // A provider that hands out no new one lets the old one be used again.
    return { refresh_token: refreshToken, ...(await redeem(configuration, question)) };
  } catch (failure) {
    if (failure instanceof DeskRefusal && failure.status >= 400 && failure.status < 500) return null;
    throw failure;
  }
}

async function redeem({ token_endpoint }: Configuration, question: Record<string, string>): Promise<Tokens> {
  const answer = await ask(token_endpoint, { method: 'POST', body: new URLSearchParams(question) });
  const tokens = tokensSchema.safeParse(await answer.json().catch(() => null));
  if (!tokens.success) throw new DeskRefusal(502, 'Trang đăng nhập của tỉnh trả lời sai.');
  return tokens.data;
}

/** Whether the token answers our question; its signature, client and time are the server's to check. */
function nonceOf(token: string): unknown {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    return (JSON.parse(payload) as { nonce?: unknown } | null)?.nonce;
  } catch {
    return undefined;
  }
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
