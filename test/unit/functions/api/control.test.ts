/** The control room: what failed can be driven again, load and quality have figures, users are kept. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../functions/api/app.ts';
import { SqliteAccounts } from '../../../../shared/adapters/local/sqlite-accounts.ts';
import { SqliteDatabase } from '../../../../shared/adapters/local/sqlite-database.ts';
import { loadSettings } from '../../../../shared/config/load-settings.ts';
import { markProvinceSettings } from '../../../../shared/config/setting-sources.ts';
import type { BatchId } from '../../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../../shared/errors/digitization-error.ts';
import { openApiDesk, requestBy } from '../../../support/api-desk.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { sampleBatch, sampleMessage, samplePage, sampleScan } from '../../../support/sample-records.ts';

describe('the control room', () => {
  it('shows a dead letter with its remedy and drives it again', async () => {
    const { office, ask } = await openApiDesk();
    const { code } = new DigitizationError('engine-unavailable');
    await office.queue.send('recognition', [sampleMessage('m-1')]);
    for (let time = 0; time < 2; time++) {
      const [delivery] = await office.queue.receive('recognition', {
        max: 1,
        visibilityMs: 1,
        maxReceives: 1,
      });
      if (delivery) await office.queue.release('recognition', delivery.receipt, 0, code);
    }
    const failures = await (await ask('admin', 'GET', '/api/control/failures')).json();
    expect(failures).toMatchObject([
      { queue: 'recognition', code, count: 1, actor: 'admin', remedy: expect.any(String) },
    ]);
    const flow = (await (await ask('admin', 'GET', '/api/control/flow')).json()) as {
      steps: { step: string }[];
    };
    expect(flow.steps.find(({ step }) => step === 'recognition')).toMatchObject({ dead: 1, waiting: 0 });
    const other = await ask('admin', 'POST', '/api/control/redrive', {
      queue: 'recognition',
      code: 'storage-full',
    });
    expect(await other.json()).toEqual({ redriven: 0 });
    const redriven = await ask('admin', 'POST', '/api/control/redrive', { queue: 'recognition', code });
    expect(await redriven.json()).toEqual({ redriven: 1 });
    expect((await ask('admin', 'POST', '/api/control/redrive', { queue: '../x' })).status).toBe(422);
    const by = { id: 'quan', name: 'Đỗ Quân' };
    expect(await (await ask('admin', 'GET', '/api/control/acts')).json()).toMatchObject([
      { kind: 'redriven', by, subject: 'recognition', detail: `1 × ${code}` },
      { kind: 'redriven', by, subject: 'recognition', detail: '0 × storage-full' },
    ]);
  });

  it('counts load and quality by office and by clerk', async () => {
    const { office, ask } = await openApiDesk();
    const batch = sampleBatch('b-1', {
      officeCode: '970010',
      createdBy: { id: 'hoa', name: 'Lê Thị Hoa' },
      state: 'closed',
      openedAt: '2026-01-05T02:00:00.000Z',
      closing: { at: '2026-01-05T02:01:00.000Z', by: { id: 'hoa', name: 'Lê Thị Hoa' } },
    });
    const blurry = samplePage('b-1', 1, 2);
    await office.repository.commit(
      [
        batch,
        sampleScan('b-1', 1),
        samplePage('b-1', 1, 1),
        { ...blurry, quality: { ...blurry.quality, blurry: true } },
        sampleBatch('b-2', { practice: true, officeCode: '970010' }),
      ],
      [],
    );
    expect((await office.repository.pagesOf('b-1' as BatchId)).length).toBe(2);
    const figures = { pages: 2, rescanRate: 0.5, secondsPerPage: 30 };
    expect(await (await ask('admin', 'GET', '/api/control/offices')).json()).toMatchObject([
      { officeCode: '970010', ...figures },
    ]);
    expect(await (await ask('admin', 'GET', '/api/control/clerks')).json()).toMatchObject([
      { userId: 'hoa', name: 'Lê Thị Hoa', ...figures },
    ]);
  });

  it('tells each setting with its unit, its meaning in Vietnamese and where it came from', async () => {
    const { office } = await openApiDesk();
    const environment = {
      ...markProvinceSettings({ HOTLINE: '1022', MAX_RECEIVES: '5' }),
      MAX_RECEIVES: '9',
    };
    const settings = { ...office.settings, ...loadSettings(environment), portalTokenHashes: 'a'.repeat(64) };
    const app = createApp({ ...office, settings }, { environment });
    const answer = await app.request('/api/control/settings', requestBy('admin', 'GET'));
    const rows = (await answer.json()) as { env: string; meaningVi: string }[];
    const row = (name: string) => rows.find(({ env }) => env === name);
    expect(row('PORT')).toMatchObject({ value: 8080, source: 'default', unit: 'port' });
    expect(row('HOTLINE')).toMatchObject({ value: '1022', source: 'province' });
    expect(row('MAX_RECEIVES')).toMatchObject({ value: 9, source: 'environment' });
    expect(row('PORTAL_TOKEN_HASHES')).toMatchObject({ value: '…' });
    expect(rows.filter(({ meaningVi }) => !/[à-ỹ]/i.test(meaningVi))).toEqual([]);
  });

  it('keeps users, and lets no admin lock the door from inside', async () => {
    const accounts = new SqliteAccounts(new SqliteDatabase(':memory:'), new ManualClock(), {
      logN: 4,
      r: 1,
      p: 1,
    });
    const { office, ask } = await openApiDesk({ doors: { accounts } });
    const mai = {
      id: 'mai.vo',
      name: 'Võ Mai',
      role: 'clerk',
      officeCode: '970099',
      password: 'mật-khẩu-dài',
    };
    expect((await ask('admin', 'POST', '/api/users', mai)).status).toBe(201);
    expect((await ask('admin', 'POST', '/api/users', mai)).status).toBe(409);
    for (const wrong of [
      { id: 'Võ Mai' },
      { password: 'ngắn' },
      { officeCode: undefined },
      { role: 'root' },
    ]) {
      expect((await ask('admin', 'POST', '/api/users', { ...mai, id: 'other', ...wrong })).status).toBe(422);
    }
    expect((await ask('admin', 'PATCH', '/api/users/mai.vo', { disabled: true })).status).toBe(204);
    const users = await (await ask('admin', 'GET', '/api/users')).text();
    expect(JSON.parse(users)).toMatchObject([{ id: 'mai.vo', disabled: true }]);
    expect(users).not.toContain('scrypt');
    expect((await ask('admin', 'PATCH', '/api/users/quan', { disabled: true })).status).toBe(403);
    const changes = { name: 'Võ Thị Mai', disabled: false, password: 'mật-khẩu-mới' };
    expect((await ask('admin', 'PATCH', '/api/users/mai.vo', changes)).status).toBe(204);
    expect((await ask('admin', 'PATCH', '/api/users/nobody', changes)).status).toBe(404);
    const acts = await (await ask('admin', 'GET', '/api/control/acts')).text();
    const done = {
      at: office.clock.now().toISOString(),
      by: { id: 'quan', name: 'Đỗ Quân' },
      subject: 'mai.vo',
    };
    expect(JSON.parse(acts)).toEqual([
      { ...done, kind: 'password-reset' },
      { ...done, kind: 'account-enabled' },
      { ...done, kind: 'account-changed', detail: 'name' },
      { ...done, kind: 'account-disabled' },
      { ...done, kind: 'account-added', detail: 'clerk' },
    ]);
    expect(acts).not.toContain('mật-khẩu');
  });
});
