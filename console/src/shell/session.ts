/** Who is signed in, for all rooms. */
import type { About, User } from '../http/answers.ts';
import { CallFailure, call, onSignedOut } from '../http/call.ts';
import { createStore } from './store.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly user: User; readonly offline: boolean };

export const session = createStore<Session>({ state: 'asking' });
export const about = createStore<About>({});

const KEPT = 'console.user';

/** Without a line the last user goes on: what is scanned waits in the browser under that name. */
export async function resumeSession(): Promise<void> {
  try {
    const { user } = await call<{ user: User }>('/session');
    enter(user);
  } catch (failure) {
    if (!(failure instanceof CallFailure)) throw failure;
    const kept = localStorage.getItem(KEPT);
    if (failure.status === 0 && kept) session.set({ state: 'in', user: JSON.parse(kept), offline: true });
    else session.set({ state: 'out' });
  }
}

/** @throws CallFailure with the sentence to show */
export async function signIn(user: string, password: string): Promise<void> {
  const answer = await call<{ user: User }>('/session', { method: 'POST', json: { user, password } });
  enter(answer.user);
}

export async function signOut(): Promise<void> {
  localStorage.removeItem(KEPT);
  await call('/session', { method: 'DELETE' }).catch(() => undefined);
  session.set({ state: 'out' });
}

export async function loadAbout(): Promise<void> {
  about.set(await call<About>('/about').catch(() => ({})));
}

function enter(user: User): void {
  localStorage.setItem(KEPT, JSON.stringify(user));
  session.set({ state: 'in', user, offline: false });
}

onSignedOut(() => session.set({ state: 'out' }));
addEventListener('online', () => {
  const now = session.get();
  if (now.state === 'in' && now.offline) void resumeSession();
});
