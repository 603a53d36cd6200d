/** Sign-in over HTTP: a cookie that scripts cannot read, and an end to guessing from one place. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../functions/api/app.ts';
import { limitRate } from '../../../../functions/api/rate-limit.ts';
import { openApiDesk } from '../../../support/api-desk.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

describe('the session', () => {
  it('is kept in a cookie for our own pages only, and ends when asked to', async () => {
    const { ask } = await openApiDesk();
    const answer = await ask('nobody', 'POST', '/api/session', { user: 'HOA', password: 'x' });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=hoa; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await answer.json()).toEqual({
      user: { id: 'hoa', name: 'Lê Thị Hoa', role: 'clerk', officeCode: '970010' },
    });
    const end = await ask('clerk', 'DELETE', '/api/session');
    expect([end.status, end.headers.getSetCookie()[0]]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  });

  it('answers are kept by no cache', async () => {
    const { ask } = await openApiDesk();
    expect((await ask('clerk', 'GET', '/api/session')).headers.get('cache-control')).toBe('no-store');
  });

  it('takes no more of a stranger’s words than it needs', async () => {
    const { ask } = await openApiDesk();
    const answer = await ask('nobody', 'POST', '/api/session', { user: 'a'.repeat(3e6), password: '' });
    expect(await answer.json()).toMatchObject({ code: 'request-invalid', detail: { field: 'body' } });
  });

  it('cannot be guessed for long from one place', async () => {
    const { ask } = await openApiDesk();
    const statuses: number[] = [];
    for (let time = 0; time < 45; time++) {
      statuses.push((await ask('nobody', 'POST', '/api/session', { user: '', password: '' })).status);
    }
    expect(statuses[0]).toBe(422);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('accounts to try the system out with', () => {
  it('are told on this machine by its own name only, and never unless there are some', async () => {
    const { office } = await openApiDesk();
    const demoAccounts = [{ user: 'demo', password: 'x', role: 'clerk' }];
    const ask = async (shown: object, host: string) =>
      (await createApp({ ...office, ...shown }).request(`http://${host}/api/about`)).json();
    expect(await ask({ demoAccounts }, 'localhost:8080')).toMatchObject({ demoAccounts });
    expect(await ask({ demoAccounts }, 'rebound.example')).not.toHaveProperty('demoAccounts');
    expect(await ask({}, 'localhost:8080')).not.toHaveProperty('demoAccounts');
  });
});

describe('the rate limit', () => {
  it('counts each sender by itself, and begins anew with the minute', () => {
    const clock = new ManualClock();
    const count = limitRate(clock, 2);
    for (const key of ['a', 'a', 'b']) count(key);
    expect(() => count('a')).toThrow('too-many-requests');
    expect(() => count('b')).not.toThrow();
    clock.advance(60_000);
    expect(() => count('a')).not.toThrow();
  });
});
