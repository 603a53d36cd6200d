/** Who asks: by the browser's session cookie, or by a token of the identity provider. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Settings } from '../../shared/config/settings.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ApiOffice } from './api-office.ts';

export interface Identity {
  readonly person: Person | null;
  /** A browser sends cookies by itself, so acts by cookie must prove that our own page asked. */
  readonly byCookie: boolean;
}

const BEARER = /^Bearer +(\S+)$/i;

export async function identify(context: Context, office: ApiOffice): Promise<Identity> {
  const token = BEARER.exec(context.req.header('authorization') ?? '')?.[1];
  if (token !== undefined) {
    return { person: await readToken(office, token), byCookie: false };
  }
  const secret = readSecret(context, office.settings);
  return { person: secret === undefined ? null : await findPerson(office, secret), byCookie: true };
}

/** Where people sign in at an identity provider the cookie holds the token itself: nothing is kept here. */
async function findPerson(office: ApiOffice, secret: string): Promise<Person | null> {
  return office.sessions ? office.sessions.find(secret) : readToken(office, secret);
}

async function readToken(office: ApiOffice, token: string): Promise<Person | null> {
  return (await office.bearerTokens?.read(token))?.person ?? null;
}

export function readSecret(context: Context, settings: Settings): string | undefined {
  return getCookie(context, cookieName(settings));
}

/** For a session's hours, or less: `maxAgeS`. */
export function keepSecret(context: Context, settings: Settings, secret: string, maxAgeS = Infinity): void {
  setCookie(context, cookieName(settings), secret, {
    ...cookieOptions(settings),
    maxAge: Math.min(maxAgeS, settings.sessionHours * 3600),
  });
}

export function forgetSecret(context: Context, settings: Settings): void {
  deleteCookie(context, cookieName(settings), cookieOptions(settings));
}

/** Whether people reach us by HTTPS, here or at a proxy before us. */
export function isOverTls(settings: Settings): boolean {
  return settings.tlsCertificate !== '' || settings.publicBaseUrl.startsWith('https:');
}

/** `__Host-` makes the browser refuse the cookie from anywhere but this host over TLS (RFC 6265bis, 4.1.3.2). */
function cookieName(settings: Settings): string {
  return isOverTls(settings) ? '__Host-session' : 'session';
}

function cookieOptions(settings: Settings) {
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: isOverTls(settings) } as const;
}
