/** By name and password, where the server keeps the accounts itself; the session is a cookie. */
import { ask, type DeskDoor } from './desk-door.ts';

export function passwordDoor(server: string, user: string, password: string): DeskDoor {
  let cookie = '';
  return {
    headers: () => ({ cookie }),
    async enter() {
      const answer = await ask(`${server}/api/session`, {
        method: 'POST',
        headers: { 'x-requested-with': 'console', 'content-type': 'application/json' },
        body: JSON.stringify({ user: user.toLowerCase(), password }),
      });
      cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    },
  };
}
