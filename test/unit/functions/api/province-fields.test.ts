/** What a province's file says reaches its desks: offices and units, targets, masks. */
import { expect, it } from 'vitest';
import type { DossierId } from '../../../../shared/domain/ids.ts';
import { OFFICE, openApiDesk, PEOPLE } from '../../../support/api-desk.ts';
import { CODE, DECLARATION, digitize, MANIFEST } from '../../../support/dossier-desk.ts';
import { sampleMessage } from '../../../support/sample-records.ts';
import { openTestOffice } from '../../../support/test-office.ts';

const directory = {
  offices: [
    { code: OFFICE, name: 'Bưu cục Đất Mũi' },
    { code: '970088', name: 'Bưu cục Năm Căn' },
  ],
  units: [{ code: 'H12.09', name: 'Sở Tư pháp' }],
};
const clerk = { id: 'hoa.le', name: 'Lê Hoa', role: 'clerk', officeCode: OFFICE, password: 'mat-khau-dai' };

it('accounts take the offices and units of the province, and name the field of any other', async () => {
  const { ask } = await openApiDesk({ doors: { directory } });
  expect((await ask('admin', 'POST', '/api/users', clerk)).status).toBe(201);
  const strange = await ask('admin', 'POST', '/api/users', { ...clerk, officeCode: '970011' });
  expect(strange.status).toBe(422);
  expect(await strange.json()).toMatchObject({ code: 'request-invalid', detail: { field: 'officeCode' } });
  const moved = await ask('admin', 'PATCH', '/api/users/binh', { unitCode: 'H12.99' });
  expect(await moved.json()).toMatchObject({ detail: { field: 'unitCode' } });
  expect((await ask('admin', 'PATCH', '/api/users/binh', { unitCode: 'H12.09' })).status).toBe(204);
});

it('without the file any well-formed code is taken', async () => {
  const { ask } = await openApiDesk();
  expect((await ask('admin', 'POST', '/api/users', { ...clerk, officeCode: '970011' })).status).toBe(201);
});

it('the control room names every office, also the one that delivers nothing', async () => {
  const { ask } = await openApiDesk({ doors: { directory } });
  await ask('clerk', 'POST', '/api/batches', { manifest: {} });
  expect(await (await ask('admin', 'GET', '/api/control/offices')).json()).toMatchObject([
    { officeCode: OFFICE, name: 'Bưu cục Đất Mũi' },
    { officeCode: '970088', name: 'Bưu cục Năm Căn', dossiers: 0, pages: 0 },
  ]);
});

it('lists name offices and units beside their codes, and show a code alone that the file does not name', async () => {
  const named = { ...clerk, password: undefined };
  const listed = [named, { ...named, id: 'x', officeCode: '970077' }, PEOPLE.officer, PEOPLE.admin];
  const accounts = { list: async () => listed, add: async () => undefined, change: async () => undefined };
  const { office, ask } = await openApiDesk({ doors: { directory, accounts: accounts as never } });
  expect(await (await ask('admin', 'GET', '/api/users')).json()).toMatchObject([
    { placeName: 'Bưu cục Đất Mũi' },
    { placeName: null },
    { placeName: 'Sở Tư pháp' },
    { placeName: null },
  ]);
  await ask('clerk', 'POST', '/api/batches', { manifest: {} });
  expect(await (await ask('admin', 'GET', '/api/control/clerks')).json()).toMatchObject([
    { officeCode: OFFICE, officeName: 'Bưu cục Đất Mũi' },
  ]);
  await digitize(office, [DECLARATION], { manifest: { ...MANIFEST, receivingPostOffice: { code: OFFICE } } });
  const { facets } = (await (await ask('officer', 'GET', '/api/inbox')).json()) as { facets: object };
  expect(facets).toMatchObject({ office: [{ value: OFFICE, count: 1, name: 'Bưu cục Đất Mũi' }] });
});

it('a delivery carries its office’s name onto the slip, whatever the browser sent', async () => {
  const { office, ask } = await openApiDesk({ doors: { directory } });
  const manifest = { receivingPostOffice: { code: '1', name: 'Tên khác' } };
  const opened = (await (await ask('clerk', 'POST', '/api/batches', { manifest })).json()) as {
    batchId: never;
  };
  const batch = await office.repository.batch(opened.batchId);
  expect(batch!.manifest!.receivingPostOffice).toEqual({ code: OFFICE, name: 'Bưu cục Đất Mũi' });
});

it('the control room shows how far the targets are reached, and what is late', async () => {
  const base = await openTestOffice();
  const settings = {
    ...base.settings,
    oneStopTarget: 90,
    digitizedTarget: 70,
    reusedTarget: 60,
    pageAgeMinutes: 2,
  };
  const { office, ask } = await openApiDesk({ office: { ...base, settings } });
  await digitize(office, [DECLARATION]);
  const dossier = (await office.repository.dossier(CODE))!;
  const orphan = {
    ...dossier,
    version: 0,
    dossierId: 'o-1' as DossierId,
    dossierCode: null,
    state: 'unassigned',
  };
  const withdrawn = {
    ...dossier,
    version: 0,
    dossierId: 'H12.09-260102-0009' as DossierId,
    state: 'withdrawn',
  };
  await office.repository.commit([orphan, withdrawn] as (typeof dossier)[], []);
  await office.queue.send('recognition', [sampleMessage('m-1')]);
  const flow = async () => (await ask('admin', 'GET', '/api/control/flow')).json();
  expect(await flow()).toMatchObject({
    targets: [
      { name: 'one-stop', reached: 50, target: 90 },
      { name: 'digitized', reached: 50, target: 70 },
      { name: 'reused', reached: 0, target: 60 },
    ],
    steps: expect.arrayContaining([expect.objectContaining({ step: 'recognition', isLate: false })]),
  });
  base.clock.advance(121_000);
  expect(await flow()).toMatchObject({
    steps: expect.arrayContaining([expect.objectContaining({ step: 'recognition', isLate: true })]),
  });
});

it('lists show no more of personal numbers than the province lets them', async () => {
  const base = await openTestOffice();
  const settings = { ...base.settings, citizenIdShown: '2,1', phoneShown: '0,3' };
  const { office, ask } = await openApiDesk({ office: { ...base, settings } });
  await digitize(office, [`${DECLARATION}\nSố định danh: 096185001234 ĐT: 0912 345 678`]);
  const shown = async (query: string) => {
    const answer = await ask('officer', 'GET', `/api/inbox?q=${encodeURIComponent(query)}`);
    const { hits } = (await answer.json()) as { hits: { snippet: { text: string }[] }[] };
    return hits[0]!.snippet.map(({ text }) => text).join('');
  };
  expect(await shown('096185001234')).toContain('09•••••••••4');
  expect(await shown('0912 345 678')).toContain('•••• ••• 678');
});

it('practice and numbers of the province’s own are refused where the province switched them off', async () => {
  const base = await openTestOffice();
  const settings = { ...base.settings, practice: 'off', postalItemCodes: 's10' } as const;
  const { ask } = await openApiDesk({ office: { ...base, settings } });
  expect(await (await ask('nobody', 'GET', '/api/about')).json()).toMatchObject({
    practice: false,
    postalItemCodes: 's10',
  });
  const open = (body: object) => ask('clerk', 'POST', '/api/batches', body);
  expect((await open({ manifest: {}, practice: true })).status).toBe(403);
  const own = await open({ manifest: { postalItemId: 'BD-2026-77' } });
  expect(await own.json()).toMatchObject({ detail: { field: 'manifest.postalItemId' } });
  expect((await open({ manifest: { postalItemId: 'EE123456785VN' } })).status).toBe(201);
  expect((await open({ manifest: {} })).status).toBe(201);
});

it('both are taken where it did not', async () => {
  const { ask } = await openApiDesk();
  const manifest = { postalItemId: 'BD-2026-77' };
  expect((await ask('clerk', 'POST', '/api/batches', { manifest, practice: true })).status).toBe(201);
});
