/** Every registered route, with every role, with nobody, and with what is another office's or unit's. */
import { describe, expect, it } from 'vitest';
import { access } from '../../../../functions/api/access.ts';
import { createApp } from '../../../../functions/api/app.ts';
import { isOwnDossier } from '../../../../functions/api/own.ts';
import { loadSettings } from '../../../../shared/config/load-settings.ts';
import type { BatchId, DossierId } from '../../../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../../../shared/domain/manifest.ts';
import { closeBatch, openBatch, receiveScan } from '../../../../shared/pipeline/delivery.ts';
import { type ApiDesk, OFFICE, openApiDesk, PEOPLE, type Who } from '../../../support/api-desk.ts';
import { scriptedScan } from '../../../support/scripted-tasks.ts';
import { carryOn, openTestOffice, type TestOffice } from '../../../support/test-office.ts';
import { hashOf } from '../../../support/upload-client.ts';

const CODE = 'H12.09-261102-0007';
const BATCH = 'b-own' as BatchId;
const WHO = Object.keys(PEOPLE) as Who[];

/** One digitized dossier of our own office and unit, and an upload under way. */
async function openDeskWithDossier(own?: TestOffice): Promise<ApiDesk & { ids: Record<string, string> }> {
  const desk = await openApiDesk(own ? { office: own } : {});
  const { office } = desk;
  const pipeline = { ...office, publisher: office.publisher };
  const manifest = { ...EMPTY_MANIFEST, dossierCode: CODE, receivingPostOffice: { code: OFFICE } };
  await openBatch(pipeline, BATCH, manifest);
  await receiveScan(pipeline, { batchId: BATCH, position: 1, name: 'a.pdf' }, scriptedScan('TỜ KHAI'));
  await closeBatch(pipeline, BATCH);
  await carryOn(office);
  const [page] = await office.repository.pagesOf(BATCH);
  const dossier = (await office.repository.dossier(CODE as DossierId))!;
  const uploadId = 'u-00000000';
  await office.uploads.begin({
    uploadId,
    batchId: BATCH,
    position: 2,
    name: 'b.pdf',
    bytes: 10,
    sha256: '0'.repeat(64),
    objectKey: `originals/${BATCH}/x`,
  });
  const ids = {
    batchId: BATCH,
    pageId: page!.pageId,
    dossierId: CODE,
    fileId: dossier.files[0]!.fileId,
    uploadId,
    number: '1',
    reviewId: 'none',
    userId: 'nobody',
  };
  return { ...desk, ids };
}

function addressOf(path: string, ids: Record<string, string>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
  return filled === '/api/stream' ? `${filled}?dossier=${CODE}&since=` : filled;
}

const rows = Object.entries(access).map(([name, row]) => {
  const [method, path] = name.split(' ') as [string, string];
  return {
    name,
    method,
    path,
    who: row.who as 'anyone' | readonly string[],
    own: 'own' in row ? row.own : undefined,
  };
});

describe('the doors of the API', () => {
  it('have a row for every registered route, and a route for every row', async () => {
    const { office } = await openApiDesk();
    const registered = createApp(office)
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(registered)].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('keep the control room to admins, cases to officers, desks to clerks', () => {
    for (const { name, path, who } of rows) {
      if (path.startsWith('/api/control') || path.startsWith('/api/users'))
        expect([name, who]).toEqual([name, ['admin']]);
      if (path.includes('/reviews/')) expect([name, who]).toEqual([name, ['officer']]);
      if (path.startsWith('/api/batches') || path.startsWith('/api/uploads'))
        expect([name, who]).toEqual([name, ['clerk']]);
      if (!name.startsWith('GET ') && path.startsWith('/api/dossiers')) expect(who).not.toContain('admin');
    }
    const open = rows.filter(({ who }) => who === 'anyone').map(({ path }) => path);
    expect([...new Set(open)].sort()).toEqual(['/api/about', '/api/session', '/files/:fileId', '/health']);
  });

  it('let nobody in without sign-in, except where a route checks for itself', async () => {
    const { ask, ids } = await openDeskWithDossier();
    for (const { name, method, path, who } of rows) {
      if (who === 'anyone') continue;
      expect([name, (await ask('nobody', method, addressOf(path, ids))).status]).toEqual([name, 401]);
    }
    for (const name of ['GET /files/:fileId', 'GET /api/session']) {
      const [method, path] = name.split(' ') as [string, string];
      expect([name, (await ask('nobody', method, addressOf(path, ids))).status]).toEqual([name, 401]);
    }
  });

  it.each(WHO)('tell %s no where the role may not, whatever is asked about', async (who) => {
    const { ask, ids } = await openDeskWithDossier();
    for (const { name, method, path, who: allowed } of rows) {
      if (allowed === 'anyone') continue;
      const { status } = await ask(who, method, addressOf(path, ids), method === 'GET' ? undefined : {});
      if (!allowed.includes(PEOPLE[who].role)) expect([name, status]).toEqual([name, 403]);
      else expect([name, status]).not.toEqual([name, 403]);
    }
  });

  it.each(['otherClerk', 'otherOfficer'] as const)('show %s nothing of ours', async (who) => {
    const { ask, ids } = await openDeskWithDossier();
    for (const { name, method, path, who: allowed, own } of rows) {
      if (allowed === 'anyone' || !allowed.includes(PEOPLE[who].role)) continue;
      if (own === undefined && path !== '/api/stream') continue;
      const answer = await ask(who, method, addressOf(path, ids), method === 'GET' ? undefined : {});
      expect([name, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        name,
        404,
        'record-missing',
      ]);
    }
    const inbox = (await (await ask(who, 'GET', '/api/inbox')).json()) as { hits: unknown[] };
    expect(inbox.hits).toEqual([]);
    expect((await ask(who, 'GET', addressOf('/files/:fileId', ids))).status).toBe(401);
    const move = { pageIds: [ids.pageId], dossierCode: 'H12.10-261102-0001', reason: 'thử' };
    expect((await ask(who, 'POST', '/api/pages/move', move)).status).toBe(404);
  });

  it('show our own people what is theirs', async () => {
    const { ask, ids } = await openDeskWithDossier();
    for (const who of ['clerk', 'officer', 'admin'] as const) {
      for (const path of ['/api/dossiers/:dossierId', '/api/pages/:pageId/thumbnail', '/api/files/:fileId']) {
        expect([who, path, (await ask(who, 'GET', addressOf(path, ids))).status]).toEqual([who, path, 200]);
      }
      const inbox = (await (await ask(who, 'GET', '/api/inbox?q=to%20khai')).json()) as { hits: unknown[] };
      expect(inbox.hits).toMatchObject([
        { dossierId: CODE, snippet: expect.arrayContaining([{ text: 'TỜ', hit: true }]) },
      ]);
    }
    const found = await ask('clerk', 'GET', `/api/batches/${BATCH}`);
    expect(await found.json()).toMatchObject({ batchId: BATCH, done: true, dossiers: [{ durable: true }] });
  });

  it('refuse an act that another site could have sent', async () => {
    const { url } = await openDeskWithDossier();
    const forged = await fetch(`${url}/api/batches`, {
      method: 'POST',
      headers: { cookie: 'session=hoa', 'content-type': 'text/plain' },
      body: '{"manifest":{}}',
    });
    expect(forged.status).toBe(403);
  });

  it('leave orphans to those who answer for the whole province', async () => {
    const { office, ask } = await openApiDesk();
    await openBatch(office, BATCH, null, undefined, { officeCode: OFFICE });
    await receiveScan(office, { batchId: BATCH, position: 1, name: 'a.pdf' }, scriptedScan('ĐƠN'));
    await closeBatch(office, BATCH);
    await carryOn(office);
    const path = `/api/dossiers/orphan-${BATCH}`;
    expect((await ask('officer', 'GET', path)).status).toBe(404);
    expect((await ask('clerk', 'GET', path)).status).toBe(200);
    const province = { id: 'sep', name: 'Sếp', role: 'officer', unitCode: 'H12' } as const;
    expect(
      await isOwnDossier(
        office,
        province,
        (await office.repository.dossier(`orphan-${BATCH}` as DossierId))!,
      ),
    ).toBe(true);
  });

  it('open a stable address to a portal that shows its token, and to its own people', async () => {
    const token = 'a-portal-token';
    const base = await openTestOffice();
    const settings = loadSettings({ PORTAL_TOKEN_HASHES: `${'0'.repeat(64)},${hashOf(Buffer.from(token))}` });
    const { url, ask, ids } = await openDeskWithDossier({ ...base, settings });
    const address = addressOf('/files/:fileId', ids);
    const show = (shown: string) => fetch(url + address, { headers: { authorization: `Bearer ${shown}` } });
    expect((await show(token)).headers.get('content-type')).toBe('application/pdf');
    expect((await show('another')).status).toBe(401);
    expect(
      (await fetch(`${url}/files/none.r1.01`, { headers: { authorization: `Bearer ${token}` } })).status,
    ).toBe(401);
    expect((await ask('officer', 'GET', address)).status).toBe(200);
  });

  it('let a clerk hand a dossier back, but not decide the case', async () => {
    const { office, ask } = await openDeskWithDossier();
    const act = (who: Who, body: object) => ask(who, 'POST', `/api/dossiers/${CODE}/acts`, body);
    expect((await act('clerk', { kind: 'accept' })).status).toBe(403);
    expect((await act('officer', { kind: 'accept', actId: 'act-1' })).status).toBe(204);
    expect((await act('officer', { kind: 'accept', actId: 'act-1' })).status).toBe(204);
    expect((await act('clerk', { kind: 'withdraw', reason: 'Công dân rút hồ sơ' })).status).toBe(204);
    const acts = (await office.repository.corrections(CODE as DossierId))!.acts;
    expect(acts).toMatchObject([
      { kind: 'accepted', by: { id: 'binh' } },
      { kind: 'withdrawn', by: { id: 'hoa' } },
    ]);
  });

  it('answer what is not in the table as if it were not there', async () => {
    const { ask } = await openApiDesk();
    for (const path of [
      '/api/nothing',
      '/api/batches/x/y/z',
      '/files/..%2f..%2fetc',
      '/api/dossiers/%2e%2e',
    ]) {
      expect([path, (await ask('admin', 'GET', path)).status]).toEqual([path, expect.toBeOneOf([401, 404])]);
    }
    expect((await ask('clerk', 'DELETE', '/api/batches')).status).toBe(404);
  });
});
