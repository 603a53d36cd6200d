/** Who is signed in, for all rooms. */
import type { About, User } from '../http/answers.ts';
import { CallFailure, call, onSignedOut } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import {
  beginSignIn,
  type Client,
  endAddress,
  finishSignIn,
  isAnswer,
  SignInRefused,
} from './identity-provider.ts';
import { go } from './router.ts';
import { createStore } from './store.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly user: User; readonly offline: boolean };

export const session = createStore<Session>({ state: 'asking' });
export const about = createStore<About>({});

/** Why the provider's answer let nobody in; null when it did, or none came. */
export const refusal = createStore<CallFailure | null>(null);

const KEPT = 'console.user';

/** Who comes back from the provider is let in; anybody else goes on where she was. */
export async function openSession(): Promise<void> {
  const query = new URLSearchParams(location.search);
  if (!isAnswer(query)) return resumeSession();
  await knowAbout();
  let place = '/';
  try {
    const { idToken, returnTo } = await explain(() => finishSignIn(provider(), sessionStorage, query));
    place = returnTo;
    const { user } = await call<{ user: User }>('/session', { method: 'POST', json: { idToken } });
    enter(user);
  } catch (failure) {
    if (!(failure instanceof CallFailure)) throw failure;
    refusal.set(failure);
    await resumeSession();
  }
  // The code is of no more use, and a reload must not show it again.
  go(place, { replace: true });
}

/** Without a line the last user goes on: what is scanned waits in the browser under that name. */
async function resumeSession(): Promise<void> {
  const known = knowAbout();
  try {
    const { user } = await call<{ user: User }>('/session');
    enter(user);
  } catch (failure) {
    if (!(failure instanceof CallFailure)) throw failure;
    const kept = localStorage.getItem(KEPT);
    if (failure.status === 0 && kept) session.set({ state: 'in', user: JSON.parse(kept), offline: true });
    else {
      // Which door to show.
      await known;
      session.set({ state: 'out' });
    }
  }
}

/** @throws CallFailure with the sentence to show */
export async function signIn(user: string, password: string): Promise<void> {
  const answer = await call<{ user: User }>('/session', { method: 'POST', json: { user, password } });
  enter(answer.user);
}

/**
 * Leaves for the provider; what waits to be sent stays in this browser meanwhile.
 * @throws CallFailure with the sentence to show
 */
export async function signInElsewhere(): Promise<void> {
  const here = location.pathname + location.search;
  location.assign(await explain(() => beginSignIn(provider(), sessionStorage, here)));
}

export async function signOut(): Promise<void> {
  localStorage.removeItem(KEPT);
  await call('/session', { method: 'DELETE' }).catch(() => undefined);
  session.set({ state: 'out' });
  if (!about.get().oidc) return;
  const end = await endAddress(provider()).catch(() => null);
  if (end) location.assign(end);
}

/** Asked once; again where there was no line. */
async function knowAbout(): Promise<void> {
  if (about.get().signIn) return;
  about.set(await call<About>('/about').catch(() => ({})));
}

function enter(user: User): void {
  localStorage.setItem(KEPT, JSON.stringify(user));
  refusal.set(null);
  session.set({ state: 'in', user, offline: false });
}

function provider(): Client {
  const { oidc } = about.get();
  if (!oidc) throw new CallFailure(0, { code: 'offline' });
  return { ...oidc, home: `${location.origin}/` };
}

/** A provider's failures in words for a person. */
async function explain<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof SignInRefused)
      throw new CallFailure(401, { message: t('signIn.refused'), remedy: t('signIn.refusedRemedy') });
    if (failure instanceof TypeError) throw new CallFailure(0, { code: 'offline' });
    throw failure;
  }
}

onSignedOut(() => session.set({ state: 'out' }));
addEventListener('online', () => {
  void knowAbout();
  const now = session.get();
  if (now.state === 'in' && now.offline) void resumeSession();
});
