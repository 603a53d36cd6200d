/** Sign-in: by password where the system keeps the accounts itself, else by an identity provider's token. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiEnvironment } from '../environment.ts';
import { forgetSecret, identify, keepSecret, readSecret } from '../identify.ts';
import { addressOf, limitRate } from '../rate-limit.ts';
import { readJson } from '../request.ts';

/** A post office of twenty clerks behind one address, all mistyping once. */
const SIGN_INS_PER_MINUTE = 40;

const credentials = z.object({ user: z.string().min(1).max(64), password: z.string().min(1).max(200) });

/** A browser drops a cookie over 4096 bytes without a word (RFC 6265, 6.1). */
const LONGEST_TOKEN = 4_000;
const ticket = z.object({ idToken: z.string().min(1).max(LONGEST_TOKEN) });

export function sessionRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const { settings, sessions } = office;
  const countSignIn = limitRate(office.clock, SIGN_INS_PER_MINUTE);
  return new Hono<ApiEnvironment>()
    .get('/session', async (context) => {
      const { person } = await identify(context, office);
      if (!person) throw new DigitizationError('sign-in-needed');
      return context.json({ user: person });
    })
    .post('/session', async (context) => {
      countSignIn(addressOf(context));
      if (!sessions) return signInByToken(context, office);
      const { user, password } = await readJson(context, credentials);
      const { secret, person } = await sessions.signIn(user.toLowerCase(), password);
      keepSecret(context, settings, secret);
      return context.json({ user: person });
    })
    .delete('/session', async (context) => {
      const secret = readSecret(context, settings);
      if (secret !== undefined) await sessions?.signOut(secret);
      forgetSecret(context, settings);
      return context.body(null, 204);
    });
}

/** The cookie ends with the token: it is all there is of the session. */
async function signInByToken(context: Context<ApiEnvironment>, office: ApiOffice): Promise<Response> {
  const { idToken } = await readJson(context, ticket);
  const bearer = await office.bearerTokens?.read(idToken);
  if (!bearer) throw new DigitizationError('token-refused');
  const leftMs = Math.max(0, bearer.expiresAtMs - office.clock.now().getTime());
  keepSecret(context, office.settings, idToken, Math.floor(leftMs / 1000));
  return context.json({ user: bearer.person });
}
